import { showsOwnWorkOnly } from "@/features/audit-results/rules/shows-own-work-only";
import { type AuditDashboard, shownForm } from "@/features/dashboards/audits/audit-dashboard";
import { auditHref } from "@/features/dashboards/audits/audit-href";
import { getTexts } from "@/features/dashboards/texts";
import { ChartCardSkeleton, TableCardSkeleton } from "../card-skeletons";
import { FigureBoundary } from "../figure-boundary";
import { HeadlineSkeleton } from "../headline-cards";
import { AuditFrame } from "./audit-frame";
import { AuditGroupCard } from "./audit-group-card";
import { AuditHeadlineCards } from "./audit-headline-cards";
import { AuditItems } from "./audit-items";
import { AuditBehavioursCard, AuditSectionsCard } from "./audit-part-cards";
import { AuditTrendCard } from "./audit-trend-card";
import { AuditorsCard } from "./auditors-card";

/** Changes when the figures of a page change; the order of its tables does not. */
const keyOf = (dashboard: AuditDashboard) => auditHref(dashboard, dashboard.pathname);

/** Mystery visits, or (on a page of their own, never together) observations. */
export async function AuditResultsPage({ dashboard }: { dashboard: AuditDashboard }) {
  const texts = await getTexts();
  const { audits } = texts;
  const { kind } = dashboard;
  const key = keyOf(dashboard);
  return (
    <AuditFrame
      dashboard={dashboard}
      texts={texts}
      title={audits(`title.${kind}`)}
      description={audits(`about.${kind}`)}
      hasTrend
    >
      <FigureBoundary name={key} fallback={<HeadlineSkeleton count={2} />}>
        <AuditHeadlineCards dashboard={dashboard} />
      </FigureBoundary>
      <FigureBoundary name={key} fallback={<ChartCardSkeleton height={336} />}>
        <AuditTrendCard dashboard={dashboard} />
      </FigureBoundary>
      {(["touchpoint", "location"] as const).map((by) => (
        <FigureBoundary key={by} name={key} fallback={<TableCardSkeleton rows={5} />}>
          <AuditGroupCard dashboard={dashboard} by={by} />
        </FigureBoundary>
      ))}
      <FigureBoundary name={key} fallback={<TableCardSkeleton rows={5} />}>
        <AuditSectionsCard dashboard={dashboard} />
      </FigureBoundary>
      <FigureBoundary name={key} fallback={<TableCardSkeleton rows={5} />}>
        <AuditBehavioursCard dashboard={dashboard} />
      </FigureBoundary>
      {/* The longest comes last: what to develop is not to be looked for below everybody's names. */}
      <FigureBoundary name={key} fallback={<TableCardSkeleton rows={5} />}>
        <AuditGroupCard dashboard={dashboard} by="employee" />
      </FigureBoundary>
      {kind === "observation" && (
        <FigureBoundary name={key} fallback={<TableCardSkeleton rows={8} />}>
          <AuditItems dashboard={dashboard} form={shownForm(dashboard)} />
        </FigureBoundary>
      )}
    </AuditFrame>
  );
}

/** The items of one form of mystery visits. */
export async function AuditItemsPage({ dashboard }: { dashboard: AuditDashboard }) {
  const texts = await getTexts();
  const { audits } = texts;
  const form = shownForm(dashboard);
  return (
    <AuditFrame
      dashboard={dashboard}
      texts={texts}
      title={audits("title.items")}
      description={form ? audits("about.itemsOf", { form: form.name }) : audits("about.items")}
      shownForm={form}
    >
      <FigureBoundary name={keyOf(dashboard)} fallback={<TableCardSkeleton rows={12} />}>
        <AuditItems dashboard={dashboard} form={form} />
      </FigureBoundary>
    </AuditFrame>
  );
}

/** The auditors beside each other; for those who are told of nobody else, their own work. */
export async function AuditorsPage({ dashboard }: { dashboard: AuditDashboard }) {
  const texts = await getTexts();
  const { audits } = texts;
  const who = showsOwnWorkOnly(dashboard.scope, dashboard.kind) ? "own" : "auditors";
  return (
    <AuditFrame
      dashboard={dashboard}
      texts={texts}
      title={audits(`title.${who}`)}
      description={audits(`about.${who}`)}
    >
      <FigureBoundary name={keyOf(dashboard)} fallback={<TableCardSkeleton rows={5} />}>
        <AuditorsCard dashboard={dashboard} />
      </FigureBoundary>
    </AuditFrame>
  );
}
