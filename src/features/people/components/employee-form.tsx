"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { Columns, Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";
import { createEmployeeAction, updateEmployeeAction } from "../actions/places-and-employees";
import type { EmployeeRow, LocationOption, TeamOption } from "../schema";
import { locationSelectOptions } from "./location-select-options";

export type EmployeeFormProps = {
  employee: EmployeeRow | null;
  locations: LocationOption[];
  teams: TeamOption[];
  /** Chosen at first for a new employee. */
  defaultLocationId?: string;
  onDone: () => void;
};

export function EmployeeForm({ employee, locations, teams, defaultLocationId, onDone }: EmployeeFormProps) {
  const t = useTranslations("employees");
  const ui = useTranslations("ui");
  const onlyLocationId = locations.length === 1 ? locations[0]?.id : undefined;
  const [locationId, setLocationId] = useState(
    employee?.locationId ?? defaultLocationId ?? onlyLocationId ?? "",
  );
  const fittingTeams = teams.filter((team) => team.locationId === null || team.locationId === locationId);

  return (
    <ActionForm
      action={employee ? updateEmployeeAction : createEmployeeAction}
      successMessage={employee ? t("saved", { name: employee.name }) : undefined}
      onSuccess={onDone}
    >
      {employee && <input type="hidden" name="id" value={employee.id} />}
      <Field name="name" label={t("form.name")} required>
        <TextInput defaultValue={employee?.name} autoComplete="off" />
      </Field>
      <Columns count={2}>
        <Field name="email" label={t("form.email")} optional>
          <TextInput type="email" defaultValue={employee?.email ?? ""} autoComplete="off" />
        </Field>
        <Field name="title" label={t("form.title")} optional>
          <TextInput
            defaultValue={employee?.title ?? ""}
            placeholder={t("form.titlePlaceholder")}
            autoComplete="off"
          />
        </Field>
        <Field
          name="locationId"
          label={t("form.location")}
          hint={employee?.isUsed && locationId !== employee.locationId ? t("form.moveHint") : undefined}
          required
        >
          <Select
            options={locationSelectOptions(locations)}
            placeholder={t("form.locationPlaceholder")}
            value={locationId}
            onChange={(event) => setLocationId(event.target.value)}
          />
        </Field>
        <Field name="teamId" label={t("form.team")} optional>
          <Select
            // Another location has other teams: the choice starts again.
            key={locationId}
            options={fittingTeams.map((team) => ({ value: team.id, label: team.name }))}
            placeholder={t("form.noTeam")}
            defaultValue={
              fittingTeams.some((team) => team.id === employee?.teamId) ? (employee?.teamId ?? "") : ""
            }
          />
        </Field>
      </Columns>
      <Field name="externalReference" label={t("form.reference")} hint={t("form.referenceHint")} optional>
        <TextInput defaultValue={employee?.externalReference ?? ""} autoComplete="off" />
      </Field>
      <Row className="justify-end">
        <Button onClick={onDone}>{ui("action.cancel")}</Button>
        <SubmitButton>{employee ? t("form.save") : t("form.add")}</SubmitButton>
      </Row>
    </ActionForm>
  );
}
