import type { AuditorResult } from "@/features/audit-results/figures/auditors";
import type { BehaviourResult, SectionResult } from "@/features/audit-results/figures/parts";
import type { AuditDimension, AuditResult } from "@/features/audit-results/schema";
import type { AuditFigure, AuditShare } from "@/metrics/audit-figure";
import { percentAsShare } from "@/metrics/format";
import { chooseText } from "@/server/input";
import {
  count,
  day,
  difference,
  type Sheet,
  type SheetCell,
  type SheetColumn,
  text,
  value,
} from "@/server/sheet";
import type { Texts } from "../make-texts";
import { intervalCells } from "../sheets/headline-sheet";
import type { NamedAuditGroup } from "./audit-groups";
import type { AuditTrend } from "./audit-trend";
import { asShare, percentInterval } from "./shares";

const share = "share" as const;

/** Mean score, its interval, n, and whether it is provisional. */
function scoreColumns({ t, audits }: Texts): SheetColumn[] {
  return [
    { label: audits("column.score"), unit: share },
    { label: t("column.low"), unit: share },
    { label: t("column.high"), unit: share },
    { label: audits("column.visits") },
    { label: t("column.note") },
  ];
}

function scoreCells(figure: AuditFigure, { audits }: Texts): SheetCell[] {
  const score = asShare(figure);
  const isSaid = figure.isProvisional && figure.n > 0;
  return [
    value(score.value, share),
    ...intervalCells(score),
    count(figure.n),
    text(isSaid ? audits("provisional") : ""),
  ];
}

function shareColumns(name: string, counted: string, { t }: Texts): SheetColumn[] {
  return [
    { label: name, unit: share },
    { label: t("column.lowOf", { name }), unit: share },
    { label: t("column.highOf", { name }), unit: share },
    { label: counted },
  ];
}

function shareCells({ value: found, interval, count: counted }: AuditShare): SheetCell[] {
  return [value(found, share), ...intervalCells({ interval, unit: share }), count(counted)];
}

/** The mean score and the share of FAILED verdicts of all visits. */
export function makeAuditHeadlineSheet(result: AuditResult, texts: Texts): Sheet {
  const { audits } = texts;
  return {
    columns: [
      ...scoreColumns(texts),
      ...shareColumns(audits("column.failed"), audits("column.failedCount"), texts),
    ],
    rows: [[...scoreCells(result.figure, texts), ...shareCells(result.failed)]],
  };
}

/** A row per visit, week or month. */
export function makeAuditTrendSheet(trend: AuditTrend, texts: Texts): Sheet {
  const { t, audits } = texts;
  return {
    columns: [
      { label: t("column.from") },
      { label: t("column.to") },
      { label: audits("column.score"), unit: share },
      { label: t("column.low"), unit: share },
      { label: t("column.high"), unit: share },
      { label: audits("column.visits") },
      { label: audits("column.failedCount") },
      ...(trend.hasLimits
        ? [
            { label: t("column.lowerLimit"), unit: share },
            { label: t("column.upperLimit"), unit: share },
            { label: t("column.signal") },
          ]
        : []),
    ],
    rows: trend.points.map(({ firstDay, lastDay, figure, failed, limits }) => {
      const score = asShare(figure);
      return [
        day(firstDay),
        day(lastDay),
        value(score.value, share),
        ...intervalCells(score),
        count(figure.n),
        count(failed),
        ...(trend.hasLimits
          ? [
              value(percentAsShare(limits.lower), share),
              value(percentAsShare(limits.upper), share),
              text(limits.signal && t(`signal.${limits.signal.rule}.${limits.signal.side}`)),
            ]
          : []),
      ];
    }),
  };
}

/** A row per touchpoint, location or employee, in the order given. */
export function makeAuditGroupSheet(
  groups: readonly NamedAuditGroup[],
  by: AuditDimension,
  texts: Texts,
): Sheet {
  const { t, audits } = texts;
  return {
    columns: [
      { label: t(`dimension.${by}`) },
      ...scoreColumns(texts),
      ...shareColumns(audits("column.failed"), audits("column.failedCount"), texts),
      { label: t("column.rank") },
      { label: t("column.tie") },
      { label: audits("column.shrunken"), unit: share },
    ],
    rows: groups.map(({ name, figure, failed, rank, tie, shrunken }) => [
      text(name),
      ...scoreCells(figure, texts),
      ...shareCells(failed),
      count(rank),
      text(tie),
      value(percentAsShare(shrunken), share),
    ]),
  };
}

/** A row per section of each form. */
export function makeSectionSheet(sections: readonly SectionResult[], texts: Texts): Sheet {
  const { audits, locale } = texts;
  return {
    columns: [{ label: audits("column.form") }, { label: audits("column.section") }, ...scoreColumns(texts)],
    rows: sections.map(({ formName, title, figure }) => [
      text(formName),
      text(chooseText(title, locale)),
      ...scoreCells(figure, texts),
    ]),
  };
}

/** A row per behaviour of the service standard. */
export function makeBehaviourSheet(behaviours: readonly BehaviourResult[], texts: Texts): Sheet {
  return {
    columns: [{ label: texts.audits("column.behaviour") }, ...scoreColumns(texts)],
    rows: behaviours.map(({ name, figure }) => [
      text(chooseText(name, texts.locale)),
      ...scoreCells(figure, texts),
    ]),
  };
}

/** A row per auditor: severity against others, hours from the visit to submission, audits sent back. */
export function makeAuditorSheet(auditors: readonly AuditorResult[], texts: Texts): Sheet {
  const { t, audits } = texts;
  const severity = audits("column.severity");
  return {
    columns: [
      { label: audits("column.auditor") },
      ...scoreColumns(texts),
      { label: severity, unit: share },
      { label: t("column.lowOf", { name: severity }), unit: share },
      { label: t("column.highOf", { name: severity }), unit: share },
      { label: audits("column.compared") },
      { label: audits("column.others") },
      { label: audits("column.different") },
      { label: audits("column.median") },
      { label: audits("column.lowerHours") },
      { label: audits("column.upperHours") },
      ...shareColumns(audits("column.sentBack"), audits("column.sentBackCount"), texts),
      { label: audits("column.timesSentBack") },
    ],
    rows: auditors.map((auditor) => {
      const found = auditor.severity;
      const interval = percentInterval(found?.interval ?? null);
      return [
        text(auditor.name),
        ...scoreCells(auditor.figure, texts),
        difference(percentAsShare(found?.difference ?? null), share),
        difference(interval?.low ?? null, share),
        difference(interval?.high ?? null, share),
        count(found?.comparedN ?? null),
        count(found?.othersN ?? null),
        text(found && (found.isDifferent ? t("export.yes") : t("export.no"))),
        value(auditor.medianHours, "mean"),
        value(auditor.lowerHours, "mean"),
        value(auditor.upperHours, "mean"),
        ...shareCells(auditor.sentBack),
        count(auditor.timesSentBack),
      ];
    }),
  };
}
