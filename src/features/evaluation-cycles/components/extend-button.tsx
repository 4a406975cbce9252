"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { DateInput } from "@/ui/date-input";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { extendCycleAction } from "../actions";

/** Asks for a later last day; of a closed cycle it opens the answering again. */
export function ExtendButton({
  cycleId,
  isClosed,
  isReleased,
  first,
  offered,
}: {
  cycleId: string;
  isClosed: boolean;
  isReleased: boolean;
  /** The first day that can be chosen. */
  first: string;
  offered: string;
}) {
  const t = useTranslations("evaluationCycles.change.extend");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t(isClosed ? "labelClosed" : "label")}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t(isClosed ? "titleClosed" : "title")}
        description={t(isReleased ? "textReleased" : isClosed ? "textClosed" : "text")}
        size="small"
      >
        <ActionForm action={extendCycleAction} successMessage={t("done")} onSuccess={() => setOpen(false)}>
          <input type="hidden" name="cycleId" value={cycleId} />
          <Field name="closesOn" label={t("closesOn")} required>
            <DateInput min={first} defaultValue={offered} />
          </Field>
          <Row>
            <SubmitButton>{t(isClosed ? "labelClosed" : "label")}</SubmitButton>
          </Row>
        </ActionForm>
      </Dialog>
    </>
  );
}
