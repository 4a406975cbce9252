import { fillPlaceholders, formatDay } from "@/features/invitations/texts";
import { Notice } from "@/features/responses/components/notice";
import { setPageStatus } from "@/server/response-status";
import type { RaterPage } from "../schema";
import { raterTexts } from "../texts";
import { RaterDocument } from "./rater-document";

/** A text of `rater.page.states` for a link with nothing to do now. */
type Reason = "notYet" | "closed" | "cancelled" | "nothing";

/** Why a link has nothing to do now; null where there is somebody to evaluate, or was. */
export function reasonOfNothing(page: RaterPage): Reason | null {
  if (page.state === "not-yet") return "notYet";
  if (page.state !== "open") return page.state;
  return page.tasks.length === 0 ? "nothing" : null;
}

/** The whole page of a link with nothing to do now. */
export function StateNotice({
  page,
  token,
  language,
  reason,
  now,
}: {
  page: RaterPage;
  token: string;
  language: string;
  reason: Reason;
  now: Date;
}) {
  if (reason === "closed" || reason === "cancelled") setPageStatus(410);
  const { title, text } = raterTexts(language).states[reason];
  const date = formatDay(page.cycle.opensOn, language, "UTC", now);
  return (
    <RaterDocument page={page} token={token} language={language} title={title}>
      <Notice title={title} text={fillPlaceholders(text, { date })} />
    </RaterDocument>
  );
}
