import "server-only";
import { id as idInput } from "@/server/input";
import { hasPermission } from "@/server/permissions";
import type { Scope } from "@/server/scope";
import type { Sheet } from "@/server/sheet";
import { isAuditExport, openAuditExport } from "../audits/open-audit-export";
import { openDashboard } from "../dashboard";
import type { Texts } from "../make-texts";
import { lastDayOf } from "../periods";
import { DIMENSIONS } from "../schema";
import { loadSheet } from "./load-sheet";

/**
 * The sheet that an export's address asks for. `about` names the filter that is the page's subject (its trend is compared
 * with the rest), `limit` the rows of a table that shows no more, `survey` the one whose results are asked for.
 * Null: no such table, or no right to it; throws NotFoundError for an unknown subject.
 */
export async function openExport(
  scope: Scope,
  slug: string,
  table: string,
  search: URLSearchParams,
  texts: Texts,
): Promise<{ sheet: Sheet; fileName: string } | null> {
  if (isAuditExport(table)) return openAuditExport(scope, slug, table, search, texts);
  if (!hasPermission(scope.role, "dashboards.read") && !hasPermission(scope.role, "own-results.read"))
    return null;
  const raw = Object.fromEntries(search);
  const about = search.get("about");
  const subject = DIMENSIONS.find((dimension) => dimension === about);
  const fixed = subject === undefined ? {} : { [subject]: search.get(subject) ?? "" };
  const dashboard = await openDashboard(scope, { slug, pathname: "" }, raw, fixed);
  const limit = Number(search.get("limit"));
  const survey = idInput.safeParse(search.get("survey")).data;
  const sheet = await loadSheet(table, dashboard, texts, {
    limit: Number.isInteger(limit) && limit > 0 ? limit : undefined,
    survey,
  });
  const { period } = dashboard;
  return sheet && { sheet, fileName: `${slug}-${table}-${period.firstDay}-${lastDayOf(period)}.csv` };
}
