import "server-only";
import type { Page } from "@/server/list";
import type { Dashboard } from "../dashboard";
import { type CommentRow, listComments } from "../queries/list-comments";
import type { CommentFilters } from "../schema";

const EVERYTHING: CommentFilters = { query: "", metric: null, band: null, score: null };

/** How the page's address narrows comments. An exact score needs the metric on whose scale it is. */
export function getCommentFilters({ parameters, scope }: Dashboard): CommentFilters {
  // An employee's page has a metric for its figures; its comments are all there are.
  if (scope.role === "employee") return EVERYTHING;
  const { query, band, metric, score } = parameters;
  return { query, band, metric, score: metric === null ? null : score };
}

/** The page of comments that the address asks for. */
export function listPageOfComments(dashboard: Dashboard): Promise<Page<CommentRow>> {
  return listComments(
    dashboard.scope,
    dashboard.slice,
    getCommentFilters(dashboard),
    dashboard.parameters.page,
  );
}

/** All comments the address asks for, as many as an export holds. */
export function listCommentsToExport(dashboard: Dashboard, limit = 100_000): Promise<Page<CommentRow>> {
  return listComments(dashboard.scope, dashboard.slice, getCommentFilters(dashboard), 1, limit);
}

/** The latest comments of the page's slice, whatever was searched for. */
export function listLatestComments(dashboard: Dashboard, limit: number): Promise<Page<CommentRow>> {
  return listComments(dashboard.scope, dashboard.slice, EVERYTHING, 1, limit);
}

/** Whom comments are about; null where an answer belongs to nobody, or must not tell. */
export function employeesOf(comments: readonly Pick<CommentRow, "employeeId">[]): (string | null)[] {
  return comments.map(({ employeeId }) => employeeId);
}
