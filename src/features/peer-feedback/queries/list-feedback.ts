import "server-only";
import { withOwnPapers } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import { feedbackSelect, toFeedback, whereFeedback } from "../feedback-select";
import type { Feedback, FeedbackPart } from "../schema";

/** The member's own feedback of one part, or (for managers) what was shown to them; latest first. */
export async function listFeedback(scope: Scope, part: FeedbackPart, page = 1): Promise<Page<Feedback>> {
  const where = whereFeedback(scope, part);
  return withOwnPapers(scope, async (tx) => {
    const total = await tx.peerFeedback.count({ where });
    const rows = await tx.peerFeedback.findMany({
      where,
      select: feedbackSelect,
      orderBy: [
        part === "shared"
          ? { sharedAt: "desc" }
          : part === "waiting" || part === "asked"
            ? { requestedAt: "desc" }
            : { givenAt: "desc" },
        { id: "desc" },
      ],
      ...pageWindow(page),
    });
    return { rows: rows.map((row) => toFeedback(scope, row)), total, page, pageSize: PAGE_SIZE };
  });
}
