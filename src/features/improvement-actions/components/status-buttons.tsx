"use client";

import { CircleCheck, CircleSlash, Play, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/ui/action-button";
import { ActionForm } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { Textarea } from "@/ui/textarea";
import { changeActionStatusAction } from "../actions";
import { mayBecome } from "../rules";
import type { ActionStatus } from "../schema";

type Props = { id: string; status: ActionStatus; outcome: string | null };

/** The steps an action may take from where it stands. */
export function StatusButtons({ id, status, outcome }: Props) {
  const t = useTranslations("improvementActions");
  return (
    <>
      {mayBecome(status, "cancelled") && <EndButton id={id} outcome={outcome} as="cancelled" />}
      {(status === "done" || status === "cancelled") && (
        <ActionButton
          action={changeActionStatusAction}
          input={{ id, status: status === "done" ? "running" : "planned", outcome: null }}
          successMessage={t("steps.reopened")}
          icon={<RotateCcw aria-hidden className="size-4" />}
        >
          {t("steps.reopen")}
        </ActionButton>
      )}
      {status === "planned" && (
        <ActionButton
          action={changeActionStatusAction}
          input={{ id, status: "running", outcome: null }}
          successMessage={t("steps.started")}
          variant="primary"
          icon={<Play aria-hidden className="size-4" />}
        >
          {t("steps.start")}
        </ActionButton>
      )}
      {mayBecome(status, "done") && <EndButton id={id} outcome={outcome} as="done" />}
    </>
  );
}

/** Ends an action, with what was found or why it is called off. */
function EndButton({ id, outcome, as }: { id: string; outcome: string | null; as: "done" | "cancelled" }) {
  const t = useTranslations("improvementActions");
  const ui = useTranslations("ui");
  const [isOpen, setIsOpen] = useState(false);
  const Icon = as === "done" ? CircleCheck : CircleSlash;
  return (
    <>
      <Button
        variant={as === "done" ? "primary" : "secondary"}
        aria-haspopup="dialog"
        icon={<Icon aria-hidden className="size-4" />}
        onClick={() => setIsOpen(true)}
      >
        {t(`end.${as}.open`)}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t(`end.${as}.title`)}
        description={t(`end.${as}.text`)}
      >
        <ActionForm
          action={changeActionStatusAction}
          successMessage={t(`end.${as}.done`)}
          onSuccess={() => setIsOpen(false)}
        >
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="status" value={as} />
          <Field
            name="outcome"
            label={t(`end.${as}.label`)}
            hint={t(`end.${as}.hint`)}
            required={as === "done"}
            optional={as === "cancelled"}
          >
            <Textarea defaultValue={outcome ?? ""} rows={5} maxLength={4000} />
          </Field>
          <Row className="justify-end">
            <Button onClick={() => setIsOpen(false)}>{ui("action.cancel")}</Button>
            <SubmitButton>{t(`end.${as}.submit`)}</SubmitButton>
          </Row>
        </ActionForm>
      </Dialog>
    </>
  );
}
