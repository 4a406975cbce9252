"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/ui/action-form";
import { Combobox } from "@/ui/combobox";
import { Field, FieldGroup } from "@/ui/field";
import { SegmentedControl } from "@/ui/radio-group";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { Textarea } from "@/ui/textarea";
import { useToast } from "@/ui/toast";
import {
  declareConflictAction,
  searchConflictEmployeesAction,
  searchConflictLocationsAction,
} from "../actions";

/** Declares a location or an employee one cannot audit without bias. */
export function ConflictForm() {
  const t = useTranslations("programmes.conflicts");
  const toast = useToast();
  const [about, setAbout] = useState("location");
  const [round, setRound] = useState(0);
  return (
    <ActionForm
      key={round}
      action={declareConflictAction}
      onSuccess={({ declined }: { declined: number }) => {
        toast({ message: t("done", { declined }) });
        setRound((current) => current + 1);
      }}
    >
      <FieldGroup name="about" label={t("about")}>
        <SegmentedControl
          name="about"
          value={about}
          onValueChange={setAbout}
          choices={[
            { value: "location", label: t("location") },
            { value: "employee", label: t("employee") },
          ]}
        />
      </FieldGroup>
      {about === "location" ? (
        <Field key="location" name="locationId" label={t("chooseLocation")} required>
          <Combobox search={searchConflictLocationsAction} />
        </Field>
      ) : (
        <Field key="employee" name="employeeId" label={t("chooseEmployee")} hint={t("employeeHint")} required>
          <Combobox search={searchConflictEmployeesAction} />
        </Field>
      )}
      <Field name="reason" label={t("reason")} hint={t("reasonHint")} required>
        <Textarea rows={2} maxLength={500} />
      </Field>
      <p className="text-sm text-muted">{t("openWarning")}</p>
      <Row>
        <SubmitButton>{t("submit")}</SubmitButton>
      </Row>
    </ActionForm>
  );
}
