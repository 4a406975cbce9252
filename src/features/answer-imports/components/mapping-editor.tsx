"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useDeferredValue, useMemo, useState, useTransition } from "react";
import { normalizeName } from "@/features/imports/rules/words";
import { useFailureText } from "@/ui/action-messages";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { SegmentedControl } from "@/ui/radio-group";
import { TextInput } from "@/ui/text-input";
import type { AnswerMapping } from "../mapping";
import { judgeMapping } from "../rules/judge-mapping";
import type { ColumnProfile, SavedMapping } from "../schema";
import { BulkUseForm } from "./bulk-use-form";
import { ColumnRow } from "./column-row";
import { FixedValuesCard } from "./fixed-values-card";
import { assignBulkUse, findColumnOf, findUse } from "./mapping-changes";
import { idsOf, type MappingChoices } from "./mapping-choices";
import { MappingSummary } from "./mapping-summary";
import { NewThingsCard } from "./new-things-card";
import { SavedMappings, SaveMapping } from "./saved-mappings";
import { useMappingSaver } from "./use-mapping-saver";

const PARTS = ["all", "mapped", "unmapped"] as const;
type Part = (typeof PARTS)[number];

export type MappingEditorProps = {
  importId: string;
  /** What the server has. */
  current: AnswerMapping;
  columns: ColumnProfile[];
  choices: MappingChoices;
  savedMappings: SavedMapping[];
  checkHref: string;
  /** Beside the button: discarding the file. */
  children?: ReactNode;
};

/** Says what each column of the file means. Everything is saved as it is chosen. */
export function MappingEditor(props: MappingEditorProps) {
  const { importId, current, columns, choices, savedMappings, checkHref, children } = props;
  const t = useTranslations("answerImports");
  const failureText = useFailureText();
  const router = useRouter();
  const saver = useMappingSaver(importId, current);
  const { mapping, edit } = saver;
  const [words, setWords] = useState("");
  const [part, setPart] = useState<Part>("all");
  const [isGoing, startGoing] = useTransition();
  const headers = useMemo(() => columns.map(({ column }) => column), [columns]);
  const sought = normalizeName(useDeferredValue(words));

  const shown = useMemo(
    () =>
      columns.filter(({ column, values }) => {
        if (part !== "all" && (findUse(mapping, column) !== null) !== (part === "mapped")) return false;
        if (sought === "") return true;
        return [column, ...values.map(({ value }) => value)].some((text) =>
          normalizeName(text).includes(sought),
        );
      }),
    [columns, mapping, part, sought],
  );
  const ids = useMemo(() => idsOf(choices), [choices]);
  const problems = useMemo(() => judgeMapping(mapping, headers, ids), [mapping, headers, ids]);
  const problemOf = new Map(problems.map(({ column, problem }) => [column, problem]));
  const alikeBy = new Map<string, number>();
  for (const use of mapping.columns) {
    if (use.use === "score") alikeBy.set(use.metric ?? "", (alikeBy.get(use.metric ?? "") ?? 0) + 1);
  }
  const hasMetricColumn = findColumnOf(mapping, "metric") !== null;
  const hasTouchpointColumn = findColumnOf(mapping, "touchpoint") !== null;

  const showColumn = (column: string) => {
    setWords("");
    setPart("all");
    requestAnimationFrame(() => {
      const row = document.getElementById(rowId(columns, column));
      row?.scrollIntoView({ block: "center" });
      row?.querySelector("select")?.focus({ preventScroll: true });
    });
  };
  const check = () =>
    startGoing(async () => {
      if (await saver.flush()) router.push(checkHref);
    });

  const summary = (
    <MappingSummary mapping={mapping} problems={problems} saver={saver} onShowColumn={showColumn} />
  );

  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="flex min-w-0 flex-col gap-6">
        <SavedMappings
          importId={importId}
          saved={savedMappings}
          columns={headers}
          current={current}
          saver={saver}
        />
        <Card flush title={t("columns.title")} description={t("columns.description")}>
          <div className="flex flex-wrap items-center gap-3 border-y border-line bg-sunken/50 px-4 py-3 sm:px-5">
            <Field name="columnSearch" label={t("columns.search")} hideLabel className="w-full sm:w-64">
              <TextInput
                type="search"
                value={words}
                placeholder={t("columns.search")}
                onChange={(event) => setWords(event.target.value)}
              />
            </Field>
            <SegmentedControl
              name="part"
              label={t("columns.part")}
              value={part}
              onValueChange={(value) => setPart(value as Part)}
              choices={PARTS.map((value) => ({ value, label: t(`columns.parts.${value}`) }))}
            />
            <p role="status" className="text-sm text-muted tabular-nums">
              {t("columns.shown", { shown: shown.length, total: columns.length })}
            </p>
            {shown.length > 1 && (
              <BulkUseForm
                count={shown.length}
                onApply={(use) => edit((now) => assignBulkUse(now, shown, use))}
              />
            )}
          </div>
          {shown.length === 0 ? (
            <p className="px-4 py-6 text-muted sm:px-5">{t("columns.nothingFound")}</p>
          ) : (
            <ul className="divide-y divide-line">
              {shown.map((profile) => {
                const use = findUse(mapping, profile.column);
                const problem = problemOf.get(profile.column);
                return (
                  <ColumnRow
                    key={profile.column}
                    id={rowId(columns, profile.column)}
                    profile={profile}
                    use={use}
                    hasMetricColumn={hasMetricColumn}
                    hasTouchpointColumn={hasTouchpointColumn}
                    alike={use?.use === "score" ? (alikeBy.get(use.metric ?? "") ?? 1) - 1 : 0}
                    problem={problem ? t(`problems.${problem}`) : null}
                    choices={choices}
                    edit={edit}
                  />
                );
              })}
            </ul>
          )}
        </Card>
        <FixedValuesCard mapping={mapping} choices={choices} edit={edit} />
        <NewThingsCard mapping={mapping} choices={choices} edit={edit} />
        <SaveMapping importId={importId} saved={savedMappings} mapping={mapping} />
        {saver.failure && (
          <Callout tone="danger" role="alert" title={failureText(saver.failure)}>
            {saver.failure.code === "unexpected" && t("summary.failedText")}
          </Callout>
        )}
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="primary" pending={isGoing} pendingText={t("columns.checking")} onClick={check}>
            {t("columns.next")}
          </Button>
          {children}
        </div>
      </div>
      <section
        aria-label={t("summary.title")}
        className="max-lg:order-first max-lg:contents lg:sticky lg:top-6"
      >
        <Card className="max-lg:hidden">
          {summary}
          <Button
            variant="primary"
            className="mt-4 w-full"
            pending={isGoing}
            pendingText={t("columns.checking")}
            onClick={check}
          >
            {t("columns.next")}
          </Button>
        </Card>
        <details className="sticky bottom-3 z-10 order-last rounded-xl border border-line bg-raised shadow-raised lg:hidden">
          <summary className="flex control-height items-center gap-2 px-4 py-2 font-medium text-ink">
            {t("summary.short", {
              mapped: mapping.columns.filter(({ use }) => use !== "ignore").length,
              missing: problems.length,
            })}
          </summary>
          <div className="max-h-[60dvh] overflow-y-auto border-t border-line px-4 py-3">{summary}</div>
        </details>
      </section>
    </div>
  );
}

function rowId(columns: ColumnProfile[], column: string): string {
  return `column-${columns.findIndex((profile) => profile.column === column)}`;
}
