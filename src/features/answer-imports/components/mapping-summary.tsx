"use client";

import { CircleAlert, CircleCheck, CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Spinner } from "@/ui/spinner";
import type { AnswerMapping, MappingProblem } from "../mapping";
import type { MappingSaver } from "./use-mapping-saver";

const KINDS_TOLD = [
  "date",
  "year",
  "month",
  "day",
  "touchpoint",
  "location",
  "employee",
  "encounterType",
  "channel",
  "segment",
  "language",
  "metric",
  "customerReference",
  "comment",
  "reference",
] as const;

/** What is mapped and what is missing, always in view beside the columns. */
export function MappingSummary({
  mapping,
  problems,
  saver,
  onShowColumn,
}: {
  mapping: AnswerMapping;
  problems: MappingProblem[];
  saver: Pick<MappingSaver, "state">;
  /** Brings a column into view. */
  onShowColumn: (column: string) => void;
}) {
  const t = useTranslations("answerImports");
  const scores = mapping.columns.filter((use) => use.use === "score");
  const told = KINDS_TOLD.flatMap((kind) => {
    const use = mapping.columns.find((one) => one.use === kind);
    return use ? [{ kind, column: use.column }] : [];
  });

  return (
    <div className="flex flex-col gap-4">
      <div>
        <h3 className="mb-1.5 font-semibold text-ink">{t("summary.mapped")}</h3>
        <ul className="flex flex-col gap-1 text-sm">
          <li className="flex items-baseline justify-between gap-3">
            <span className="text-muted">{t("summary.scores")}</span>
            <span className="font-medium text-ink tabular-nums">{scores.length}</span>
          </li>
          {told.map(({ kind, column }) => (
            <li key={kind} className="flex items-baseline justify-between gap-3">
              <span className="shrink-0 text-muted">{t(`uses.${kind}`)}</span>
              <button
                type="button"
                onClick={() => onShowColumn(column)}
                className="min-w-0 truncate rounded-sm text-right font-medium text-ink hover:underline"
              >
                {column}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3 className="mb-1.5 font-semibold text-ink">
          {t(problems.length > 0 ? "summary.missing" : "summary.complete")}
        </h3>
        {problems.length > 0 ? (
          <ul className="flex flex-col gap-1.5 text-sm">
            {problems.map((problem) => (
              <li key={`${problem.problem} ${problem.column}`} className="flex gap-2">
                <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
                <span className="min-w-0 break-words">
                  {problem.column && (
                    <>
                      <button
                        type="button"
                        onClick={() => onShowColumn(problem.column ?? "")}
                        className="rounded-sm font-medium break-all text-ink underline decoration-line-strong underline-offset-2 hover:decoration-current"
                      >
                        {problem.column}
                      </button>
                      {": "}
                    </>
                  )}
                  {t(`problems.${problem.problem}`)}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="flex gap-2 text-sm text-muted">
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-ink" />
            {t("summary.completeText")}
          </p>
        )}
      </div>
      <p role="status" className="flex items-center gap-2 text-sm text-muted">
        {saver.state === "changed" && <Spinner />}
        {saver.state === "failed" && <CloudOff aria-hidden className="size-4 shrink-0 text-warning" />}
        {t(`summary.${saver.state}`)}
      </p>
    </div>
  );
}
