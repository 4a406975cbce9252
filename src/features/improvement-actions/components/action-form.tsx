"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { Combobox } from "@/ui/combobox";
import type { ComboboxOption } from "@/ui/combobox-options";
import { DateInput } from "@/ui/date-input";
import { Field, FieldGroup } from "@/ui/field";
import { LinkButton } from "@/ui/link-button";
import { RadioGroup } from "@/ui/radio-group";
import { Select, type SelectOption } from "@/ui/select";
import { Columns, Row, Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";
import { Textarea } from "@/ui/textarea";
import { createImprovementActionAction, updateImprovementActionAction } from "../actions";
import type { Concern } from "../schema";

export type ActionFormValues = {
  /** Null for a new one. */
  id: string | null;
  /** The goal a new one is made of. */
  goalId: string | null;
  title: string;
  description: string;
  concern: Concern;
  locationId: string | null;
  employee: ComboboxOption | null;
  behaviourId: string | null;
  responsibleMemberId: string | null;
  /** YYYY-MM-DD */
  startsOn: string;
  reviewOn: string;
};

export type ActionFormChoices = {
  concerns: readonly Concern[];
  locations: SelectOption[];
  employees: ComboboxOption[];
  behaviours: SelectOption[];
  members: SelectOption[];
};

/** Declares or changes an improvement action. */
export function ImprovementActionForm({
  values,
  choices,
  listHref,
}: {
  values: ActionFormValues;
  choices: ActionFormChoices;
  listHref: string;
}) {
  const t = useTranslations("improvementActions");
  const ui = useTranslations("ui");
  const router = useRouter();
  const [concern, setConcern] = useState<Concern>(values.concern);
  const { id, goalId } = values;
  return (
    <ActionForm
      action={id ? updateImprovementActionAction : createImprovementActionAction}
      successMessage={t("form.saved")}
      onSuccess={(saved: { id: string }) => router.push(`${listHref}/${saved.id}`)}
      aria-label={t(id ? "form.editTitle" : "form.newTitle")}
    >
      {id && <input type="hidden" name="id" value={id} />}
      {goalId && <input type="hidden" name="goalId" value={goalId} />}
      <Card>
        <Stack gap="large">
          <Field name="title" label={t("fields.title")} hint={t("form.titleHint")} required>
            <TextInput defaultValue={values.title} maxLength={160} autoComplete="off" />
          </Field>
          <Field name="description" label={t("fields.description")} hint={t("form.descriptionHint")} required>
            <Textarea defaultValue={values.description} rows={5} maxLength={4000} />
          </Field>
          <FieldGroup name="concern" label={t("fields.concern")} required>
            <RadioGroup
              value={concern}
              onValueChange={(value) => setConcern(value as Concern)}
              choices={choices.concerns.map((value) => ({
                value,
                label: t(`concern.${value}`),
                hint: t(`concernHint.${value}`),
              }))}
            />
          </FieldGroup>
          {concern === "location" && (
            <Field name="locationId" label={t("fields.location")} required>
              <Select
                defaultValue={values.locationId ?? ""}
                placeholder={t("form.chooseLocation")}
                options={choices.locations}
              />
            </Field>
          )}
          {concern === "employee" && (
            <Field name="employeeId" label={t("fields.employee")} required>
              <Combobox
                options={choices.employees}
                selected={values.employee}
                placeholder={t("form.chooseEmployee")}
              />
            </Field>
          )}
        </Stack>
      </Card>
      <Card>
        <Columns count={2}>
          <Field name="startsOn" label={t("fields.startsOn")} required>
            <DateInput defaultValue={values.startsOn} />
          </Field>
          <Field name="reviewOn" label={t("fields.reviewOn")} hint={t("form.reviewHint")} required>
            <DateInput defaultValue={values.reviewOn} />
          </Field>
          <Field name="responsibleMemberId" label={t("fields.responsible")} optional>
            <Select
              defaultValue={values.responsibleMemberId ?? ""}
              placeholder={t("nobody")}
              options={choices.members}
            />
          </Field>
          <Field name="behaviourId" label={t("fields.behaviour")} hint={t("form.behaviourHint")} optional>
            <Select
              defaultValue={values.behaviourId ?? ""}
              placeholder={t("form.noBehaviour")}
              options={choices.behaviours}
            />
          </Field>
        </Columns>
      </Card>
      <Row>
        <SubmitButton>{t("form.save")}</SubmitButton>
        <LinkButton href={id ? `${listHref}/${id}` : listHref} variant="ghost">
          {ui("action.cancel")}
        </LinkButton>
      </Row>
    </ActionForm>
  );
}
