import type { Dashboard } from "@/features/dashboards/dashboard";
import { exportHref } from "@/features/dashboards/dashboard-href";
import { getResponseFunnel, type ResponseFunnel } from "@/features/dashboards/figures/response";
import { isEligible, type UninvitedReason } from "@/features/dashboards/funnel";
import type { Texts } from "@/features/dashboards/make-texts";
import { toChartTable } from "@/features/dashboards/sheets/chart-table";
import { makeFunnelSheet } from "@/features/dashboards/sheets/other-sheets";
import { getTexts } from "@/features/dashboards/texts";
import { Card } from "@/ui/card";
import { ChartFrame } from "@/ui/charts/chart-frame";
import { FunnelChart } from "@/ui/charts/funnel-chart";
import { CsvLink } from "@/ui/csv-link";
import { EmptyState } from "@/ui/empty-state";

/** From encounters to answers, with the reasons at the step where encounters were lost. */
export async function FunnelCard({ dashboard }: { dashboard: Dashboard }) {
  const [texts, funnel] = await Promise.all([getTexts(), getResponseFunnel(dashboard)]);
  const { t } = texts;
  const title = t("funnel.title");
  if (funnel.counts.encounters === 0) {
    return (
      <Card title={title}>
        <EmptyState compact title={t("funnel.empty")} />
      </Card>
    );
  }
  return (
    <ChartFrame
      title={title}
      summary={funnel.steps
        .map(({ step, count }) => `${t(`funnel.step.${step}`)} ${texts.count(count)}`)
        .join(", ")}
      table={toChartTable(makeFunnelSheet(funnel, texts), texts.locale)}
      actions={<CsvLink href={exportHref(dashboard, "funnel")} label={title} />}
    >
      <FunnelChart
        label={title}
        steps={funnel.steps.map(({ step, count, share }) => ({
          label: t(`funnel.step.${step}`),
          count,
          countText: texts.count(count),
          shareText:
            share && share.value !== null
              ? t(`funnel.share.${step as "eligible"}`, { share: texts.figure(share) })
              : undefined,
          details: <StepDetails step={step} funnel={funnel} texts={texts} />,
        }))}
      />
      <p className="mt-4 text-sm text-pretty text-muted">{t("funnel.description")}</p>
    </ChartFrame>
  );
}

function StepDetails({
  step,
  funnel,
  texts,
}: {
  step: ResponseFunnel["steps"][number]["step"];
  funnel: ResponseFunnel;
  texts: Texts;
}) {
  const { t } = texts;
  if (step === "eligible") {
    return <Reasons reasons={funnel.reasons.filter(({ reason }) => !isEligible(reason))} texts={texts} />;
  }
  if (step === "invited") {
    return <Reasons reasons={funnel.reasons.filter(({ reason }) => isEligible(reason))} texts={texts} />;
  }
  if (step === "answered") {
    const notes = [
      ...(funnel.rate.interval ? [t("intervalText", { interval: texts.interval(funnel.rate) })] : []),
      ...(funnel.counts.bounced > 0 ? [t("funnel.bouncedCount", { n: funnel.counts.bounced })] : []),
      ...(funnel.waiting > 0 ? [t("funnel.waiting", { n: funnel.waiting })] : []),
    ];
    return notes.length > 0 ? notes.join(" · ") : null;
  }
  return null;
}

function Reasons({ reasons, texts }: { reasons: UninvitedReason[]; texts: Texts }) {
  if (reasons.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
      {reasons.map(({ reason, count }) => (
        <li key={reason}>
          {texts.reason(reason)} <span className="text-ink tabular-nums">{texts.count(count)}</span>
        </li>
      ))}
    </ul>
  );
}
