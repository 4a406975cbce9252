import type { AuditFormItem } from "@/features/audit-forms/schema";
import { Badge, type BadgeTone } from "@/ui/badge";
import { ConfirmButton } from "@/ui/confirm-button";
import { isCorrectable } from "../../review/rules";
import type { AuditAnswer } from "../../schema";
import { withdrawAppealAction } from "../actions";
import type { Appeal, AppealStatus, Conversation, Correction } from "../schema";
import { AttachmentList } from "./attachment-list";
import { CorrectionChange } from "./correction-change";
import { DecideButton } from "./decide-button";
import { MessageForm } from "./message-form";
import type { TalkTexts } from "./texts";

const tones: Record<AppealStatus, BadgeTone> = {
  open: "warning",
  upheld: "neutral",
  changed: "accent",
  withdrawn: "neutral",
};

/** One appealed item: the ground, the thread with its attachments, and the decision with what it did to the score. */
export function AppealCard({
  auditId,
  appeal,
  correction,
  item,
  answer,
  rights,
  texts,
}: {
  auditId: string;
  appeal: Appeal;
  /** What the decision changed. */
  correction: Correction | undefined;
  item: AuditFormItem | undefined;
  answer: AuditAnswer | undefined;
  rights: Conversation["rights"];
  texts: TalkTexts;
}) {
  const { t, times, author } = texts;
  const isOpen = appeal.status === "open";
  const decides = rights.decide && isOpen && !appeal.openedBy.isReader && item !== undefined;
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h4 className="min-w-0 flex-1 font-semibold text-pretty text-ink">
          <a href={`#item-${appeal.itemKey}`} className="hover:underline">
            {texts.itemText(appeal.itemKey)}
          </a>
        </h4>
        <Badge tone={tones[appeal.status]}>{t(`states.${appeal.status}`)}</Badge>
      </div>
      <p className="text-sm text-muted">
        {t("openedBy", { name: author(appeal.openedBy), when: times.moment(appeal.openedAt) })} ·{" "}
        {t(`kinds.${appeal.kind}`)}
      </p>
      <ol className="flex flex-col gap-3">
        {appeal.messages.map((message) => (
          <li key={message.id} className="border-l-2 border-line-strong pl-3">
            <p className="text-sm text-muted">
              <span className="font-medium text-ink">{author(message.author)}</span>{" "}
              <time dateTime={message.writtenAt.toISOString()}>{times.moment(message.writtenAt)}</time>
            </p>
            <p className="max-w-prose break-words whitespace-pre-line text-ink">{message.text}</p>
            <AttachmentList auditId={auditId} files={message.files} />
          </li>
        ))}
      </ol>
      {appeal.decidedAt && appeal.decidedBy && (
        <div className="flex flex-col gap-2 rounded-lg bg-sunken px-4 py-3">
          <p className="font-semibold text-ink">
            {t(`states.${appeal.status}`)} ·{" "}
            {appeal.scoreBefore === appeal.scoreAfter
              ? t("scoreSame", { after: texts.score(appeal.scoreAfter) })
              : t("scoreChange", {
                  before: texts.score(appeal.scoreBefore),
                  after: texts.score(appeal.scoreAfter),
                })}
          </p>
          <p className="max-w-prose break-words whitespace-pre-line text-ink">{appeal.decision}</p>
          {correction && <CorrectionChange correction={correction} texts={texts} />}
          <p className="text-sm text-muted">
            {t("decidedBy", { name: author(appeal.decidedBy), when: times.moment(appeal.decidedAt) })}
          </p>
        </div>
      )}
      {isOpen && rights.writeInThreads && <MessageForm auditId={auditId} appealId={appeal.id} />}
      {isOpen && (decides || appeal.openedBy.isReader) && (
        <div className="flex flex-wrap gap-2 border-t border-line pt-3">
          {decides && (
            <DecideButton
              appealId={appeal.id}
              item={item}
              answer={answer}
              isCorrectable={isCorrectable(item)}
              language={texts.locale}
            />
          )}
          {appeal.openedBy.isReader && (
            <ConfirmButton
              variant="ghost"
              action={withdrawAppealAction}
              input={{ appealId: appeal.id }}
              confirmTitle={t("withdrawTitle")}
              consequences={t("withdrawText")}
              confirmLabel={t("withdraw")}
              successMessage={t("withdrawn")}
            >
              {t("withdraw")}
            </ConfirmButton>
          )}
        </div>
      )}
    </li>
  );
}
