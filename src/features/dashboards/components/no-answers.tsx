import { Inbox, SearchX } from "lucide-react";
import type { Dashboard } from "@/features/dashboards/dashboard";
import { dashboardHref } from "@/features/dashboards/dashboard-href";
import { findDataState } from "@/features/dashboards/queries/find-data-state";
import { getTexts } from "@/features/dashboards/texts";
import { hasPermission } from "@/server/permissions";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";

/** Why a page has no figures, and what comes next: a wider selection, or the next step of setting up. */
export async function NoAnswers({ dashboard }: { dashboard: Dashboard }) {
  const { t } = await getTexts();
  const { scope, slug, parameters, pathname } = dashboard;
  const state = await findDataState(scope);
  const isFiltered = Object.keys(parameters.filters).length > 0;

  if (state.hasAnswers) {
    return (
      <Card>
        <EmptyState
          icon={<SearchX />}
          title={t("empty.selection.title")}
          action={
            <>
              {parameters.period !== "12m" && (
                <LinkButton href={dashboardHref(dashboard, pathname, { period: "12m" })}>
                  {t("empty.selection.widen")}
                </LinkButton>
              )}
              {isFiltered && (
                <LinkButton href={dashboardHref(dashboard, pathname, { filters: {} })}>
                  {t("filter.clear")}
                </LinkButton>
              )}
            </>
          }
        >
          {t("empty.selection.text")}
        </EmptyState>
      </Card>
    );
  }
  if (scope.role === "employee") {
    return (
      <Card>
        <EmptyState icon={<Inbox />} title={t("empty.own.title")}>
          {t("empty.own.text")}
        </EmptyState>
      </Card>
    );
  }
  // The set-up's own banner says what comes next.
  if (!dashboard.isSetUp && scope.role === "owner") {
    return (
      <Card>
        <EmptyState icon={<Inbox />} title={t("empty.setup.title")}>
          {t("empty.setup.text")}
        </EmptyState>
      </Card>
    );
  }
  const step = !state.hasPublishedSurvey ? "survey" : !state.hasEncounters ? "encounter" : "waiting";
  const next = {
    survey: hasPermission(scope.role, "surveys.manage") ? `/o/${slug}/surveys` : null,
    encounter: hasPermission(scope.role, "encounters.record") ? `/o/${slug}/encounters/new` : null,
    waiting: hasPermission(scope.role, "encounters.read") ? `/o/${slug}/encounters` : null,
  }[step];
  return (
    <Card>
      <EmptyState
        icon={<Inbox />}
        title={t(`empty.${step}.title`)}
        action={
          next && (
            <LinkButton href={next} variant="primary">
              {t(`empty.${step}.action`)}
            </LinkButton>
          )
        }
      >
        {t(`empty.${step}.text`)}
      </EmptyState>
    </Card>
  );
}
