import { CalendarClock, Eye } from "lucide-react";
import { dayIn } from "../../rules";
import { isAppealTime } from "../rules";
import type { Conversation, Deadline } from "../schema";
import { ExtendButton } from "./extend-button";
import type { TalkTexts } from "./texts";

/** From when others see it and until when it can be appealed, with the way to give more time. */
export function Deadlines({
  conversation,
  reviewerName,
  now,
  timeZone,
  texts,
}: {
  conversation: Conversation;
  reviewerName: string | null;
  now: Date;
  timeZone: string;
  texts: TalkTexts;
}) {
  const { othersFrom, appealUntil, auditId, rights } = conversation;
  const { t, times } = texts;
  if (!othersFrom || !appealUntil) return null;
  const isFirstLook = othersFrom > now;
  const extendable: Deadline[] = isFirstLook ? ["appeal", "firstLook"] : ["appeal"];
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <ul className="flex max-w-prose flex-col gap-1.5 text-ink">
        <li className="flex items-start gap-2">
          <CalendarClock aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          {t(isAppealTime(conversation, now) ? "appealUntil" : "appealOver", {
            until: times.moment(appealUntil),
          })}
        </li>
        <li className="flex items-start gap-2 text-muted">
          <Eye aria-hidden className="mt-0.5 size-4 shrink-0" />
          {isFirstLook
            ? t("firstLook", { until: times.moment(othersFrom) })
            : t("firstLookOver", { from: times.moment(othersFrom) })}
        </li>
        {reviewerName && <li className="pl-6 text-muted">{t("reviewedBy", { name: reviewerName })}</li>}
      </ul>
      {rights.extend && (
        <ExtendButton auditId={auditId} deadlines={extendable} today={dayIn(now, timeZone)} />
      )}
    </div>
  );
}
