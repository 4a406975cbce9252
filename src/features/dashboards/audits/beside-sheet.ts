import { MINIMUM_AUDITS } from "@/metrics/audit-figure";
import { count, type Sheet, text, value } from "@/server/sheet";
import type { Dashboard } from "../dashboard";
import type { Texts } from "../make-texts";
import { intervalCells } from "../sheets/headline-sheet";
import type { BesideCustomers } from "./beside-customers";
import { asShare } from "./shares";

/** The comparison in one sentence. */
export function describeComparison(
  { audits: { figure }, customers, comparison }: BesideCustomers,
  { metric, minimumN }: Pick<Dashboard, "metric" | "minimumN">,
  texts: Texts,
): string {
  const { audits } = texts;
  if (comparison === "tooFew") {
    return audits("beside.tooFew", { audits: MINIMUM_AUDITS, answers: Math.max(1, minimumN) });
  }
  if (comparison === "agree" || comparison === "undecided") return audits(`beside.${comparison}`);
  return audits(`beside.${comparison}`, {
    audits: texts.figure(asShare(figure)),
    metric: texts.metric(metric),
    customers: texts.figure(customers),
  });
}

/** The audits' figure and the customers', a row each, with what they say of each other. */
export function makeBesideSheet(
  beside: BesideCustomers | null,
  dashboard: Pick<Dashboard, "metric" | "minimumN">,
  texts: Texts,
): Sheet {
  const { t, audits } = texts;
  const rows = beside
    ? [
        { name: audits("beside.audits"), ...asShare(beside.audits.figure) },
        { name: texts.metric(dashboard.metric), ...beside.customers },
      ]
    : [];
  return {
    columns: [
      { label: t("column.figure") },
      { label: t("column.unit") },
      { label: t("column.value") },
      { label: t("column.low") },
      { label: t("column.high") },
      { label: audits("column.number") },
      { label: t("column.note") },
    ],
    rows: rows.map((figure) => [
      text(figure.name),
      text(t(`export.unit.${figure.unit}`)),
      value(figure.value, figure.unit),
      ...intervalCells(figure),
      count(figure.n),
      text(beside && describeComparison(beside, dashboard, texts)),
    ]),
  };
}
