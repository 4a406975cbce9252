import type { Dashboard } from "@/features/dashboards/dashboard";
import { dashboardHref, exportHref } from "@/features/dashboards/dashboard-href";
import { getSortedGroupTable, ROWS_PER_PAGE } from "@/features/dashboards/figures/sorted-groups";
import type { Dimension, TableSort } from "@/features/dashboards/schema";
import { exportNameOf } from "@/features/dashboards/sheets/load-sheet";
import { getTexts } from "@/features/dashboards/texts";
import { Card } from "@/ui/card";
import { CsvLink } from "@/ui/csv-link";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { Pagination } from "@/ui/pagination";
import { Table } from "@/ui/table";
import { makeGroupColumns } from "./group-columns";
import { groupRowHref } from "./group-links";

export type GroupTableCardProps = {
  dashboard: Dashboard;
  dimension: Dimension;
  /** Below the title; else what the order means. */
  description?: string;
  /** A fixed order, where several tables share a page; the reader sorts otherwise. */
  sort?: TableSort;
  /** Only the first rows, with a link to all. */
  limit?: number;
  /** The page of rows, and the words searched for in their names, are in the page's address. */
  isPaged?: boolean;
  allHref?: string;
  title?: string;
  /** Nothing is shown where there is only one row: it would repeat the page. */
  hideSingle?: boolean;
};

/** The selected metric by touchpoint, employee …, with what it takes not to read too much into a row. */
export async function GroupTableCard(props: GroupTableCardProps) {
  const { dimension, limit, allHref, isPaged = false } = props;
  const texts = await getTexts();
  const { t } = texts;
  const { parameters, pathname } = props.dashboard;
  const sort = props.sort ?? parameters.sort;
  const table = await getSortedGroupTable(props.dashboard, dimension, texts, {
    sort,
    limit,
    ...(isPaged ? { page: parameters.page, query: parameters.query } : {}),
  });
  const { dashboard } = table;
  if (props.hideSingle && table.total < 2) return null;
  const title = props.title ?? t(`groups.title.${dimension}`);
  const isByScore = sort === "score" || sort === "-score";
  const hasTooFew = table.rows.some((row) => row.isTooFew && row.figure.n > 0);
  const notes = [
    ...(isByScore ? [t("groups.byScore")] : []),
    ...(hasTooFew ? [t("groups.tooFewNote", { minimum: dashboard.minimumN })] : []),
  ];
  const hasMore = table.found > table.rows.length;
  const isSearched = isPaged && parameters.query !== "";
  return (
    <Card
      flush
      title={title}
      description={props.description}
      actions={
        <CsvLink
          href={exportHref(dashboard, exportNameOf(dimension), { sort, limit, query: "" })}
          label={title}
        />
      }
      footer={
        (notes.length > 0 || hasMore) && (
          <div className="flex flex-col gap-3">
            {isPaged && table.found > ROWS_PER_PAGE && (
              <Pagination
                page={table.page}
                pageSize={ROWS_PER_PAGE}
                total={table.found}
                href={(page) => dashboardHref(dashboard, pathname, { page, sort })}
              />
            )}
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <p className="max-w-prose text-sm text-muted">{notes.join(" ")}</p>
              {allHref && hasMore && (
                <LinkButton href={allHref} size="small">
                  {t("groups.all", { count: table.total })}
                </LinkButton>
              )}
            </div>
          </div>
        )
      }
    >
      <Table
        caption={title}
        columns={makeGroupColumns(table, dashboard, texts, {
          isByScore,
          isSortable: props.sort === undefined,
        })}
        rows={table.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => groupRowHref(dashboard, dimension, row.id)}
        rowMuted={(row) => (row.instead?.figure ?? row.figure).n < dashboard.minimumN}
        onPhone="cards"
        empty={
          <EmptyState
            compact
            title={isSearched ? t("groups.nothingFound", { query: parameters.query }) : t("groups.empty")}
          />
        }
      />
    </Card>
  );
}
