import type { Dashboard } from "@/features/dashboards/dashboard";
import { relatedHref } from "@/features/dashboards/dashboard-href";
import type { Texts } from "@/features/dashboards/make-texts";
import type { Dimension } from "@/features/dashboards/schema";
import { getTexts } from "@/features/dashboards/texts";
import { Badge } from "@/ui/badge";
import { BesideCustomersCard } from "./audits/beside-customers-card";
import { ChartCardSkeleton, CommentsCardSkeleton, TableCardSkeleton } from "./card-skeletons";
import { CaseMixCard } from "./case-mix-card";
import { LatestCommentsCard } from "./comments-card";
import { DashboardFrame } from "./dashboard-frame";
import { FigureBoundary } from "./figure-boundary";
import { figureKey } from "./figure-keys";
import { FunnelCard } from "./funnel-card";
import { GroupTableCard } from "./group-table-card";
import { HeadlineCards, HeadlineSkeleton } from "./headline-cards";
import { HeadlinesDownload } from "./headlines-download";
import { TrendAndDistribution } from "./trend-and-distribution";

export type Subject = "touchpoint" | "employee" | "location";

const PATHS: Record<Subject, string> = {
  touchpoint: "/touchpoints",
  employee: "/employees",
  location: "/locations",
};

/** What each page breaks its subject down by. */
const BREAKDOWNS: Record<Subject, readonly Dimension[]> = {
  touchpoint: ["employee", "location", "channel", "encounterType", "segment"],
  employee: ["touchpoint", "channel", "encounterType"],
  location: ["employee", "touchpoint", "segment"],
};

/** The results known best; the rest are a press away. */
const EMPLOYEES_SHOWN = 25;

/** One touchpoint, employee or location: its figures beside the organization's, its parts and its comments. */
export async function SubjectPage({ dashboard, subject }: { dashboard: Dashboard; subject: Subject }) {
  const texts = await getTexts();
  const { t } = texts;
  const key = figureKey(dashboard);
  const id = dashboard.fixed[subject] ?? "";
  return (
    <DashboardFrame
      dashboard={dashboard}
      texts={texts}
      title={texts.nameOf(dashboard, subject, id)}
      badge={<SubjectBadges dashboard={dashboard} subject={subject} id={id} texts={texts} />}
      breadcrumbs={[{ label: t(`groups.title.${subject}`), href: relatedHref(dashboard, PATHS[subject]) }]}
      actions={<HeadlinesDownload dashboard={dashboard} texts={texts} />}
    >
      <FigureBoundary name={key} fallback={<HeadlineSkeleton count={dashboard.metrics.length + 1} />}>
        <HeadlineCards dashboard={dashboard} />
      </FigureBoundary>
      <FigureBoundary name={key} fallback={null}>
        <BesideCustomersCard dashboard={dashboard} />
      </FigureBoundary>
      <TrendAndDistribution dashboard={dashboard} />
      {subject === "employee" && (
        <FigureBoundary name={key} fallback={<ChartCardSkeleton height={140} />}>
          <CaseMixCard dashboard={dashboard} employeeId={id} />
        </FigureBoundary>
      )}
      <div className="grid items-start gap-6 *:min-w-0 xl:grid-cols-2">
        <FigureBoundary name={key} fallback={<CommentsCardSkeleton comments={5} />}>
          <LatestCommentsCard dashboard={dashboard} />
        </FigureBoundary>
        <FigureBoundary name={key} fallback={<ChartCardSkeleton height={336} />}>
          <FunnelCard dashboard={dashboard} />
        </FigureBoundary>
      </div>
      {BREAKDOWNS[subject].map((dimension) => (
        <FigureBoundary key={dimension} name={key} fallback={<TableCardSkeleton rows={5} />}>
          <GroupTableCard
            dashboard={dashboard}
            dimension={dimension}
            title={t(`groups.by.${dimension}`)}
            hideSingle={dimension !== "employee"}
            {...(dimension === "employee"
              ? {
                  sort: "certainty",
                  limit: EMPLOYEES_SHOWN,
                  allHref: relatedHref(dashboard, "/employees", {
                    filters: { ...dashboard.parameters.filters, ...dashboard.fixed },
                  }),
                }
              : { sort: "default" })}
          />
        </FigureBoundary>
      ))}
    </DashboardFrame>
  );
}

function SubjectBadges({
  dashboard,
  subject,
  id,
  texts,
}: {
  dashboard: Dashboard;
  subject: Subject;
  id: string;
  texts: Texts;
}) {
  const { common, t } = texts;
  const touchpoint = subject === "touchpoint" && dashboard.choices.touchpoints.find((one) => one.id === id);
  if (touchpoint) {
    return (
      <>
        <Badge>{common(`stage.${touchpoint.stage}`)}</Badge>
        <Badge>{common(`channel.${touchpoint.channel}`)}</Badge>
        {touchpoint.isCritical && <Badge tone="accent">{t("critical")}</Badge>}
      </>
    );
  }
  const employee =
    subject === "employee" ? dashboard.choices.employees.find((one) => one.id === id) : undefined;
  return employee?.locationName ? <Badge>{employee.locationName}</Badge> : null;
}
