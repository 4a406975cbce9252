import { dayOf } from "@/features/encounters/rules";
import type { CaseMixComparison } from "@/metrics/case-mix";
import { HEADLINES } from "@/metrics/headline";
import type { Page } from "@/server/list";
import { count, day, difference, type Sheet, text, value } from "@/server/sheet";
import type { Dashboard } from "../dashboard";
import type { EmployeePlot, NamedPlotPoint } from "../figures/funnel-plot";
import type { Inviting } from "../figures/inviting";
import type { ResponseFunnel } from "../figures/response";
import type { ScoreShares } from "../figures/score-shares";
import { splitHighlights } from "../highlight";
import type { Texts } from "../make-texts";
import { writeLocalTime } from "../periods";
import type { CommentRow } from "../queries/list-comments";
import { intervalCells } from "./headline-sheet";

/** A row per score of the scale. */
export function makeDistributionSheet(shares: ScoreShares, texts: Texts): Sheet {
  const { t } = texts;
  return {
    columns: [
      { label: t("column.score") },
      { label: t("column.band") },
      { label: t("column.answers") },
      { label: t("column.share"), unit: "share" },
    ],
    rows: shares.scores.map(({ score, band, count: answers, share }) => [
      count(score),
      text(texts.band(shares.metric, band)),
      count(answers),
      value(share, "share"),
    ]),
  };
}

/** The steps from encounters to answers, then the reasons why encounters were not invited. */
export function makeFunnelSheet({ steps, reasons, counts }: ResponseFunnel, texts: Texts): Sheet {
  const { t } = texts;
  return {
    columns: [
      { label: t("column.step") },
      { label: t("column.number") },
      { label: t("column.share"), unit: "share" },
      { label: t("column.low"), unit: "share" },
      { label: t("column.high"), unit: "share" },
    ],
    rows: [
      ...steps.map(({ step, count: number, share }) => [
        text(t(`funnel.step.${step}`)),
        count(number),
        value(share?.value ?? null, "share"),
        ...intervalCells({ interval: share?.interval ?? null, unit: "share" }),
      ]),
      ...(counts.bounced > 0
        ? [[text(t("funnel.bounced")), count(counts.bounced), value(null, "share"), text(""), text("")]]
        : []),
      ...reasons.map(({ reason, count: number }) => [
        text(t("funnel.notInvited", { reason: texts.reason(reason) })),
        count(number),
        value(null, "share"),
        text(""),
        text(""),
      ]),
    ],
  };
}

/** A row per employee, touchpoint …: how far encounters came; for people the limits of chance and the side they lie on. */
export function makeInvitingSheet({ dimension, hasLimits, rows }: Inviting, texts: Texts): Sheet {
  const { t } = texts;
  return {
    columns: [
      { label: t(`dimension.${dimension}`) },
      { label: t("column.encounters") },
      { label: t("funnel.step.eligible") },
      { label: t("column.invited") },
      { label: t("column.invitedShare"), unit: "share" },
      { label: t("column.lowOf", { name: t("column.invitedShare") }), unit: "share" },
      { label: t("column.highOf", { name: t("column.invitedShare") }), unit: "share" },
      ...(hasLimits
        ? [
            { label: t("column.lowerLimit"), unit: "share" as const },
            { label: t("column.upperLimit"), unit: "share" as const },
            { label: t("column.note") },
          ]
        : []),
      { label: t("funnel.bounced") },
      { label: t("funnel.step.answered") },
      { label: t("responseRate"), unit: "share" },
      { label: t("column.rateLow"), unit: "share" },
      { label: t("column.rateHigh"), unit: "share" },
    ],
    rows: rows.map(({ name, funnel, figure, limits, outside, rate }) => [
      text(name),
      count(funnel.encounters),
      count(funnel.eligible),
      count(funnel.invited),
      value(figure.value, "share"),
      ...intervalCells(figure),
      ...(hasLimits
        ? [...intervalCells({ interval: limits, unit: "share" }), text(outside && t(`inviting.${outside}`))]
        : []),
      count(funnel.bounced),
      count(funnel.answered),
      value(rate.value, "share"),
      ...intervalCells(rate),
    ]),
  };
}

