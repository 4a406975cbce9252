import type { Dashboard } from "@/features/dashboards/dashboard";
import { dashboardHref } from "@/features/dashboards/dashboard-href";
import { type Headline, listHeadlines } from "@/features/dashboards/figures/headlines";
import { getOrganizationMean, MINIMUM_COLLEAGUES } from "@/features/dashboards/figures/organization-mean";
import { getResponseFunnel, type ResponseFunnel } from "@/features/dashboards/figures/response";
import type { Texts } from "@/features/dashboards/make-texts";
import { getTexts } from "@/features/dashboards/texts";
import { Card } from "@/ui/card";
import { SkeletonStat } from "@/ui/skeleton";
import { Stat } from "@/ui/stat";
import { describeChange } from "./change-text";
import { NoAnswers } from "./no-answers";

const grid = "grid gap-4 *:min-w-0 sm:grid-cols-2 xl:grid-cols-[repeat(auto-fit,minmax(14rem,1fr))]";

/** The page's figures: each metric, and the response rate. Says what to do when there is no answer at all. */
export async function HeadlineCards({ dashboard }: { dashboard: Dashboard }) {
  const texts = await getTexts();
  const [headlines, funnel] = await Promise.all([listHeadlines(dashboard), getResponseFunnel(dashboard)]);
  const { t } = texts;
  if (headlines.every(({ figure }) => figure.n === 0)) return <NoAnswers dashboard={dashboard} />;
  return (
    <div className={grid}>
      {headlines.map((headline) => (
        <HeadlineCard key={headline.metric} headline={headline} dashboard={dashboard} texts={texts} />
      ))}
      <Card>
        <Stat
          label={t("responseRate")}
          help={t("help.responseRate")}
          value={texts.figure(funnel.rate)}
          interval={
            funnel.rate.interval ? t("intervalText", { interval: texts.interval(funnel.rate) }) : undefined
          }
          n={t("invitations", { n: funnel.rate.n })}
          muted={funnel.rate.n < dashboard.minimumN}
          change={describeRateChange(funnel, dashboard, texts)}
        />
      </Card>
    </div>
  );
}

/** The response rate beside the previous one; only invitations whose time to answer is over can be compared. */
function describeRateChange({ change, rate, waiting }: ResponseFunnel, dashboard: Dashboard, texts: Texts) {
  if (!dashboard.previousPeriod) return undefined;
  const { t } = texts;
  if (!change && waiting > 0)
    return { text: t("change.stillOpen"), direction: "none", arrow: "flat" } as const;
  const described = describeChange(change, { n: rate.n }, rate.unit, texts);
  if (!described || !change || waiting === 0) return described;
  return { ...described, text: t("change.closedOnly", { change: String(described.text) }) };
}

/** An employee's own figures, and the organization's mean beside the selected one. */
export async function OwnHeadlineCards({ dashboard }: { dashboard: Dashboard }) {
  const texts = await getTexts();
  const [headlines, mean] = await Promise.all([listHeadlines(dashboard), getOrganizationMean(dashboard)]);
  const { t } = texts;
  if (headlines.every(({ figure }) => figure.n === 0)) return <NoAnswers dashboard={dashboard} />;
  return (
    <div className={grid}>
      {headlines.map((headline) => (
        <HeadlineCard key={headline.metric} headline={headline} dashboard={dashboard} texts={texts} />
      ))}
      <Card>
        <Stat
          label={t("organizationMean", { metric: texts.metric(dashboard.metric) })}
          help={t("help.organizationMean")}
          value={mean ? texts.figure(mean) : "–"}
          interval={mean ? t("intervalText", { interval: texts.interval(mean) }) : undefined}
          n={mean ? texts.answers(mean.n) : t("organizationMeanHidden", { count: MINIMUM_COLLEAGUES })}
          muted={!mean}
        />
      </Card>
    </div>
  );
}

function HeadlineCard({
  headline,
  dashboard,
  texts,
}: {
  headline: Headline;
  dashboard: Dashboard;
  texts: Texts;
}) {
  const { t } = texts;
  const { metric, figure, second, previous, change, isTooFew } = headline;
  const isSelected = metric === dashboard.metric;
  return (
    <Card className={isSelected && dashboard.metrics.length > 1 ? "border-accent!" : undefined}>
      <Stat
        label={texts.metric(metric)}
        href={isSelected ? undefined : dashboardHref(dashboard, dashboard.pathname, { metric })}
        help={t(`metric.${metric}.help`)}
        value={texts.figure(figure)}
        interval={figure.interval ? t("intervalText", { interval: texts.interval(figure) }) : undefined}
        n={
          second?.value == null
            ? texts.answers(figure.n)
            : t("withSecond", {
                answers: texts.answers(figure.n),
                name: t(`second.${second.key as "csatMean"}`),
                value: texts.figure(second),
                interval: texts.interval(second),
              })
        }
        muted={isTooFew}
        change={
          isTooFew
            ? {
                text: t("tooFewOf", { minimum: dashboard.minimumN }),
                direction: "none",
                arrow: "flat",
              }
            : describeChange(change, previous, figure.unit, texts)
        }
      />
    </Card>
  );
}

/** The size of the cards. */
export function HeadlineSkeleton({ count }: { count: number }) {
  return (
    <div className={grid}>
      {Array.from({ length: count }, (_, index) => `card ${index}`).map((key) => (
        <Card key={key}>
          <div className="h-32">
            <SkeletonStat />
          </div>
        </Card>
      ))}
    </div>
  );
}
