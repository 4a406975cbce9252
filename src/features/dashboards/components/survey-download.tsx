import { Download } from "lucide-react";
import type { Dashboard } from "@/features/dashboards/dashboard";
import { exportHref } from "@/features/dashboards/dashboard-href";
import type { Texts } from "@/features/dashboards/make-texts";
import { buttonClasses } from "@/ui/button-style";

/** All results of a survey as CSV. */
export function SurveyDownload({
  dashboard,
  surveyId,
  texts,
}: {
  dashboard: Dashboard;
  surveyId: string;
  texts: Texts;
}) {
  return (
    <a
      href={exportHref(dashboard, "survey-results", { survey: surveyId })}
      download
      className={buttonClasses("secondary", "medium", false, "print:hidden")}
    >
      <Download aria-hidden className="size-4" />
      {texts.t("survey.download")}
    </a>
  );
}
