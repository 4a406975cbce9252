"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { ImportKind } from "@/generated/prisma/enums";
import { ActionForm } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { Field, FieldGroup } from "@/ui/field";
import { RadioGroup } from "@/ui/radio-group";
import { Select } from "@/ui/select";
import { Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { mapImportAction } from "../actions";
import { TARGET_FIELDS, type TargetField } from "../fields";
import { DATE_ORDERS, type DateOrder } from "../formats";
import type { ImportColumns, ImportMapping } from "../schema";
import { fieldLabel } from "./field-list";

type Choice = { value: string; label: string };
export type MappingFormProps = {
  importId: string;
  kind: ImportKind;
  mapping: ImportMapping;
  columns: ImportColumns;
  defaults: { touchpoints: Choice[]; encounterTypes: Choice[]; languages: Choice[] };
  checkHref: string;
  /** Beside the button: discarding the file. */
  children?: ReactNode;
};

/** On wide screens one line: what it is, its column, what the column holds. */
const ROW = "sm:grid sm:grid-cols-[minmax(0,15rem)_minmax(0,18rem)_minmax(0,1fr)] sm:items-center sm:gap-x-5";

/** Says what each column means: for every piece of information its column, what it holds, and a default where one may be. */
export function MappingForm({
  importId,
  kind,
  mapping,
  columns,
  defaults,
  checkHref,
  children,
}: MappingFormProps) {
  const t = useTranslations("imports");
  const [chosen, setChosen] = useState<Record<string, number | undefined>>(mapping.columns);
  const [dateOrder, setDateOrder] = useState<DateOrder | null>(mapping.dateOrder);
  const dates = chosen.occurredAt === undefined ? null : (columns.dateOrders[chosen.occurredAt] ?? null);

  const choose = (field: string, value: string) => {
    const index = value === "" ? undefined : Number(value);
    setChosen({ ...chosen, [field]: index });
    const detected = field === "occurredAt" && index !== undefined ? columns.dateOrders[index] : null;
    if (detected) setDateOrder(detected.isCertain ? detected.order : null);
  };
  const sampleOf = (field: string) => {
    const index = chosen[field];
    return index === undefined ? "" : (columns.samples[index] ?? []).join(" · ");
  };

  return (
    <ActionForm action={mapImportAction} redirectTo={checkHref} aria-label={t("columns.title")}>
      <input type="hidden" name="id" value={importId} />
      <Card title={t("columns.title")} description={t("columns.description")}>
        <div className="flex flex-col divide-y divide-line">
          {TARGET_FIELDS[kind].map((field) => (
            <div key={field.key} className="flex flex-col gap-2 py-2.5 first:pt-0 last:pb-0">
              <Field
                name={`column.${field.key}`}
                label={
                  <FieldName
                    field={field}
                    label={fieldLabel(t, kind, field.key)}
                    isNeeded={t("columns.required")}
                  />
                }
                required={field.isRequired && !field.hasDefault}
                hint={<span className="line-clamp-2 break-words">{sampleOf(field.key)}</span>}
                className={ROW}
              >
                <Select
                  value={chosen[field.key] ?? ""}
                  onChange={(event) => choose(field.key, event.target.value)}
                  placeholder={t("columns.none")}
                  options={columns.header.map((label, index) => ({ value: String(index), label }))}
                />
              </Field>
              <DefaultChoice field={field} mapping={mapping} defaults={defaults} />
            </div>
          ))}
        </div>
      </Card>
      {kind === "encounters" && chosen.occurredAt !== undefined && (
        <Card>
          <FieldGroup
            name="dateOrder"
            label={t("columns.dateOrder")}
            hint={
              dates &&
              (dates.isCertain
                ? t("columns.dateOrderClear")
                : t("columns.dateOrderUnclear", { sample: columns.samples[chosen.occurredAt]?.[0] ?? "" }))
            }
          >
            <RadioGroup
              key={chosen.occurredAt}
              value={dateOrder ?? ""}
              onValueChange={(value) => setDateOrder(value as DateOrder)}
              choices={DATE_ORDERS.map((value) => ({ value, label: t(`columns.dateOrders.${value}`) }))}
            />
          </FieldGroup>
        </Card>
      )}
      <Stack gap="small">
        <div className="flex flex-wrap items-center gap-2">
          <SubmitButton pendingText={t("columns.checking")}>{t("columns.next")}</SubmitButton>
          {children}
        </div>
      </Stack>
    </ActionForm>
  );
}

function FieldName({ field, label, isNeeded }: { field: TargetField; label: string; isNeeded: string }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {label}
      {field.isRequired && <Badge tone="accent">{isNeeded}</Badge>}
    </span>
  );
}

/** What stands where the file says nothing: one touchpoint, type or language for all such rows. */
function DefaultChoice({
  field,
  mapping,
  defaults,
}: {
  field: TargetField;
  mapping: ImportMapping;
  defaults: MappingFormProps["defaults"];
}) {
  const t = useTranslations("imports.columns");
  const [name, choices, value] =
    field.key === "touchpoint"
      ? ["touchpointId", defaults.touchpoints, mapping.defaults.touchpointId]
      : field.key === "encounterType"
        ? ["encounterTypeId", defaults.encounterTypes, mapping.defaults.encounterTypeId]
        : ["language", defaults.languages, mapping.defaults.language];
  if (!field.hasDefault) return null;
  return (
    <Field
      name={name}
      label={<span className="font-normal text-muted sm:pl-4">{t("default")}</span>}
      className={ROW}
    >
      <Select
        defaultValue={value ?? ""}
        placeholder={t(name === "language" ? "ofOrganization" : "noDefault")}
        options={choices}
      />
    </Field>
  );
}
