"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { EncounterTypeOption, TouchpointOption } from "@/features/touchpoints/schema";
import { STAGES } from "@/features/touchpoints/schema";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { Checkbox } from "@/ui/checkbox";
import { Combobox } from "@/ui/combobox";
import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { useOrganizationSlug } from "@/ui/organization-context";
import { Select } from "@/ui/select";
import { Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { startObservationAction } from "../../actions";
import type { ObservationChoices } from "../../queries/get-observation-choices";

const big = "[&_select]:min-h-12";

/** Who is observed where and with which form, and that the employee knows; the place follows from the employee. */
export function ObservationForm({
  choices,
  touchpoints,
  encounterTypes,
  today,
}: {
  choices: ObservationChoices;
  touchpoints: TouchpointOption[];
  encounterTypes: EncounterTypeOption[];
  /** The day in the organization's time zone. */
  today: string;
}) {
  const t = useTranslations("audits.observe");
  const stages = useTranslations("common.stage");
  const organization = useOrganizationSlug();
  const [employeeId, setEmployeeId] = useState<string | null>(null);
  const [touchpointId, setTouchpointId] = useState("");
  const [encounterTypeId, setEncounterTypeId] = useState("");
  const employee = choices.employees.find(({ id }) => id === employeeId);
  const isFor = (bound: string[], id: string) => !id || bound.length === 0 || bound.includes(id);
  const forms = choices.forms.filter(
    (form) => isFor(form.touchpointIds, touchpointId) && isFor(form.encounterTypeIds, encounterTypeId),
  );
  return (
    <ActionForm action={startObservationAction} redirectTo={`/o/${organization}/audits/{auditId}/enter`}>
      <Card>
        <Stack gap="medium">
          <Field name="employeeId" label={t("employee")} hint={employee?.locationName} required>
            <Combobox
              className="[&_input]:min-h-12"
              options={choices.employees.map(({ id, name, locationName }) => ({
                value: id,
                label: name,
                detail: locationName,
              }))}
              onSelect={(option) => setEmployeeId(option?.value ?? null)}
            />
          </Field>
          <input type="hidden" name="locationId" value={employee?.locationId ?? ""} />
          <Field name="touchpointId" label={t("touchpoint")} required>
            <Select
              className={big}
              placeholder={t("choose")}
              value={touchpointId}
              onChange={(event) => setTouchpointId(event.target.value)}
              options={STAGES.map((stage) => ({
                label: stages(stage),
                options: touchpoints
                  .filter((touchpoint) => touchpoint.stage === stage)
                  .map(({ id, name }) => ({ value: id, label: name })),
              })).filter(({ options }) => options.length > 0)}
            />
          </Field>
          {encounterTypes.length > 0 && (
            <Field name="encounterTypeId" label={t("encounterType")} optional>
              <Select
                className={big}
                placeholder={t("anyType")}
                value={encounterTypeId}
                onChange={(event) => setEncounterTypeId(event.target.value)}
                options={encounterTypes.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Field>
          )}
          <Field name="formId" label={t("form")} required>
            <Select
              key={forms.map(({ id }) => id).join(" ")}
              className={big}
              placeholder={forms.length === 0 ? t("noForm") : t("choose")}
              defaultValue={forms.length === 1 ? forms[0]?.id : ""}
              options={forms.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
          <div className="flex flex-col gap-4 rounded-lg bg-sunken p-4">
            <Checkbox className="min-h-12" name="knows" required label={t("knows")} hint={t("knowsHint")} />
            <Field name="staffInformedOn" label={t("knowsSince")} required>
              <DateInput className="min-h-12 max-w-48" defaultValue={today} max={today} />
            </Field>
          </div>
          <SubmitButton className="min-h-14 text-lg" pendingText={t("starting")}>
            {t("start")}
          </SubmitButton>
        </Stack>
      </Card>
    </ActionForm>
  );
}
