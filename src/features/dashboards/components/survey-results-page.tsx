import { ClipboardList } from "lucide-react";
import type { Dashboard } from "@/features/dashboards/dashboard";
import type { SurveyQuestions } from "@/features/dashboards/queries/get-survey-questions";
import { getTexts } from "@/features/dashboards/texts";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { ChartCardSkeleton } from "./card-skeletons";
import { DashboardFrame } from "./dashboard-frame";
import { FigureBoundary } from "./figure-boundary";
import { figureKey } from "./figure-keys";
import { SurveyDownload } from "./survey-download";
import { SurveyQuestionCards } from "./survey-question-cards";

/** What was answered to every question of one survey. */
export async function SurveyResultsPage({
  dashboard,
  survey,
}: {
  dashboard: Dashboard;
  survey: SurveyQuestions;
}) {
  const texts = await getTexts();
  const { t } = texts;
  const { slug } = dashboard;
  const builder = `/o/${slug}/surveys/${survey.id}`;
  const isPublished = survey.questions.length > 0;
  return (
    <DashboardFrame
      dashboard={dashboard}
      texts={texts}
      title={t("survey.title", { name: survey.name })}
      breadcrumbs={[
        { label: t("survey.surveys"), href: `/o/${slug}/surveys` },
        { label: survey.name, href: builder },
      ]}
      actions={isPublished && <SurveyDownload dashboard={dashboard} surveyId={survey.id} texts={texts} />}
      hasFigures={false}
      hasMetrics={false}
      hasFilters={isPublished}
    >
      {isPublished ? (
        <FigureBoundary name={figureKey(dashboard)} fallback={<ChartCardSkeleton height={260} />}>
          <SurveyQuestionCards dashboard={dashboard} surveyId={survey.id} />
        </FigureBoundary>
      ) : (
        <Card>
          <EmptyState
            icon={<ClipboardList />}
            title={t("survey.unpublished.title")}
            action={<LinkButton href={builder}>{t("survey.unpublished.action")}</LinkButton>}
          >
            {t("survey.unpublished.text")}
          </EmptyState>
        </Card>
      )}
    </DashboardFrame>
  );
}
