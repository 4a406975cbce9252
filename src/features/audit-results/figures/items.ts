import "server-only";
import { setImmediate } from "node:timers/promises";
import { isScored, passPointsOf } from "@/features/audit-forms/rules";
import type { AuditFormItem, AuditItemKind } from "@/features/audit-forms/schema";
import { type AuditShare, auditShare, MINIMUM_AUDITS, pointsShare } from "@/metrics/audit-figure";
import { type AuditorAgreement, measureAgreement } from "@/metrics/auditor-agreement";
import type { LocalizedText } from "@/server/input";
import type { Scope } from "@/server/scope";
import { countDoubleVisits, listDoubleVisitAnswers } from "../queries/list-double-visits";
import { type FormVersion, listFormVersions } from "../queries/list-form-versions";
import { type ItemSums, listItemSums } from "../queries/list-item-sums";
import { codeAnswers, findNoInformation, levelOf } from "../rules/judge-item";
import type { AuditSlice } from "../schema";

/** An item at one location; `isProvisional` below three answers. `differs`: its interval leaves out the item's share elsewhere. */
export type ItemCell = AuditShare & { isProvisional: boolean; differs: "above" | "below" | null };

/** One scored item of a form over all its versions, with the words of the newest one that has it. */
export type ItemResult = {
  key: string;
  text: LocalizedText;
  section: LocalizedText;
  kind: AuditItemKind;
  isCritical: boolean;
  /** Share of points earned. */
  points: AuditShare;
  failed: AuditShare;
  notApplicable: number;
  noInformation: "everybodyPasses" | "everybodyFails" | null;
  /** Of the auditors of double visits; null for kinds that cannot be compared. */
  agreement: AuditorAgreement | null;
  cells: Map<string, ItemCell>;
};

export type ItemResults = {
  items: ItemResult[];
  /** With answers, those with the most first. */
  locationIds: string[];
  /** Visits made by two auditors, in all. */
  doubleVisits: number;
};

/** The results of a form's scored items, in the form's order; items nobody answered have n = 0. Empty for an unknown form. */
export async function getItemResults(scope: Scope, slice: AuditSlice, formId: string): Promise<ItemResults> {
  const ofForm = { ...slice, filters: { ...slice.filters, form: formId } };
  const versions = await listFormVersions(scope, formId);
  const [sums, doubles, doubleVisits] = await Promise.all([
    listItemSums(scope, ofForm, passPointsById(versions)),
    listDoubleVisitAnswers(scope, ofForm),
    countDoubleVisits(scope, ofForm),
  ]);
  const byKey = groupByItem(sums);
  const doublesByKey = groupByItem(doubles);
  const items: ItemResult[] = [];
  for (const { item, section } of listKnownItems(versions)) {
    const level = levelOf(item.kind);
    const optionKeys = "options" in item ? item.options.map(({ key }) => key) : [];
    const answered = doublesByKey.get(item.key) ?? [];
    // An interval of many double visits takes a while: others get their turn between the items.
    if (answered.length > 0) await setImmediate();
    items.push({
      key: item.key,
      text: item.text,
      section,
      kind: item.kind,
      isCritical: isScored(item) && item.isCritical,
      ...judgeSums(byKey.get(item.key) ?? []),
      agreement: level && measureAgreement(codeAnswers(item.kind, optionKeys, answered), level),
    });
  }
  const answers = new Map<string, number>();
  for (const { locationId, n } of sums) {
    if (locationId !== null && n > 0) answers.set(locationId, (answers.get(locationId) ?? 0) + n);
  }
  return {
    items,
    locationIds: [...answers].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id),
    doubleVisits,
  };
}

function groupByItem<Row extends { itemKey: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.itemKey);
    if (group) group.push(row);
    else groups.set(row.itemKey, [row]);
  }
  return groups;
}

function judgeSums(sums: readonly ItemSums[]) {
  const all = sums.find(({ locationId }) => locationId === null);
  const { n = 0, sum = 0, failed: failedCount = 0, notApplicable = 0 } = all ?? {};
  const failed = auditShare(failedCount, n);
  const points = pointsShare(n, sum);
  const cells = sums.flatMap((at): [string, ItemCell][] => {
    if (at.locationId === null || at.n === 0) return [];
    const share = pointsShare(at.n, at.sum);
    const isProvisional = at.n < MINIMUM_AUDITS;
    const elsewhere = pointsShare(n - at.n, sum - at.sum).value;
    return [
      [at.locationId, { ...share, isProvisional, differs: isProvisional ? null : compare(share, elsewhere) }],
    ];
  });
  return {
    points,
    failed,
    notApplicable,
    noInformation: findNoInformation(failed, points),
    cells: new Map(cells),
  };
}

function compare({ interval }: AuditShare, elsewhere: number | null): ItemCell["differs"] {
  if (!interval || elsewhere === null) return null;
  if (interval.low > elsewhere) return "above";
  return interval.high < elsewhere ? "below" : null;
}

/** What it takes to pass, by the id of each version's scored items. */
function passPointsById(versions: readonly FormVersion[]): Map<string, number> {
  const entries = versions.flatMap(({ definition, itemIds }) =>
    definition.sections.flatMap(({ items }) =>
      items.flatMap((item): [string, number][] => {
        const id = itemIds[item.key];
        return id !== undefined && isScored(item) ? [[id, passPointsOf(item)]] : [];
      }),
    ),
  );
  return new Map(entries);
}

/** Scored items in the order of the newest version; those that only older versions have come after it. */
function listKnownItems(versions: readonly FormVersion[]): { item: AuditFormItem; section: LocalizedText }[] {
  const known = new Map<string, { item: AuditFormItem; section: LocalizedText }>();
  for (const { definition } of versions) {
    for (const { title, items } of definition.sections) {
      for (const item of items) {
        if (isScored(item) && !known.has(item.key)) known.set(item.key, { item, section: title });
      }
    }
  }
  return [...known.values()];
}
