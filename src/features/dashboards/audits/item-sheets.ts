import type { ItemResults } from "@/features/audit-results/figures/items";
import { chooseText } from "@/server/input";
import { count, type Sheet, text, value } from "@/server/sheet";
import { listDimensionValues } from "../choices";
import type { Texts } from "../make-texts";
import { intervalCells } from "../sheets/headline-sheet";
import type { AuditDashboard } from "./audit-dashboard";

const share = "share" as const;

/** The locations with answers in the order of the organization's tree. */
export function locationsInOrder(
  { choices }: Pick<AuditDashboard, "choices">,
  { locationIds }: Pick<ItemResults, "locationIds">,
): string[] {
  const places = new Map(listDimensionValues(choices, "location").map((id, index) => [id, index]));
  const placeOf = (id: string) => places.get(id) ?? places.size;
  return [...locationIds].sort((a, b) => placeOf(a) - placeOf(b));
}

/** A row per item: points earned, failed answers, what it tells, and the agreement of auditors. */
export function makeItemSheet({ items }: ItemResults, texts: Texts): Sheet {
  const { t, audits, locale } = texts;
  const failed = audits("column.itemFailed");
  const agreement = audits("column.agreement");
  return {
    columns: [
      { label: audits("column.section") },
      { label: audits("column.item") },
      { label: audits("column.points"), unit: share },
      { label: t("column.low"), unit: share },
      { label: t("column.high"), unit: share },
      { label: t("column.answers") },
      { label: failed, unit: share },
      { label: t("column.lowOf", { name: failed }), unit: share },
      { label: t("column.highOf", { name: failed }), unit: share },
      { label: audits("column.notApplicable") },
      { label: audits("column.tells") },
      { label: agreement },
      { label: t("column.lowOf", { name: agreement }) },
      { label: t("column.highOf", { name: agreement }) },
      { label: audits("column.doubleVisits") },
      { label: t("column.note") },
    ],
    rows: items.map((item) => [
      text(chooseText(item.section, locale)),
      text(chooseText(item.text, locale)),
      value(item.points.value, share),
      ...intervalCells({ interval: item.points.interval, unit: share }),
      count(item.points.n),
      value(item.failed.value, share),
      ...intervalCells({ interval: item.failed.interval, unit: share }),
      count(item.notApplicable),
      text(item.noInformation && audits(`items.${item.noInformation}`)),
      value(item.agreement?.alpha ?? null, "mean"),
      ...intervalCells({ interval: item.agreement?.interval ?? null, unit: "mean" }),
      count(item.agreement?.n ?? null),
      text(item.agreement && audits(`agreement.${item.agreement.verdict}`)),
    ]),
  };
}

/** A row per item, a share of points and its n per location. */
export function makeHeatSheet(results: ItemResults, dashboard: AuditDashboard, texts: Texts): Sheet {
  const { t, audits, locale } = texts;
  const locations = locationsInOrder(dashboard, results).map((id) => ({
    id,
    name: texts.nameOf(dashboard, "location", id),
  }));
  return {
    columns: [
      { label: audits("column.section") },
      { label: audits("column.item") },
      ...locations.flatMap(({ name }) => [
        { label: name, unit: share },
        { label: t("column.answersOf", { name }) },
      ]),
    ],
    rows: results.items.map((item) => [
      text(chooseText(item.section, locale)),
      text(chooseText(item.text, locale)),
      ...locations.flatMap(({ id }) => {
        const cell = item.cells.get(id);
        return [value(cell?.value ?? null, share), count(cell?.n ?? 0)];
      }),
    ]),
  };
}
