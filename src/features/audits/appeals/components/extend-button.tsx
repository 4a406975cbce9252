"use client";

import { CalendarPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { DateInput } from "@/ui/date-input";
import { Dialog } from "@/ui/dialog";
import { Field, FieldGroup } from "@/ui/field";
import { RadioGroup } from "@/ui/radio-group";
import { SubmitButton } from "@/ui/submit-button";
import { extendDeadlineAction } from "../actions";
import type { Deadline } from "../schema";

/** Gives more time: for appeals always, for the first look while it lasts. */
export function ExtendButton({
  auditId,
  deadlines,
  today,
}: {
  auditId: string;
  /** What can be extended now. */
  deadlines: Deadline[];
  today: string;
}) {
  const t = useTranslations("auditReview.talk");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        icon={<CalendarPlus aria-hidden className="size-4" />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t("extend")}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t("extendTitle")} size="small">
        <ActionForm
          action={extendDeadlineAction}
          successMessage={t("extended")}
          onSuccess={() => setOpen(false)}
        >
          <input type="hidden" name="auditId" value={auditId} />
          {deadlines.length > 1 ? (
            <FieldGroup name="deadline" label={t("which")}>
              <RadioGroup
                name="deadline"
                defaultValue="appeal"
                choices={deadlines.map((value) => ({
                  value,
                  label: t(value === "appeal" ? "whichAppeal" : "whichFirstLook"),
                }))}
              />
            </FieldGroup>
          ) : (
            <input type="hidden" name="deadline" value={deadlines[0]} />
          )}
          <Field name="until" label={t("until")} hint={t("untilHint")} required>
            <DateInput min={today} />
          </Field>
          <div>
            <SubmitButton>{t("saveDeadline")}</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </>
  );
}
