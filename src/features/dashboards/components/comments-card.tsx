import { MessageSquareText } from "lucide-react";
import type { Dashboard } from "@/features/dashboards/dashboard";
import { dashboardHref, exportHref, relatedHref } from "@/features/dashboards/dashboard-href";
import { employeesOf, listLatestComments, listPageOfComments } from "@/features/dashboards/figures/comments";
import { nameEmployees } from "@/features/dashboards/known-employees";
import { getTexts } from "@/features/dashboards/texts";
import { Card } from "@/ui/card";
import { CsvLink } from "@/ui/csv-link";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { Pagination } from "@/ui/pagination";
import { CommentList } from "./comment-list";

/** The latest comments of a page, with the way to all of them. */
export async function LatestCommentsCard({
  dashboard: page,
  limit = 5,
}: {
  dashboard: Dashboard;
  limit?: number;
}) {
  const [texts, comments] = await Promise.all([getTexts(), listLatestComments(page, limit)]);
  const dashboard = await nameEmployees(page, employeesOf(comments.rows));
  const { t } = texts;
  const title = t("comments.latest");
  const filters = { ...dashboard.parameters.filters, ...dashboard.fixed };
  return (
    <Card
      flush
      title={title}
      actions={<CsvLink href={exportHref(dashboard, "latest-comments", { limit })} label={title} />}
      footer={
        comments.total > comments.rows.length && (
          <LinkButton href={relatedHref(dashboard, "/comments", { filters, metric: null })} size="small">
            {t("comments.all", { count: comments.total })}
          </LinkButton>
        )
      }
    >
      {comments.rows.length === 0 ? (
        <EmptyState compact icon={<MessageSquareText />} title={t("comments.empty")} />
      ) : (
        <CommentList comments={comments.rows} dashboard={dashboard} texts={texts} />
      )}
    </Card>
  );
}

/** A page of the comments that the address asks for. */
export async function CommentsCard({ dashboard: page }: { dashboard: Dashboard }) {
  const [texts, comments] = await Promise.all([getTexts(), listPageOfComments(page)]);
  const dashboard = await nameEmployees(page, employeesOf(comments.rows));
  const { t } = texts;
  const isSearch = dashboard.parameters.query !== "";
  const title = t("comments.found", { count: comments.total });
  return (
    <Card
      flush
      title={title}
      actions={<CsvLink href={exportHref(dashboard, "comments")} label={t("comments.title")} />}
      footer={
        comments.total > comments.pageSize && (
          <Pagination
            page={comments.page}
            pageSize={comments.pageSize}
            total={comments.total}
            href={(page) => dashboardHref(dashboard, dashboard.pathname, { page })}
          />
        )
      }
    >
      {comments.rows.length === 0 ? (
        <EmptyState
          compact
          icon={<MessageSquareText />}
          title={
            isSearch ? t("comments.nothingFound", { query: dashboard.parameters.query }) : t("comments.empty")
          }
        >
          {isSearch ? t("comments.searchHint") : t("empty.selection.text")}
        </EmptyState>
      ) : (
        <CommentList comments={comments.rows} dashboard={dashboard} texts={texts} />
      )}
    </Card>
  );
}
