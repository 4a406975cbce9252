import type { AuditAnswerValue } from "@/features/audit-forms/schema";
import type { Correction } from "../schema";
import type { TalkTexts } from "./texts";

/** The old answer and the new one, and the verdict where it turned. */
export function CorrectionChange({ correction, texts }: { correction: Correction; texts: TalkTexts }) {
  const { t } = texts;
  const { oldValue, newValue, failedBefore, failedAfter } = correction;
  const withComment = (value: AuditAnswerValue | null) => (
    <>
      {texts.answer(correction.itemKey, value)}
      {value?.comment && oldValue?.comment !== newValue?.comment && (
        <span className="block text-sm text-muted">{t("comment", { text: value.comment })}</span>
      )}
    </>
  );
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
      <dt className="text-muted">{t("was")}</dt>
      <dd className="break-words text-muted line-through decoration-1">{withComment(oldValue)}</dd>
      <dt className="text-muted">{t("now")}</dt>
      <dd className="font-medium break-words text-ink">{withComment(newValue)}</dd>
      {failedBefore !== failedAfter && (
        <dd className="col-span-2 font-medium text-ink">
          {t("verdictChange", { before: texts.verdict(failedBefore), after: texts.verdict(failedAfter) })}
        </dd>
      )}
    </dl>
  );
}
