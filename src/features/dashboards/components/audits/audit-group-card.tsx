import { getAuditResult } from "@/features/audit-results/figures/results";
import type { AuditDimension } from "@/features/audit-results/schema";
import type { AuditDashboard } from "@/features/dashboards/audits/audit-dashboard";
import { listNamedGroups, type NamedAuditGroup } from "@/features/dashboards/audits/audit-groups";
import { auditExportHref, auditHref, customersHref } from "@/features/dashboards/audits/audit-href";
import type { Texts } from "@/features/dashboards/make-texts";
import { getTexts } from "@/features/dashboards/texts";
import { MINIMUM_AUDITS } from "@/metrics/audit-figure";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { CsvLink } from "@/ui/csv-link";
import { EmptyState } from "@/ui/empty-state";
import { type Column, Table } from "@/ui/table";
import { ShareCell, scoreColumns } from "./score-columns";

/** More rows are for the file. */
const MOST_ROWS = 50;

const PAGES: Record<AuditDimension, string> = {
  touchpoint: "touchpoints",
  location: "locations",
  employee: "employees",
};

/** The mean score and the FAILED verdicts by touchpoint, location or named employee. */
export async function AuditGroupCard({ dashboard, by }: { dashboard: AuditDashboard; by: AuditDimension }) {
  const texts = await getTexts();
  const [groups, all] = await Promise.all([
    listNamedGroups(dashboard, by, texts),
    getAuditResult(dashboard.scope, dashboard.slice),
  ]);
  const { audits, t } = texts;
  const title = t(`groups.by.${by}`);
  const isByScore = ["score", "-score"].includes(dashboard.parameters.sort);
  const notes = [
    ...(groups.length > MOST_ROWS ? [audits("firstRows", { shown: MOST_ROWS, count: groups.length })] : []),
    ...(isByScore && groups.length > 1 ? [audits("byScore")] : []),
    ...(groups.some(({ figure }) => figure.isProvisional)
      ? [audits("provisionalNote", { minimum: MINIMUM_AUDITS })]
      : []),
  ];
  return (
    <Card
      flush
      title={title}
      description={by === "employee" ? audits("namedOnly") : undefined}
      actions={<CsvLink href={auditExportHref(dashboard, `audit-${PAGES[by]}`)} label={title} />}
      footer={notes.length > 0 && <p className="max-w-prose text-sm text-muted">{notes.join(" ")}</p>}
    >
      <Table
        caption={title}
        columns={makeColumns(dashboard, by, texts, isByScore, all.figure.score)}
        rows={groups.slice(0, MOST_ROWS)}
        rowKey={({ id }) => id}
        rowHref={({ id, isKnown }) => (isKnown ? groupHref(dashboard, by, id) : undefined)}
        rowMuted={({ figure }) => figure.isProvisional}
        onPhone="cards"
        empty={
          <EmptyState compact title={audits(by === "employee" ? "empty.named" : `empty.${dashboard.kind}`)} />
        }
      />
    </Card>
  );
}

/** The page about the touchpoint …, where the customers' answers stand beside. */
function groupHref(dashboard: AuditDashboard, by: AuditDimension, id: string): string {
  const { [by]: _, ...filters } = dashboard.parameters.filters;
  return customersHref(dashboard, `/${PAGES[by]}/${id}`, { filters });
}

function makeColumns(
  dashboard: AuditDashboard,
  by: AuditDimension,
  texts: Texts,
  isByScore: boolean,
  reference: number | null,
): Column<NamedAuditGroup>[] {
  const { t, audits } = texts;
  const { sort } = dashboard.parameters;
  const rank: Column<NamedAuditGroup>[] = [
    { key: "rank", header: t("column.rank"), align: "end", width: "4rem", cell: ({ rank }) => rank ?? "–" },
    { key: "tie", header: t("column.tie"), cell: ({ tie }) => (tie ? <Badge>{tie}</Badge> : null) },
  ];
  const sorted = { "-score": "descending", score: "ascending" } as const;
  return [
    ...(isByScore ? rank : []),
    {
      key: "name",
      header: t(`dimension.${by}`),
      rowHeader: true,
      className: "sm:min-w-40",
      sort: {
        href: auditHref(dashboard, dashboard.pathname),
        ...(isByScore || by !== "employee" ? {} : { direction: "ascending" as const }),
      },
      cell: ({ name }) => name,
    },
    ...scoreColumns<NamedAuditGroup>(texts, {
      reference,
      sort: {
        href: auditHref(dashboard, dashboard.pathname, { sort: sort === "-score" ? "score" : "-score" }),
        ...(sort === "score" || sort === "-score" ? { direction: sorted[sort] } : {}),
      },
    }),
    {
      key: "failed",
      header: audits("column.failed"),
      align: "end",
      cell: ({ failed }) => <ShareCell share={failed} texts={texts} />,
    },
  ];
}
