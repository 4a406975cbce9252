"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ItemAnswer } from "@/features/audit-forms/components/answering/item-answer";
import { isAnswered } from "@/features/audit-forms/rules";
import { type AuditAnswerValue, type AuditFormItem, NO_ANSWER } from "@/features/audit-forms/schema";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Dialog } from "@/ui/dialog";
import { Textarea } from "@/ui/textarea";
import { useServerAction } from "@/ui/use-server-action";
import type { AuditAnswer } from "../../schema";
import { correctAnswerAction } from "../actions";

/** The stored answer as a value to edit. */
export function toValue(answer: AuditAnswer | undefined): AuditAnswerValue {
  if (!answer) return NO_ANSWER;
  const { isNotApplicable, number, optionKeys, text, comment } = answer;
  return { isNotApplicable, number, optionKeys, text, comment };
}

/** Corrects one answer, with the reason that stays on record. */
export function CorrectionDialog({
  auditId,
  item,
  answer,
  language,
  onClose,
}: {
  auditId: string;
  item: AuditFormItem;
  answer: AuditAnswer | undefined;
  language: string;
  onClose: () => void;
}) {
  const t = useTranslations("auditReview.desk");
  const id = useId();
  const [value, setValue] = useState(() => toValue(answer));
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const { run, pending } = useServerAction(correctAnswerAction, {
    successMessage: t("correctionSaved"),
    onSuccess: onClose,
    onFailure: ({ fields, message }) => setProblem(Object.values(fields ?? {})[0] ?? message ?? null),
  });
  const save = () => {
    if (!isAnswered(item, value)) setProblem(t("unanswered"));
    else run({ auditId, itemKey: item.key, value, reason, basedOn: answer?.revision ?? 0 });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("correctTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" pending={pending} disabled={!reason.trim()} onClick={save}>
            {t("saveCorrection")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {problem && (
          <Callout tone="danger" role="alert">
            {problem}
          </Callout>
        )}
        <ItemAnswer
          item={item}
          value={value}
          language={language}
          onChange={(next) => {
            setProblem(null);
            setValue(next ?? NO_ANSWER);
          }}
        />
        <div className="flex flex-col gap-1.5">
          <label htmlFor={id} className="text-base font-medium text-ink">
            {t("reason")}
          </label>
          <p id={`${id}-hint`} className="text-sm text-muted">
            {t("reasonHint")}
          </p>
          <Textarea
            id={id}
            rows={2}
            maxLength={2000}
            required
            aria-describedby={`${id}-hint`}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      </div>
    </Dialog>
  );
}
