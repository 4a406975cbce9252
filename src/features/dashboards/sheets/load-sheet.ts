import "server-only";
import type { Page } from "@/server/list";
import type { Sheet } from "@/server/sheet";
import { getBesideCustomers } from "../audits/beside-customers";
import { makeBesideSheet } from "../audits/beside-sheet";
import type { Dashboard } from "../dashboard";
import { getCaseMix } from "../figures/case-mix";
import { employeesOf, listCommentsToExport, listLatestComments } from "../figures/comments";
import { getEmployeePlot } from "../figures/funnel-plot";
import { listHeadlines } from "../figures/headlines";
import { getInviting } from "../figures/inviting";
import { getResponseFunnel } from "../figures/response";
import { getScoreShares } from "../figures/score-shares";
import { getSortedGroupTable } from "../figures/sorted-groups";
import { getSurveyResults } from "../figures/survey-results";
import { getTrend } from "../figures/trend";
import { nameEmployees } from "../known-employees";
import type { Texts } from "../make-texts";
import type { CommentRow } from "../queries/list-comments";
import type { Dimension } from "../schema";
import { makeGroupSheet } from "./group-sheet";
import { makeHeadlineSheet } from "./headline-sheet";
import {
  makeCaseMixSheet,
  makeCommentsSheet,
  makeDistributionSheet,
  makeEmployeePlotSheet,
  makeFunnelSheet,
  makeInvitingSheet,
} from "./other-sheets";
import { makeSurveySheet } from "./survey-sheet";
import { makeTrendSheet } from "./trend-sheet";

const GROUP_TABLES: Record<string, Dimension> = {
  touchpoints: "touchpoint",
  employees: "employee",
  locations: "location",
  channels: "channel",
  "encounter-types": "encounterType",
  segments: "segment",
};

/** From encounters to answers, by dimension. */
const INVITING_TABLES: Record<string, Dimension> = {
  inviting: "employee",
  "touchpoint-funnels": "touchpoint",
  "location-funnels": "location",
  "channel-funnels": "channel",
};

/** Tables and charts of an employee's own page. */
const OWN_TABLES: readonly string[] = [
  "headlines",
  "trend",
  "distribution",
  "touchpoints",
  "comments",
  "latest-comments",
  "beside-audits",
];

/** The name under which a table by this dimension is exported. */
export function exportNameOf(dimension: Dimension): string {
  return Object.keys(GROUP_TABLES).find((name) => GROUP_TABLES[name] === dimension) ?? dimension;
}

/** The name under which the funnels by this dimension are exported. */
export function invitingExportOf(dimension: Dimension): string {
  return Object.keys(INVITING_TABLES).find((name) => INVITING_TABLES[name] === dimension) ?? "inviting";
}

/** What an address says of a table besides the dashboard's own parameters. */
type SheetOptions = {
  /** Rows of a table that shows no more. */
  limit?: number;
  /** The survey whose results are asked for, by its id. */
  survey?: string;
};

/**
 * The data behind one table or chart of a dashboard, from the very functions that its page shows; null when there is no
 * such table, or not for this role.
 * @throws NotFoundError for a survey that is not the organization's
 */
export async function loadSheet(
  table: string,
  dashboard: Dashboard,
  texts: Texts,
  { limit, survey }: SheetOptions = {},
): Promise<Sheet | null> {
  const isEmployee = dashboard.scope.role === "employee";
  if (isEmployee && !OWN_TABLES.includes(table)) return null;
  const dimension = Object.hasOwn(GROUP_TABLES, table) ? GROUP_TABLES[table] : undefined;
  if (dimension) {
    return makeGroupSheet(await getSortedGroupTable(dashboard, dimension, texts, { limit }), texts);
  }
  const invited = Object.hasOwn(INVITING_TABLES, table) ? INVITING_TABLES[table] : undefined;
  if (invited) {
    const nameOf = (named: Dashboard, value: string) => texts.nameOf(named, invited, value);
    return makeInvitingSheet(await getInviting(dashboard, invited, nameOf, texts.locale), texts);
  }
  switch (table) {
    case "headlines": {
      const [headlines, funnel] = await Promise.all([
        listHeadlines(dashboard),
        isEmployee ? null : getResponseFunnel(dashboard),
      ]);
      return makeHeadlineSheet(headlines, funnel, texts);
    }
    case "trend":
      return makeTrendSheet(await getTrend(dashboard), dashboard, texts);
    case "distribution":
      return makeDistributionSheet(await getScoreShares(dashboard), texts);
    case "funnel":
      return makeFunnelSheet(await getResponseFunnel(dashboard), texts);
    case "employee-plot": {
      const plot = await getEmployeePlot(
        dashboard,
        (named, id) => texts.nameOf(named, "employee", id),
        texts.locale,
      );
      return plot && makeEmployeePlotSheet(plot, texts);
    }
    case "case-mix": {
      const { employee } = dashboard.slice.filters;
      return employee === undefined ? null : makeCaseMixSheet(await getCaseMix(dashboard, employee), texts);
    }
    case "beside-audits":
      return makeBesideSheet(await getBesideCustomers(dashboard), dashboard, texts);
    case "comments":
      return loadComments(await listCommentsToExport(dashboard), dashboard, texts);
    case "latest-comments":
      return loadComments(await listLatestComments(dashboard, limit ?? 5), dashboard, texts);
    case "survey-results":
      return survey === undefined
        ? null
        : makeSurveySheet(await getSurveyResults(dashboard, survey, texts.locale), texts);
    default:
      return null;
  }
}

async function loadComments(comments: Page<CommentRow>, dashboard: Dashboard, texts: Texts): Promise<Sheet> {
  return makeCommentsSheet(comments, await nameEmployees(dashboard, employeesOf(comments.rows)), texts);
}
