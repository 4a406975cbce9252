import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/ui/action-button";
import { Badge } from "@/ui/badge";
import { withdrawFeedbackRequestAction } from "../actions";
import type { Feedback } from "../schema";
import { FeedbackItem } from "./feedback-item";

/** What the reader asked for and has not got: waited for, or left unanswered. */
export async function WaitingList({ rows, timeZone }: { rows: Feedback[]; timeZone: string }) {
  const t = await getTranslations("peerFeedback");
  return (
    <ul className="divide-y divide-line">
      {rows.map((feedback) => {
        const isDeclined = feedback.status === "declined";
        return (
          <FeedbackItem
            key={feedback.id}
            feedback={feedback}
            name={feedback.giverName}
            title={feedback.giverName}
            badges={<Badge>{t(isDeclined ? "waiting.declined" : "waiting.open")}</Badge>}
            when={feedback.requestedAt}
            timeZone={timeZone}
            level={3}
            actions={
              <ActionButton
                size="small"
                variant="ghost"
                action={withdrawFeedbackRequestAction}
                input={{ id: feedback.id }}
                successMessage={t(isDeclined ? "waiting.removed" : "waiting.withdrawn")}
              >
                {t(isDeclined ? "waiting.remove" : "waiting.withdraw")}
              </ActionButton>
            }
          />
        );
      })}
    </ul>
  );
}
