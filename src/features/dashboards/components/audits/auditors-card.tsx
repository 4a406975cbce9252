import { type AuditorResult, listAuditorResults } from "@/features/audit-results/figures/auditors";
import { showsOwnWorkOnly } from "@/features/audit-results/rules/shows-own-work-only";
import type { AuditDashboard } from "@/features/dashboards/audits/audit-dashboard";
import { auditExportHref } from "@/features/dashboards/audits/audit-href";
import { percentInterval } from "@/features/dashboards/audits/shares";
import type { Texts } from "@/features/dashboards/make-texts";
import { getTexts } from "@/features/dashboards/texts";
import { MINIMUM_AUDITS } from "@/metrics/audit-figure";
import { percentAsShare } from "@/metrics/format";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { CsvLink } from "@/ui/csv-link";
import { EmptyState } from "@/ui/empty-state";
import { type Column, Table } from "@/ui/table";
import { ShareCell, scoreColumns } from "./score-columns";

/** How auditors score beside others at the same places, and how their audits come in. A consultant's own line only. */
export async function AuditorsCard({ dashboard }: { dashboard: AuditDashboard }) {
  const [texts, auditors] = await Promise.all([
    getTexts(),
    listAuditorResults(dashboard.scope, dashboard.slice),
  ]);
  const { audits } = texts;
  const isOwn = showsOwnWorkOnly(dashboard.scope, dashboard.kind);
  const title = audits(isOwn ? "auditors.own" : "auditors.title");
  return (
    <Card
      flush
      title={title}
      description={audits("auditors.description")}
      actions={<CsvLink href={auditExportHref(dashboard, "audit-consultants")} label={title} />}
      footer={
        <p className="max-w-prose text-sm text-muted">
          {audits("auditors.note", { minimum: MINIMUM_AUDITS })}
        </p>
      }
    >
      <Table
        caption={title}
        columns={makeColumns(texts)}
        rows={auditors}
        rowKey={({ memberId }) => memberId}
        onPhone="cards"
        empty={<EmptyState compact title={audits(isOwn ? "empty.own" : "empty.mystery")} />}
      />
    </Card>
  );
}

function makeColumns(texts: Texts): Column<AuditorResult>[] {
  const { audits } = texts;
  const [score, , visits] = scoreColumns<AuditorResult>(texts, { reference: null });
  return [
    {
      key: "name",
      header: audits("column.auditor"),
      rowHeader: true,
      className: "sm:min-w-40",
      cell: ({ name }) => name,
    },
    ...(visits ? [visits] : []),
    ...(score ? [score] : []),
    {
      key: "severity",
      header: audits("column.severity"),
      align: "end",
      cell: (auditor) => <SeverityCell severity={auditor.severity} texts={texts} />,
    },
    {
      key: "time",
      header: audits("column.time"),
      align: "end",
      cell: (auditor) => <TimeCell auditor={auditor} texts={texts} />,
    },
    {
      key: "returned",
      header: audits("column.sentBack"),
      align: "end",
      cell: ({ sentBack, timesSentBack }) => (
        <span className="inline-flex flex-col items-end">
          <ShareCell share={sentBack} texts={texts} />
          {timesSentBack > sentBack.count && (
            <span className="text-xs text-muted">{audits("auditors.times", { n: timesSentBack })}</span>
          )}
        </span>
      ),
    },
  ];
}

/** More or less severe than others is said only of a difference that is one; neither is better. */
function SeverityCell({ severity, texts }: { severity: AuditorResult["severity"]; texts: Texts }) {
  const { audits } = texts;
  if (!severity) return <span className="text-muted">{audits("auditors.tooFew")}</span>;
  const { difference, interval, isDifferent, comparedN, othersN } = severity;
  const verdict = !isDifferent ? "same" : difference < 0 ? "severe" : "lenient";
  const range = texts.differenceInterval({ interval: percentInterval(interval) ?? interval }, "share");
  return (
    <span className="inline-flex flex-col items-end">
      <span className="inline-flex flex-wrap items-center justify-end gap-2">
        {isDifferent ? (
          <Badge tone="signal">{audits(`auditors.${verdict}`)}</Badge>
        ) : (
          <span className="text-muted">{audits("auditors.same")}</span>
        )}
        <span className={isDifferent ? "font-semibold text-ink" : "text-muted"}>
          {texts.difference(percentAsShare(difference), "share")}
        </span>
      </span>
      <span className="text-xs whitespace-nowrap text-muted">{range}</span>
      <span className="text-xs text-muted">
        {audits("auditors.compared", { own: comparedN, others: othersN })}
      </span>
    </span>
  );
}

function TimeCell({ auditor, texts }: { auditor: AuditorResult; texts: Texts }) {
  const { audits, locale } = texts;
  const { medianHours, lowerHours, upperHours } = auditor;
  if (medianHours === null) return <span className="text-muted">–</span>;
  const hours = (value: number | null) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value ?? 0);
  return (
    <span className="inline-flex flex-col items-end">
      <span>{audits("auditors.hours", { hours: hours(medianHours) })}</span>
      <span className="text-xs whitespace-nowrap text-muted">
        {audits("auditors.half", { low: hours(lowerHours), high: hours(upperHours) })}
      </span>
    </span>
  );
}
