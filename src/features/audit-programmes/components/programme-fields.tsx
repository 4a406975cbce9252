"use client";

import { useTranslations } from "next-intl";
import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { Select, type SelectOption } from "@/ui/select";
import { Columns } from "@/ui/stack";
import { TextInput } from "@/ui/text-input";
import { Textarea } from "@/ui/textarea";

export type ProgrammeFieldValues = {
  name: string;
  objective: string;
  formId: string;
  encounterTypeId: string | null;
  startsOn: string;
  endsOn: string;
  daysBetweenVisits: number | null;
  mostVisitsPerDay: number | null;
  firstLookDays: number;
  appealDays: number;
};

export type ProgrammeFieldsProps = {
  values: Partial<ProgrammeFieldValues>;
  forms: SelectOption[];
  encounterTypes: SelectOption[];
  /** There are audits, so the form stays. */
  isFormFixed?: boolean;
};

/** What a programme is about, when it runs and by which rules. */
export function ProgrammeFields({
  values,
  forms,
  encounterTypes,
  isFormFixed = false,
}: ProgrammeFieldsProps) {
  const t = useTranslations("programmes.fields");
  return (
    <>
      <Field name="name" label={t("name")} required>
        <TextInput defaultValue={values.name} maxLength={120} autoComplete="off" />
      </Field>
      <Field name="objective" label={t("objective")} hint={t("objectiveHint")} required>
        <Textarea rows={2} defaultValue={values.objective} maxLength={2000} />
      </Field>
      <Columns count={2}>
        <Field name="formId" label={t("form")} hint={isFormFixed ? t("formFixed") : t("formHint")} required>
          <Select options={forms} placeholder={t("chooseForm")} defaultValue={values.formId ?? ""} />
        </Field>
        <Field name="encounterTypeId" label={t("encounterType")} hint={t("encounterTypeHint")} optional>
          <Select
            options={encounterTypes}
            placeholder={t("anyEncounterType")}
            defaultValue={values.encounterTypeId ?? ""}
          />
        </Field>
        <Field name="startsOn" label={t("startsOn")} required>
          <DateInput defaultValue={values.startsOn} />
        </Field>
        <Field name="endsOn" label={t("endsOn")} required>
          <DateInput defaultValue={values.endsOn} />
        </Field>
        <NumberField
          name="daysBetweenVisits"
          label={t("daysBetween")}
          hint={t("daysBetweenHint")}
          value={values.daysBetweenVisits}
          min={1}
          max={3650}
          optional
        />
        <NumberField
          name="mostVisitsPerDay"
          label={t("mostPerDay")}
          hint={t("mostPerDayHint")}
          value={values.mostVisitsPerDay}
          min={1}
          max={100}
          optional
        />
        <NumberField
          name="firstLookDays"
          label={t("firstLook")}
          hint={t("firstLookHint")}
          value={values.firstLookDays ?? 3}
          min={0}
          max={365}
        />
        <NumberField
          name="appealDays"
          label={t("appeal")}
          hint={t("appealHint")}
          value={values.appealDays ?? 14}
          min={0}
          max={365}
        />
      </Columns>
    </>
  );
}

function NumberField({
  value,
  min,
  max,
  optional,
  ...field
}: {
  name: string;
  label: string;
  hint: string;
  value: number | null | undefined;
  min: number;
  max: number;
  optional?: boolean;
}) {
  return (
    <Field {...field} optional={optional} required={!optional}>
      <TextInput type="number" inputMode="numeric" min={min} max={max} defaultValue={value ?? ""} />
    </Field>
  );
}

/** What consultants are told. */
export function BriefingFields({ scenario, brief }: { scenario?: string; brief?: string }) {
  const t = useTranslations("programmes.fields");
  return (
    <>
      <Field name="scenario" label={t("scenario")} hint={t("scenarioHint")} required>
        <Textarea rows={4} defaultValue={scenario} maxLength={5000} />
      </Field>
      <Field name="brief" label={t("brief")} hint={t("briefHint")} required>
        <Textarea rows={6} defaultValue={brief} maxLength={5000} />
      </Field>
    </>
  );
}
