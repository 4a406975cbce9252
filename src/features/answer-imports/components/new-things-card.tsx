"use client";

import { useTranslations } from "next-intl";
import { CHANNELS, STAGES } from "@/features/touchpoints/schema";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { AnswerMapping } from "../mapping";
import type { EditMapping } from "./column-props";
import type { MappingChoices } from "./mapping-choices";

/** What touchpoints and employees are created as; shown only when the import may create some. */
export function NewThingsCard({
  mapping,
  choices,
  edit,
}: {
  mapping: AnswerMapping;
  choices: MappingChoices;
  edit: EditMapping;
}) {
  const t = useTranslations("answerImports.newThings");
  const common = useTranslations("common");
  const touchpoints = mayCreateTouchpoints(mapping);
  const employees = mayCreateEmployees(mapping);
  if (!touchpoints && !employees) return null;
  const { newTouchpoints, newEmployees } = mapping;
  return (
    <Card title={t("title")} description={t("description")}>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {touchpoints && (
          <>
            <Field name="newTouchpoints.stage" label={t("stage")}>
              <Select
                value={newTouchpoints.stage}
                options={STAGES.map((value) => ({ value, label: common(`stage.${value}`) }))}
                onChange={(event) => {
                  const stage = STAGES.find((known) => known === event.target.value);
                  if (stage) edit((now) => ({ ...now, newTouchpoints: { ...now.newTouchpoints, stage } }));
                }}
              />
            </Field>
            <Field name="newTouchpoints.channel" label={t("channel")}>
              <Select
                value={newTouchpoints.channel}
                options={CHANNELS.map((value) => ({ value, label: common(`channel.${value}`) }))}
                onChange={(event) => {
                  const channel = CHANNELS.find((known) => known === event.target.value);
                  if (channel)
                    edit((now) => ({ ...now, newTouchpoints: { ...now.newTouchpoints, channel } }));
                }}
              />
            </Field>
          </>
        )}
        {employees && (
          <Field name="newEmployees.locationId" label={t("location")}>
            <Select
              value={newEmployees.locationId ?? ""}
              placeholder={t("locationOfRow")}
              options={choices.locations.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => {
                const locationId = event.target.value || null;
                edit((now) => ({ ...now, newEmployees: { locationId } }));
              }}
            />
          </Field>
        )}
      </div>
    </Card>
  );
}

const isNew = (thing: { id: string } | { create: string } | null) => thing !== null && "create" in thing;

function mayCreateTouchpoints({ columns, fixed }: AnswerMapping): boolean {
  return (
    isNew(fixed.touchpoint) ||
    columns.some(
      (use) =>
        (use.use === "score" && isNew(use.touchpoint)) ||
        (use.use === "touchpoint" &&
          (use.unknown === "create" || use.values.some(({ thing }) => isNew(thing)))),
    )
  );
}

function mayCreateEmployees({ columns }: AnswerMapping): boolean {
  return columns.some(
    (use) =>
      use.use === "employee" && (use.unknown === "create" || use.values.some(({ thing }) => isNew(thing))),
  );
}
