import { listBehaviourResults, listSectionResults } from "@/features/audit-results/figures/parts";
import { getAuditResult } from "@/features/audit-results/figures/results";
import type { AuditDashboard } from "@/features/dashboards/audits/audit-dashboard";
import { auditExportHref } from "@/features/dashboards/audits/audit-href";
import { getTexts } from "@/features/dashboards/texts";
import { MINIMUM_AUDITS } from "@/metrics/audit-figure";
import { chooseText } from "@/server/input";
import { Card } from "@/ui/card";
import { CsvLink } from "@/ui/csv-link";
import { EmptyState } from "@/ui/empty-state";
import { Table } from "@/ui/table";
import { scoreColumns } from "./score-columns";

/** The mean score of each section of the forms. */
export async function AuditSectionsCard({ dashboard }: { dashboard: AuditDashboard }) {
  const { scope, slice } = dashboard;
  const [texts, sections, all] = await Promise.all([
    getTexts(),
    listSectionResults(scope, slice),
    getAuditResult(scope, slice),
  ]);
  const { audits, locale } = texts;
  const title = audits("sections.title");
  const hasForms = new Set(sections.map(({ formId }) => formId)).size > 1;
  return (
    <Card
      flush
      title={title}
      description={audits("sections.description")}
      actions={<CsvLink href={auditExportHref(dashboard, "audit-sections")} label={title} />}
    >
      <Table
        caption={title}
        columns={[
          {
            key: "name",
            header: audits("column.section"),
            rowHeader: true,
            className: "sm:min-w-40",
            cell: ({ title: name, formName }) => (
              <span className="inline-flex flex-col">
                {chooseText(name, locale)}
                {hasForms && <span className="text-sm font-normal text-muted">{formName}</span>}
              </span>
            ),
          },
          ...scoreColumns<(typeof sections)[number]>(texts, { reference: all.figure.score }),
        ]}
        rows={sections}
        rowKey={({ formId, key }) => `${formId} ${key}`}
        rowMuted={({ figure }) => figure.isProvisional}
        onPhone="cards"
        empty={<EmptyState compact title={audits(`empty.${dashboard.kind}`)} />}
      />
    </Card>
  );
}

/** The mean score of each behaviour of the service standard, over all forms. */
export async function AuditBehavioursCard({ dashboard }: { dashboard: AuditDashboard }) {
  const { scope, slice } = dashboard;
  const [texts, behaviours, all] = await Promise.all([
    getTexts(),
    listBehaviourResults(scope, slice),
    getAuditResult(scope, slice),
  ]);
  const { audits, locale } = texts;
  const title = audits("behaviours.title");
  return (
    <Card
      flush
      title={title}
      description={audits("behaviours.description")}
      actions={<CsvLink href={auditExportHref(dashboard, "audit-behaviours")} label={title} />}
      footer={
        behaviours.some(({ figure }) => figure.isProvisional && figure.n > 0) && (
          <p className="text-sm text-muted">{audits("provisionalNote", { minimum: MINIMUM_AUDITS })}</p>
        )
      }
    >
      <Table
        caption={title}
        columns={[
          {
            key: "name",
            header: audits("column.behaviour"),
            rowHeader: true,
            className: "sm:min-w-40",
            cell: ({ name, isArchived }) =>
              isArchived
                ? texts.t("archivedName", { name: chooseText(name, locale) })
                : chooseText(name, locale),
          },
          ...scoreColumns<(typeof behaviours)[number]>(texts, { reference: all.figure.score }),
        ]}
        rows={behaviours}
        rowKey={({ id }) => id}
        rowMuted={({ figure }) => figure.isProvisional}
        onPhone="cards"
        empty={<EmptyState compact title={audits("behaviours.empty")} />}
      />
    </Card>
  );
}
