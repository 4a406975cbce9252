import { ArrowDown, ArrowUp } from "lucide-react";
import type { Dashboard } from "@/features/dashboards/dashboard";
import { dashboardHref } from "@/features/dashboards/dashboard-href";
import type { GroupRow } from "@/features/dashboards/figures/groups";
import type { GroupTable } from "@/features/dashboards/figures/sorted-groups";
import type { Texts } from "@/features/dashboards/make-texts";
import type { TableSort } from "@/features/dashboards/schema";
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
  const shown = (row: GroupRow) => shownFigure(row, table, dashboard);
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
      cell: (row) => <FigureCell shown={shown(row)} isOther={row.instead !== null} texts={texts} />,
    },
    {
      key: "interval",
      header: t("column.interval"),
      // On a phone the interval stands in words under the figure.
      hideOnPhone: true,
      width: table.hasMix ? "9rem" : "11rem",
      sort: sort("certainty", "ascending"),
      cell: (row) => {
        const { figure, metric, reference, isTooFew } = shown(row);
        return (
          <IntervalDot
            value={figure.value}
            low={figure.interval?.low}
            high={figure.interval?.high}
            domain={scaleOf(metric)}
            reference={reference.value}
            label={t("intervalText", { interval: texts.interval(figure) })}
            muted={isTooFew}
          />
        );
      },
    },
    {
      key: "n",
      header: t("column.answers"),
      align: "end",
      sort: sort("n", "descending"),
      cell: (row) => texts.count(shown(row).figure.n),
    },
    ...(dashboard.previousPeriod
      ? [
          {
            key: "change",
            header: t("column.change"),
            align: "end" as const,
            cell: (row: GroupRow) => <ChangeCell shown={shown(row)} texts={texts} />,
          },
        ]
      : []),
    ...(table.hasMix ? [mix] : []),
    {
      key: "rate",
      header: t("column.rate"),
      align: "end",
      hideOnPhone: true,
      cell: ({ responseRate }) => (
        <span className="inline-flex flex-col items-end text-muted">
          {texts.figure(responseRate)}
          {responseRate.interval && (
            <span className="text-xs whitespace-nowrap">
              {texts.interval(responseRate)} · {texts.count(responseRate.n)}
            </span>
          )}
        </span>
      ),
    },
  ];
}

/** What a row shows: the selected metric, or the one it was measured by instead. */
function shownFigure(row: GroupRow, table: GroupTable, dashboard: Dashboard) {
  const shown = row.instead ?? {
    metric: dashboard.metric,
    figure: row.figure,
    change: row.change,
    reference: table.reference,
  };
  return { ...shown, isTooFew: shown.figure.n < dashboard.minimumN };
}
type ShownFigure = ReturnType<typeof shownFigure>;

function FigureCell({ shown, isOther, texts }: { shown: ShownFigure; isOther: boolean; texts: Texts }) {
  const { figure, metric, isTooFew } = shown;
  if (figure.n === 0) return <span className="text-muted">–</span>;
  return (
    <span className="inline-flex flex-col items-end">
      <span className="inline-flex items-center gap-2">
        {isOther && <Badge>{texts.metric(metric)}</Badge>}
        <span className={isTooFew ? "text-muted" : "font-semibold text-ink"}>{texts.figure(figure)}</span>
      </span>
      <span className="text-xs whitespace-nowrap text-muted">
        {isTooFew ? texts.t("tooFew") : texts.interval(figure)}
      </span>
    </span>
  );
}

function ChangeCell({ shown, texts }: { shown: ShownFigure; texts: Texts }) {
  const { change, figure, isTooFew } = shown;
  if (!change || isTooFew) return <span className="text-muted">–</span>;
  if (change.direction === "none")
    return <span className="text-sm whitespace-nowrap text-muted">{texts.t("change.noneShort")}</span>;
  const Arrow = change.direction === "up" ? ArrowUp : ArrowDown;
  return (
    <span className="inline-flex flex-col items-end">
      <Badge
        tone={change.direction === "up" ? "better" : "worse"}
        icon={<Arrow aria-hidden className="size-3.5" />}
      >
        {texts.difference(change.difference, figure.unit)}
      </Badge>
      <DifferenceInterval interval={texts.differenceInterval(change, figure.unit)} />
    </span>
  );
}

/** The difference to what the organization gets on the same mix; only a real one stands out. */
function MixCell({ row, texts }: { row: GroupRow; texts: Texts }) {
  const { mix } = row;
  if (!mix || row.isTooFew) return <span className="text-muted">–</span>;
  const text = texts.difference(mix.difference, mix.unit);
  return (
    <span className="inline-flex flex-col items-end">
      {mix.isDifferent ? (
        <Badge tone={mix.difference > 0 ? "better" : "worse"}>{text}</Badge>
      ) : (
        <span className="text-muted">{text}</span>
      )}
      <DifferenceInterval interval={texts.differenceInterval(mix, mix.unit)} />
    </span>
  );
}

/** The interval of a difference, below it. */
function DifferenceInterval({ interval }: { interval: string }) {
  return <span className="text-xs whitespace-nowrap text-muted">{interval}</span>;
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
