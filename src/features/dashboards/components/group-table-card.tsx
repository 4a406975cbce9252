import type { Dashboard } from "@/features/dashboards/dashboard";
import { exportHref } from "@/features/dashboards/dashboard-href";
import { getSortedGroupTable } from "@/features/dashboards/figures/sorted-groups";
import type { Dimension, TableSort } from "@/features/dashboards/schema";
import { exportNameOf } from "@/features/dashboards/sheets/load-sheet";
import { getTexts } from "@/features/dashboards/texts";
import { Card } from "@/ui/card";
import { CsvLink } from "@/ui/csv-link";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
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
  allHref?: string;
  title?: string;
  /** Nothing is shown where there is only one row: it would repeat the page. */
  hideSingle?: boolean;
};

/** The selected metric by touchpoint, employee …, with what it takes not to read too much into a row. */
export async function GroupTableCard(props: GroupTableCardProps) {
  const { dashboard, dimension, limit, allHref } = props;
  const texts = await getTexts();
  const { t } = texts;
  const sort = props.sort ?? dashboard.parameters.sort;
  const table = await getSortedGroupTable(dashboard, dimension, texts, { sort, limit });
  if (props.hideSingle && table.total < 2) return null;
  const title = props.title ?? t(`groups.title.${dimension}`);
  const isByScore = sort === "score" || sort === "-score";
  const hasTooFew = table.rows.some((row) => row.isTooFew && row.figure.n > 0);
  const notes = [
    ...(isByScore ? [t("groups.byScore")] : []),
    ...(hasTooFew ? [t("groups.tooFewNote", { minimum: dashboard.minimumN })] : []),
  ];
  return (
    <Card
      flush
      title={title}
      description={props.description}
      actions={
        <CsvLink href={exportHref(dashboard, exportNameOf(dimension), { sort, limit })} label={title} />
      }
      footer={
        (notes.length > 0 || (allHref && table.total > table.rows.length)) && (
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <p className="max-w-prose text-sm text-muted">{notes.join(" ")}</p>
            {allHref && table.total > table.rows.length && (
              <LinkButton href={allHref} size="small">
                {t("groups.all", { count: table.total })}
              </LinkButton>
            )}
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
        empty={<EmptyState compact title={t("groups.empty")} />}
      />
    </Card>
  );
}
