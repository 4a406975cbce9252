"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { MemberRole } from "@/generated/prisma/enums";
import { Checkbox } from "@/ui/checkbox";
import { Combobox } from "@/ui/combobox";
import type { ComboboxOption } from "@/ui/combobox-options";
import { Field, FieldGroup } from "@/ui/field";
import { RadioGroup } from "@/ui/radio-group";

const ROLES = ["owner", "manager", "consultant", "employee"] as const;

export type AccessFieldsProps = {
  current: {
    role: MemberRole;
    allLocations: boolean;
    locationIds: string[];
    employee: { id: string; name: string } | null;
  };
  locations: { id: string; name: string; depth: number }[];
  employees: ComboboxOption[];
};

/** Role and what goes with it: a manager's locations, the employee somebody is. */
export function AccessFields({ current, locations, employees }: AccessFieldsProps) {
  const t = useTranslations("members.access");
  const [role, setRole] = useState<string>(current.role);
  const [access, setAccess] = useState(current.allLocations ? "whole" : "locations");
  return (
    <>
      <FieldGroup name="role" label={t("role")} required>
        <RadioGroup
          value={role}
          onValueChange={setRole}
          choices={ROLES.map((choice) => ({
            value: choice,
            label: t(`roles.${choice}.name`),
            hint: t(`roles.${choice}.hint`),
          }))}
        />
      </FieldGroup>
      {role === "manager" && (
        <FieldGroup name="access" label={t("scope")}>
          <RadioGroup
            value={access}
            onValueChange={setAccess}
            choices={[
              { value: "whole", label: t("whole") },
              { value: "locations", label: t("chosen"), disabled: locations.length === 0 },
            ]}
          />
        </FieldGroup>
      )}
      {role === "manager" && access === "locations" && (
        <FieldGroup name="locationIds" label={t("locations")} hint={t("locationsHint")}>
          <div className="max-h-72 overflow-y-auto rounded-lg border border-line bg-surface px-3.5 py-1.5">
            {locations.map((location) => (
              <div key={location.id} style={{ paddingInlineStart: `${location.depth * 1.5}rem` }}>
                <Checkbox
                  name="locationIds[]"
                  value={location.id}
                  label={location.name}
                  defaultChecked={current.locationIds.includes(location.id)}
                />
              </div>
            ))}
          </div>
        </FieldGroup>
      )}
      {role === "employee" && (
        <Field name="employeeId" label={t("employee")} hint={t("employeeHint")} required className="max-w-md">
          <Combobox
            options={employees}
            selected={current.employee && { value: current.employee.id, label: current.employee.name }}
          />
        </Field>
      )}
    </>
  );
}
