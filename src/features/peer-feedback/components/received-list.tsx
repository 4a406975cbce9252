import { EyeOff, UserRoundCheck } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionButton } from "@/ui/action-button";
import { Badge } from "@/ui/badge";
import { ConfirmButton } from "@/ui/confirm-button";
import { shareFeedbackAction, unshareFeedbackAction } from "../actions";
import type { Feedback } from "../schema";
import { FeedbackItem } from "./feedback-item";

/** Feedback the reader got, which the reader may show to the managers named here, and take back from them. */
export async function ReceivedList({
  rows,
  managers,
  timeZone,
}: {
  rows: Feedback[];
  managers: string[];
  timeZone: string;
}) {
  const [t, locale] = await Promise.all([getTranslations("peerFeedback"), getLocale()]);
  const names = new Intl.ListFormat(locale).format(managers);
  return (
    <ul className="divide-y divide-line">
      {rows.map((feedback) => (
        <FeedbackItem
          key={feedback.id}
          feedback={feedback}
          name={feedback.giverName}
          title={feedback.giverName}
          badges={
            <>
              {feedback.isUnread && <Badge tone="accent">{t("item.new")}</Badge>}
              {feedback.sharedAt && <Badge tone="warning">{t("item.shared")}</Badge>}
            </>
          }
          when={feedback.givenAt}
          timeZone={timeZone}
          actions={
            feedback.sharedAt ? (
              <ActionButton
                size="small"
                icon={<EyeOff aria-hidden className="size-4" />}
                action={unshareFeedbackAction}
                input={{ id: feedback.id }}
                successMessage={t("share.takenBack")}
              >
                {t("share.takeBack")}
              </ActionButton>
            ) : managers.length > 0 ? (
              <ConfirmButton
                size="small"
                icon={<UserRoundCheck aria-hidden className="size-4" />}
                action={shareFeedbackAction}
                input={{ id: feedback.id }}
                confirmTitle={t("share.title")}
                consequences={t("share.text", { names, count: managers.length, giver: feedback.giverName })}
                confirmLabel={t("share.confirm")}
                confirmVariant="primary"
                successMessage={t("share.done")}
              >
                {t("share.show")}
              </ConfirmButton>
            ) : null
          }
        />
      ))}
    </ul>
  );
}