/** A row per employee of the funnel plot: figure, n, both pairs of limits and where it lies. */
export function makeEmployeePlotSheet({ dashboard, points }: EmployeePlot, texts: Texts): Sheet {
  const { t } = texts;
  const { unit } = HEADLINES[dashboard.metric];
  return {
    columns: [
      { label: t("dimension.employee") },
      { label: texts.metric(dashboard.metric), unit },
      { label: t("column.low"), unit },
      { label: t("column.high"), unit },
      { label: t("column.answers") },
      { label: t("plot.lowerInner"), unit },
      { label: t("plot.upperInner"), unit },
      { label: t("plot.lowerOuter"), unit },
      { label: t("plot.upperOuter"), unit },
      { label: t("column.note") },
    ],
    rows: points.map((point) => [
      text(point.name),
      value(point.figure.value, unit),
      ...intervalCells(point.figure),
      count(point.figure.n),
      ...intervalCells({ interval: point.inner, unit }),
      ...intervalCells({ interval: point.outer, unit }),
      text(describeZone(point, texts)),
    ]),
  };
}

/** Where a point lies, in words: what chance explains and what it does not. */
export function describeZone({ zone, side }: Pick<NamedPlotPoint, "zone" | "side">, { t }: Texts): string {
  return zone === "inside" || side === null ? t("plot.inside") : t(`plot.${zone}.${side}`);
}

/** One row: the employee against the organization on the same mix. */
export function makeCaseMixSheet(mix: CaseMixComparison | null, texts: Texts): Sheet {
  const { t } = texts;
  const unit = mix?.unit ?? "points";
  return {
    columns: [
      { label: t("mix.observed"), unit },
      { label: t("mix.expected"), unit },
      { label: t("column.difference"), unit },
      { label: t("column.low"), unit },
      { label: t("column.high"), unit },
      { label: t("column.answers") },
    ],
    rows: mix
      ? [
          [
            value(mix.observed, unit),
            value(mix.expected, unit),
            difference(mix.difference, unit),
            difference(mix.interval.low, unit),
            difference(mix.interval.high, unit),
            count(mix.n),
          ],
        ]
      : [],
  };
}

/** A row per comment. An employee's own export names nobody. */
export function makeCommentsSheet(comments: Page<CommentRow>, dashboard: Dashboard, texts: Texts): Sheet {
  const { t } = texts;
  const namesPeople = dashboard.scope.role !== "employee";
  const plain = (marked: string | null) =>
    splitHighlights(marked ?? "")
      .map((piece) => piece.text)
      .join("");
  return {
    columns: [
      { label: t("column.answeredAt") },
      { label: t("column.metric") },
      { label: t("column.score") },
      { label: t("column.followUp") },
      { label: t("column.comment") },
      { label: t("column.language") },
      { label: t("dimension.touchpoint") },
      { label: t("dimension.channel") },
      ...(namesPeople ? [{ label: t("dimension.employee") }, { label: t("dimension.location") }] : []),
    ],
    rows: comments.rows.map((row) => [
      row.isAnonymous
        ? day(dayOf(row.answeredAt, dashboard.scope.timeZone).toString())
        : text(writeLocalTime(row.answeredAt, dashboard.scope.timeZone)),
      text(texts.metric(row.metric)),
      count(row.score),
      text(plain(row.followUp)),
      text(plain(row.comment)),
      text(texts.language(row.language)),
      text(texts.nameOf(dashboard, "touchpoint", row.touchpointId)),
      text(texts.nameOf(dashboard, "channel", row.channel)),
      ...(namesPeople
        ? [
            text(row.employeeId && texts.nameOf(dashboard, "employee", row.employeeId)),
            text(row.locationId && texts.nameOf(dashboard, "location", row.locationId)),
          ]
        : []),
    ]),
  };
}
