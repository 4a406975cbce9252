import Link from "next/link";
import { customersHref } from "@/features/dashboards/audits/audit-href";
import { getBesideCustomers } from "@/features/dashboards/audits/beside-customers";
import { describeComparison } from "@/features/dashboards/audits/beside-sheet";
import { asShare } from "@/features/dashboards/audits/shares";
import type { Dashboard } from "@/features/dashboards/dashboard";
import { exportHref } from "@/features/dashboards/dashboard-href";
import { getTexts } from "@/features/dashboards/texts";
import { MINIMUM_AUDITS } from "@/metrics/audit-figure";
import { hasPermission } from "@/server/permissions";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { CsvLink } from "@/ui/csv-link";
import { Stat } from "@/ui/stat";

/** The audits' mean score beside what customers say of the same, and a plain sentence when the two disagree. */
export async function BesideCustomersCard({ dashboard }: { dashboard: Dashboard }) {
  const [texts, beside] = await Promise.all([getTexts(), getBesideCustomers(dashboard)]);
  if (!beside) return null;
  const { t, audits } = texts;
  const { figure, failed } = beside.audits;
  const { customers, comparison } = beside;
  const score = asShare(figure);
  const title = audits("beside.title");
  const disagree = comparison === "standardMisses" || comparison === "customersForgive";
  return (
    <Card
      title={title}
      description={audits("beside.description")}
      actions={<CsvLink href={exportHref(dashboard, "beside-audits")} label={title} />}
      footer={
        hasPermission(dashboard.scope.role, "audit-results.read") && (
          <Link
            className="text-link text-sm"
            href={customersHref({ ...dashboard, form: null, kind: "mystery" }, "/audit-results", {
              filters: { ...dashboard.parameters.filters, ...dashboard.fixed },
            })}
          >
            {audits("beside.more")}
          </Link>
        )
      }
    >
      <div className="grid gap-6 *:min-w-0 sm:grid-cols-2">
        <Stat
          label={audits("beside.audits")}
          value={texts.figure(score)}
          interval={score.interval ? t("intervalText", { interval: texts.interval(score) }) : undefined}
          n={audits("beside.visits", { n: figure.n, failed: failed.count })}
          muted={figure.isProvisional}
          change={
            figure.isProvisional
              ? {
                  text: audits("provisionalNote", { minimum: MINIMUM_AUDITS }),
                  direction: "none",
                  arrow: "flat",
                }
              : undefined
          }
        />
        <Stat
          label={audits("beside.customers", { metric: texts.metric(dashboard.metric) })}
          value={texts.figure(customers)}
          interval={
            customers.interval ? t("intervalText", { interval: texts.interval(customers) }) : undefined
          }
          n={texts.answers(customers.n)}
          muted={customers.n < dashboard.minimumN}
        />
      </div>
      <div className="mt-4">
        {disagree ? (
          <Callout tone="warning" title={audits("beside.disagree")}>
            {describeComparison(beside, dashboard, texts)}
          </Callout>
        ) : (
          <p className="text-muted">{describeComparison(beside, dashboard, texts)}</p>
        )}
      </div>
    </Card>
  );
}
