import { ArrowDown, ArrowUp } from "lucide-react";
import type { Dashboard } from "@/features/dashboards/dashboard";
import { dashboardHref } from "@/features/dashboards/dashboard-href";
import type { GroupRow, GroupTable } from "@/features/dashboards/figures/groups";
import type { Texts } from "@/features/dashboards/make-texts";
import type { TableSort } from "@/features/dashboards/schema";
import { HEADLINES } from "@/metrics/headline";
import { Badge } from "@/ui/badge";
import { IntervalDot } from "@/ui/charts/interval-dot";
import type { Column } from "@/ui/table";
import { GroupName } from "./group-name";
import { scaleOf } from "./metric-scale";

/** The columns of a table of touchpoints, employees …: name, figure with interval, n, change, response rate. */
export function makeGroupColumns(
  table: GroupTable,
  dashboard: Dashboard,
  texts: Texts,
  { isByScore, isSortable }: { isByScore: boolean; isSortable: boolean },
): Column<GroupRow>[] {
  const { t } = texts;
  const { unit } = HEADLINES[dashboard.metric];
  const sort = (key: "name" | "score" | "certainty" | "n", first: "ascending" | "descending") =>
    isSortable ? sortLink(dashboard, key, first) : undefined;
  const rank: Column<GroupRow>[] = [
    {
      key: "rank",
      header: t("column.rank"),
      align: "end",
      width: "4rem",
      cell: (row) => row.rank ?? "–",
    },
    {
      key: "tie",
      header: t("column.tie"),
      cell: (row) => (row.tie ? <Badge>{row.tie}</Badge> : null),
    },
  ];
  const mix: Column<GroupRow> = {
    key: "mix",
    header: t("column.mix"),
    align: "end",
    hideOnPhone: true,
    cell: (row) => <MixCell row={row} texts={texts} />,
  };
  return [
    ...(isByScore ? rank : []),
    {
      key: "name",
      header: t(`dimension.${table.dimension}`),
      rowHeader: true,
      className: "sm:min-w-40",
      sort: sort("name", "ascending"),
      cell: (row) => <GroupName row={row} table={table} dashboard={dashboard} texts={texts} />,
    },
    {
      key: "figure",
      header: texts.metric(dashboard.metric),
      align: "end",
      sort: sort("score", "descending"),
      cell: (row) => <FigureCell row={row} texts={texts} />,
    },
    {
      key: "interval",
      header: t("column.interval"),
      // On a phone the interval stands in words under the figure.
      hideOnPhone: true,
      width: table.hasMix ? "9rem" : "11rem",
      sort: sort("certainty", "ascending"),
      cell: (row) => (
        <IntervalDot
          value={row.figure.value}
          low={row.figure.interval?.low}
          high={row.figure.interval?.high}
          domain={scaleOf(dashboard.metric)}
          reference={table.reference.value}
          label={t("intervalText", { interval: texts.interval(row.figure) })}
          muted={row.isTooFew}
        />
      ),
    },
    {
      key: "n",
      header: t("column.answers"),
      align: "end",
      sort: sort("n", "descending"),
      cell: (row) => texts.count(row.figure.n),
    },
    ...(dashboard.previousPeriod
      ? [
          {
            key: "change",
            header: t("column.change"),
            align: "end" as const,
            cell: (row: GroupRow) => <ChangeCell row={row} unit={unit} texts={texts} />,
          },
        ]
      : []),
    ...(table.hasMix ? [mix] : []),
    {
      key: "rate",
      header: t("column.rate"),
      align: "end",
      hideOnPhone: true,
      cell: (row) => <span className="text-muted">{texts.figure(row.responseRate)}</span>,
    },
  ];
}

function FigureCell({ row, texts }: { row: GroupRow; texts: Texts }) {
  if (row.figure.n === 0) {
    return (
      <span className="inline-flex flex-col items-end text-muted">
        –
        {row.otherMetrics.length > 0 && (
          <span className="text-xs whitespace-nowrap">{texts.otherMetrics(row.otherMetrics)}</span>
        )}
      </span>
    );
  }
  return (
    <span className="inline-flex flex-col items-end">
      <span className={row.isTooFew ? "text-muted" : "font-semibold text-ink"}>
        {texts.figure(row.figure)}
      </span>
      <span className="text-xs whitespace-nowrap text-muted">
        {row.isTooFew ? texts.t("tooFew") : texts.interval(row.figure)}
      </span>
    </span>
  );
}

function ChangeCell({ row, unit, texts }: { row: GroupRow; unit: GroupRow["figure"]["unit"]; texts: Texts }) {
  const { change } = row;
  if (!change || row.isTooFew) return <span className="text-muted">–</span>;
  if (change.direction === "none")
    return <span className="text-sm whitespace-nowrap text-muted">{texts.t("change.noneShort")}</span>;
  const Arrow = change.direction === "up" ? ArrowUp : ArrowDown;
  return (
    <Badge
      tone={change.direction === "up" ? "better" : "worse"}
      icon={<Arrow aria-hidden className="size-3.5" />}
    >
      {texts.difference(change.difference, unit)}
    </Badge>
  );
}

/** The difference to what the organization gets on the same mix; only a real one stands out. */
function MixCell({ row, texts }: { row: GroupRow; texts: Texts }) {
  const { mix } = row;
  if (!mix || row.isTooFew) return <span className="text-muted">–</span>;
  const text = texts.difference(mix.difference, mix.unit);
  if (!mix.isDifferent) return <span className="text-muted">{text}</span>;
  return <Badge tone={mix.difference > 0 ? "better" : "worse"}>{text}</Badge>;
}

function sortLink(
  dashboard: Dashboard,
  key: "name" | "score" | "certainty" | "n",
  first: "ascending" | "descending",
): NonNullable<Column<GroupRow>["sort"]> {
  const current = dashboard.parameters.sort;
  const direction = current === key ? "ascending" : current === `-${key}` ? "descending" : undefined;
  const next = direction === undefined ? first : direction === "ascending" ? "descending" : "ascending";
  const sort: TableSort = next === "ascending" ? key : `-${key}`;
  const href = dashboardHref(dashboard, dashboard.pathname, { sort });
  return direction ? { href, direction } : { href };
}
