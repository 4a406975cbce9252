import "server-only";
import { listAuditorResults } from "@/features/audit-results/figures/auditors";
import { getItemResults } from "@/features/audit-results/figures/items";
import { listBehaviourResults, listSectionResults } from "@/features/audit-results/figures/parts";
import { getAuditResult } from "@/features/audit-results/figures/results";
import type { AuditDimension } from "@/features/audit-results/schema";
import { hasPermission } from "@/server/permissions";
import type { Scope } from "@/server/scope";
import type { Sheet } from "@/server/sheet";
import type { Texts } from "../make-texts";
import { lastDayOf } from "../periods";
import { type AuditDashboard, openAuditDashboard, shownForm } from "./audit-dashboard";
import { listNamedGroups } from "./audit-groups";
import { getAuditTrend } from "./audit-trend";
import {
  makeAuditGroupSheet,
  makeAuditHeadlineSheet,
  makeAuditorSheet,
  makeAuditTrendSheet,
  makeBehaviourSheet,
  makeSectionSheet,
} from "./group-sheets";
import { makeHeatSheet, makeItemSheet } from "./item-sheets";

const GROUPS: Record<string, AuditDimension> = {
  "audit-touchpoints": "touchpoint",
  "audit-locations": "location",
  "audit-employees": "employee",
};

/** Whether an export of this name is about audits. */
export function isAuditExport(table: string): boolean {
  return table.startsWith("audit-");
}

/**
 * The sheet behind one table or chart of the audit results, from the functions that its page shows. Null: no such table, or
 * no right to it; a consultant gets only her own line of the consultants.
 */
export async function openAuditExport(
  scope: Scope,
  slug: string,
  table: string,
  search: URLSearchParams,
  texts: Texts,
): Promise<{ sheet: Sheet; fileName: string } | null> {
  const permission = table === "audit-consultants" ? "auditor-statistics.read" : "audit-results.read";
  if (!hasPermission(scope.role, permission)) return null;
  const kind = search.get("kind") === "observation" ? "observation" : "mystery";
  const dashboard = await openAuditDashboard(scope, { slug, pathname: "" }, kind, Object.fromEntries(search));
  const sheet = await loadSheet(table, dashboard, texts);
  const { period } = dashboard;
  const name = kind === "observation" ? `${table}-observation` : table;
  return sheet && { sheet, fileName: `${slug}-${name}-${period.firstDay}-${lastDayOf(period)}.csv` };
}

async function loadSheet(table: string, dashboard: AuditDashboard, texts: Texts): Promise<Sheet | null> {
  const { scope, slice } = dashboard;
  const by = Object.hasOwn(GROUPS, table) ? GROUPS[table] : undefined;
  if (by) return makeAuditGroupSheet(await listNamedGroups(dashboard, by, texts), by, texts);
  switch (table) {
    case "audit-headlines":
      return makeAuditHeadlineSheet(await getAuditResult(scope, slice), texts);
    case "audit-trend":
      return makeAuditTrendSheet(await getAuditTrend(dashboard), texts);
    case "audit-sections":
      return makeSectionSheet(await listSectionResults(scope, slice), texts);
    case "audit-behaviours":
      return makeBehaviourSheet(await listBehaviourResults(scope, slice), texts);
    case "audit-consultants":
      return makeAuditorSheet(await listAuditorResults(scope, slice), texts);
    case "audit-items":
    case "audit-heat": {
      const form = shownForm(dashboard);
      if (!form) return null;
      const results = await getItemResults(scope, slice, form.id);
      return table === "audit-items"
        ? makeItemSheet(results, texts)
        : makeHeatSheet(results, dashboard, texts);
    }
    default:
      return null;
  }
}
