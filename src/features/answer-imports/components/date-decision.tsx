"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useFailureText } from "@/ui/action-messages";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { Table } from "@/ui/table";
import type { DateForm } from "../formats";
import type { AnswerMapping } from "../mapping";
import type { DatePreview } from "../schema";
import { changeUse, findUse } from "./mapping-changes";
import { useMappingEdit } from "./use-mapping-edit";

/** Dates that can be read in several ways: the rows that would differ, each reading beside the other, and the decision. */
export function DateDecision({
  importId,
  mapping,
  dates,
}: {
  importId: string;
  mapping: AnswerMapping;
  dates: DatePreview;
}) {
  const t = useTranslations("answerImports");
  const format = useFormatter();
  const failureText = useFailureText();
  const { shown, save, pending, failure } = useMappingEdit(importId, mapping);
  const use = findUse(shown, dates.column);
  const chosen = use?.use === "date" ? use.form : null;
  const forms = dates.possibleForms;
  const day = (iso: string | null) =>
    iso === null
      ? t("check.noSuchDay")
      : format.dateTime(new Date(`${iso}T00:00:00Z`), {
          weekday: "short",
          day: "numeric",
          month: "long",
          year: "numeric",
          timeZone: "UTC",
        });
  const decide = (form: DateForm) =>
    save((current) => changeUse(current, { column: dates.column, use: "date", form }));

  return (
    <Card
      flush
      title={t(chosen ? "check.dateDecided" : "check.dateUndecided")}
      description={t("check.dateText", { column: dates.column, count: dates.differingCount })}
    >
      <div className="flex flex-col gap-3 px-4 pb-4 sm:px-5">
        <div className="flex flex-wrap gap-2">
          {forms.map((form) => (
            <Button
              key={form}
              variant={form === chosen ? "primary" : "secondary"}
              aria-pressed={form === chosen}
              pending={pending}
              onClick={() => decide(form)}
              className="h-auto! min-h-9 py-1.5 text-left whitespace-normal"
            >
              {t(`dateForms.${form}`)}
            </Button>
          ))}
        </div>
        {failure && (
          <Callout tone="danger" role="alert">
            {failureText(failure)}
          </Callout>
        )}
      </div>
      <Table
        caption={t("check.dateRows")}
        rows={dates.differing}
        rowKey={(row) => String(row.line)}
        columns={[
          {
            key: "line",
            header: t("rejections.line"),
            width: "5rem",
            cell: (row) => format.number(row.line),
          },
          { key: "value", header: t("check.inFile"), cell: (row) => row.value },
          ...forms.map((form) => ({
            key: form,
            header: t(`dateFormNames.${form}`),
            cell: (row: DatePreview["differing"][number]) => (
              <span className={form === chosen ? "font-medium text-ink" : undefined}>
                {day(row.readings.find((reading) => reading.form === form)?.day ?? null)}
              </span>
            ),
          })),
        ]}
      />
      {dates.differingCount > dates.differing.length && (
        <p className="border-t border-line px-4 py-3 text-sm text-muted sm:px-5">
          {t("check.dateMore", { count: dates.differingCount - dates.differing.length })}
        </p>
      )}
    </Card>
  );
}
