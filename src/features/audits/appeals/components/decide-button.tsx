"use client";

import { Gavel } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ItemAnswer } from "@/features/audit-forms/components/answering/item-answer";
import { type AuditFormItem, NO_ANSWER } from "@/features/audit-forms/schema";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Dialog } from "@/ui/dialog";
import { Field, FieldGroup } from "@/ui/field";
import { RadioGroup } from "@/ui/radio-group";
import { Textarea } from "@/ui/textarea";
import { useServerAction } from "@/ui/use-server-action";
import { toValue } from "../../review/components/correction-dialog";
import type { AuditAnswer } from "../../schema";
import { decideAppealAction } from "../actions";

type Props = {
  appealId: string;
  item: AuditFormItem;
  answer: AuditAnswer | undefined;
  /** Whether the item is of a kind whose answer can be changed. */
  isCorrectable: boolean;
  language: string;
};

/** The reviewer's decision: the answer is upheld or changed, with the reasons everybody reads. */
export function DecideButton(props: Props) {
  const t = useTranslations("auditReview.talk");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="primary"
        icon={<Gavel aria-hidden className="size-4" />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t("decide")}
      </Button>
      {isOpen && <DecideDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function DecideDialog({
  appealId,
  item,
  answer,
  isCorrectable,
  language,
  onClose,
}: Props & { onClose: () => void }) {
  const t = useTranslations("auditReview.talk");
  const [outcome, setOutcome] = useState<"upheld" | "changed" | "">("");
  const [value, setValue] = useState(() => toValue(answer));
  const [decision, setDecision] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const { run, pending } = useServerAction(decideAppealAction, {
    successMessage: t("decided"),
    onSuccess: onClose,
    onFailure: ({ fields, message }) => setProblem(Object.values(fields ?? {})[0] ?? message ?? null),
  });
  const save = () => {
    if (outcome === "changed") {
      run({ outcome, appealId, decision, value, basedOn: answer?.revision ?? 0 });
    } else if (outcome === "upheld") {
      run({ outcome, appealId, decision });
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("decideTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" pending={pending} disabled={!outcome || !decision.trim()} onClick={save}>
            {t("saveDecision")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {problem && (
          <Callout tone="danger" role="alert">
            {problem}
          </Callout>
        )}
        <FieldGroup name="outcome" label={t("outcome")} required>
          <RadioGroup
            value={outcome}
            onValueChange={(chosen) => setOutcome(chosen as "upheld" | "changed")}
            choices={[
              { value: "upheld", label: t("upheldChoice"), hint: t("upheldHint") },
              {
                value: "changed",
                label: t("changedChoice"),
                hint: t("changedHint"),
                disabled: !isCorrectable,
              },
            ]}
          />
        </FieldGroup>
        {outcome === "changed" && (
          <ItemAnswer
            item={item}
            value={value}
            language={language}
            onChange={(next) => {
              setProblem(null);
              setValue(next ?? NO_ANSWER);
            }}
          />
        )}
        <Field name="decision" label={t("decisionText")} hint={t("decisionHint")} required>
          <Textarea
            rows={3}
            maxLength={5000}
            value={decision}
            onChange={(event) => setDecision(event.target.value)}
          />
        </Field>
      </div>
    </Dialog>
  );
}
