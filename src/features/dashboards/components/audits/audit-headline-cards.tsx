import { getAuditResult } from "@/features/audit-results/figures/results";
import type { AuditDashboard } from "@/features/dashboards/audits/audit-dashboard";
import { auditExportHref } from "@/features/dashboards/audits/audit-href";
import { asShare } from "@/features/dashboards/audits/shares";
import { getTexts } from "@/features/dashboards/texts";
import { MINIMUM_AUDITS } from "@/metrics/audit-figure";
import { Card } from "@/ui/card";
import { CsvLink } from "@/ui/csv-link";
import { EmptyState } from "@/ui/empty-state";
import { Stat } from "@/ui/stat";

/** The mean score, the share of FAILED verdicts and the visits they are of; what to do when there are none. */
export async function AuditHeadlineCards({ dashboard }: { dashboard: AuditDashboard }) {
  const [texts, { figure, failed }] = await Promise.all([
    getTexts(),
    getAuditResult(dashboard.scope, dashboard.slice),
  ]);
  const { t, audits } = texts;
  if (failed.n === 0) {
    return (
      <Card>
        <EmptyState title={audits(`empty.${dashboard.kind}`)}>{audits("empty.text")}</EmptyState>
      </Card>
    );
  }
  const score = asShare(figure);
  const failedShare = { ...failed, unit: "share" as const };
  return (
    <div className="grid gap-4 *:min-w-0 sm:grid-cols-2">
      <Card>
        <Stat
          label={audits(`score.${dashboard.kind}`)}
          help={audits("score.help")}
          value={texts.figure(score)}
          interval={score.interval ? t("intervalText", { interval: texts.interval(score) }) : undefined}
          n={audits("visits", { n: figure.n })}
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
        >
          <CsvLink href={auditExportHref(dashboard, "audit-headlines")} label={audits("headlines")} />
        </Stat>
      </Card>
      <Card>
        <Stat
          label={audits("failed.label")}
          help={audits("failed.help")}
          value={texts.figure(failedShare)}
          interval={
            failed.interval ? t("intervalText", { interval: texts.interval(failedShare) }) : undefined
          }
          n={audits("failed.of", { count: failed.count, n: failed.n })}
          muted={figure.isProvisional}
        />
      </Card>
    </div>
  );
}
