"use client";

import { ChevronDown } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { memo, useState } from "react";
import { Badge } from "@/ui/badge";
import { Field } from "@/ui/field";
import { joinClasses } from "@/ui/join-classes";
import { Select } from "@/ui/select";
import type { ColumnUse, ColumnUseKind } from "../mapping";
import { clearDateForm } from "../rules/suggest-mapping";
import type { ColumnProfile } from "../schema";
import { ColumnDetails } from "./column-details";
import type { ColumnRowProps } from "./column-props";
import { assignUse } from "./mapping-changes";
import { useUseSummary } from "./use-summary";

/** The uses in the order people look for them, by what they tell of. */
const USE_GROUPS = {
  answer: ["score", "comment", "metric"],
  time: ["date", "year", "month", "day"],
  place: ["touchpoint", "location", "employee", "encounterType", "channel"],
  customer: ["segment", "language", "customerReference", "reference"],
} as const satisfies Record<string, readonly ColumnUseKind[]>;

const SAMPLES = 6;

/** One column of the file: what stands in it, what it is used for, and on demand the details of that. */
export const ColumnRow = memo(function ColumnRow(props: ColumnRowProps) {
  const { profile, use, problem, edit } = props;
  const t = useTranslations("answerImports");
  const [isOpen, setOpen] = useState(false);
  const summary = useUseSummary(use, props.choices);
  const kind = use?.use ?? "ignore";
  const hasDetails = use !== null && hasSomethingToSay(use);

  const choose = (next: ColumnUseKind) => {
    edit((mapping) => assignUse(mapping, profile, next));
    setOpen(next === "score" || (next === "date" && clearDateForm(profile) === null));
  };

  return (
    <li id={props.id} className={joinClasses("scroll-mt-20 px-4 py-3 sm:px-5", use && "bg-accent-soft/35")}>
      <div className="grid gap-x-5 gap-y-2 md:grid-cols-[minmax(0,1fr)_minmax(0,15rem)] md:items-start">
        <div className="min-w-0">
          <p className="font-medium break-words text-ink">{profile.column}</p>
          <Samples profile={profile} />
        </div>
        <div className="min-w-0">
          <Field
            name={`use.${profile.column}`}
            label={t("columns.useOf", { column: profile.column })}
            hideLabel
            error={problem ?? undefined}
          >
            <Select
              value={kind}
              onChange={(event) => choose(event.target.value as ColumnUseKind)}
              options={[
                { value: "ignore", label: t("uses.ignore") },
                ...Object.entries(USE_GROUPS).map(([group, uses]) => ({
                  label: t(`useGroups.${group as keyof typeof USE_GROUPS}`),
                  options: uses.map((value) => ({ value, label: t(`uses.${value}`) })),
                })),
              ]}
            />
          </Field>
        </div>
      </div>
      {hasDetails && (
        <>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={`${props.id}-details`}
            onClick={() => setOpen(!isOpen)}
            className="control-height-small mt-1 -ml-1.5 inline-flex max-w-full items-center gap-1.5 rounded-md px-1.5 text-left text-sm text-muted hover:bg-hover hover:text-ink"
          >
            <ChevronDown
              aria-hidden
              className={joinClasses("size-4 shrink-0 transition-transform", !isOpen && "-rotate-90")}
            />
            <span className="sr-only">{profile.column}: </span>
            <span className="min-w-0 break-words">{summary || t("columns.details")}</span>
          </button>
          <div id={`${props.id}-details`} hidden={!isOpen}>
            {isOpen && (
              <div className="mt-2 rounded-lg border border-line bg-surface p-4">
                <ColumnDetails {...props} use={use} />
              </div>
            )}
          </div>
        </>
      )}
    </li>
  );
});

/** Uses that are said by their name alone have no details. */
function hasSomethingToSay({ use }: ColumnUse): boolean {
  return !["year", "month", "day", "segment", "customerReference", "comment", "reference", "ignore"].includes(
    use,
  );
}

/** The most frequent values with their numbers, on one or two lines. */
function Samples({ profile }: { profile: ColumnProfile }) {
  const t = useTranslations("answerImports.columns");
  const format = useFormatter();
  const shown = profile.values.slice(0, SAMPLES);
  if (shown.length === 0) return <p className="text-sm text-muted">{t("allEmpty")}</p>;
  return (
    <p className="mt-0.5 line-clamp-2 text-sm text-muted">
      {shown.map(({ value, count }, index) => (
        <span key={value}>
          {index > 0 && " · "}
          <span className="text-ink">{value}</span>{" "}
          {count > 1 && <span className="text-xs tabular-nums">({format.number(count)})</span>}
        </span>
      ))}
      {(profile.hasMore || profile.values.length > shown.length) && " …"}
      {profile.empty > 0 && (
        <>
          {" "}
          <Badge>{t("empty", { count: profile.empty })}</Badge>
        </>
      )}
    </p>
  );
}
