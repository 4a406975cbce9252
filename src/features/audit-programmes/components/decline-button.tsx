"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { Textarea } from "@/ui/textarea";
import { declineAssignmentAction } from "../actions";

/** Gives a visit back, with the reason that whoever gave it needs. */
export function DeclineButton({ assignmentId, label }: { assignmentId: string; label: string }) {
  const t = useTranslations("programmes.assignment");
  const ui = useTranslations("ui");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("declineTitle")}
        description={t("declineText")}
        size="small"
      >
        <ActionForm
          action={declineAssignmentAction}
          successMessage={t("declined")}
          onSuccess={() => setOpen(false)}
        >
          <input type="hidden" name="assignmentId" value={assignmentId} />
          <Field name="reason" label={t("reason")} required>
            <Textarea rows={3} maxLength={500} />
          </Field>
          <Row className="justify-end">
            <Button onClick={() => setOpen(false)}>{ui("action.cancel")}</Button>
            <SubmitButton>{t("decline")}</SubmitButton>
          </Row>
        </ActionForm>
      </Dialog>
    </>
  );
}
