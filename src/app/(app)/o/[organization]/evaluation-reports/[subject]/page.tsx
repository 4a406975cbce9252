import { Download } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Report } from "@/features/evaluation-reports/components/report";
import { DevelopmentPlan } from "@/features/evaluation-reports/goals/components/development-plan";
import { getReport } from "@/features/evaluation-reports/queries/get-report";
import { describeReport } from "@/features/evaluation-reports/report/describe-report";
import { id as idInput, wholeNumber } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";
import { Badge } from "@/ui/badge";
import { buttonClasses } from "@/ui/button-style";
import { CsvLink } from "@/ui/csv-link";
import { PageHeader } from "@/ui/page-header";

type Props = PageProps<"/o/[organization]/evaluation-reports/[subject]">;

const releaseInput = wholeNumber(1, 1000).optional();

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("evaluationReports"))("title") };
}

/** A released report, the newest unless `release` says which; 404 for whoever may not see it. */
export default async function EvaluationReportPage({ params, searchParams }: Props) {
  const { organization, subject } = await params;
  const scope = await requireScope(organization, "evaluation-reports.read");
  const release = releaseInput.safeParse((await searchParams).release);
  if (!idInput.safeParse(subject).success || !release.success) notFound();
  const source = await orNotFound(getReport(scope, subject, release.data));

  const [locale, t, common, navigation] = await Promise.all([
    getLocale(),
    getTranslations("evaluationReports.page"),
    getTranslations("common"),
    getTranslations("navigation"),
  ]);
  const report = describeReport(source, locale, scope.timeZone);
  const path = `/o/${organization}/evaluation-reports/${subject}`;
  const number = `release=${source.number}`;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: navigation("myEvaluations"), href: `/o/${organization}/evaluations` }]}
        title={report.subjectName}
        description={report.cycleName}
        badge={<Badge>{report.kindText}</Badge>}
        actions={
          <div className="flex flex-wrap items-center gap-2 print:hidden">
            {(["fi", "en"] as const).map((language) => (
              <a
                key={language}
                href={`${path}/report.pdf?language=${language}&${number}`}
                download
                className={buttonClasses(language === locale ? "secondary" : "ghost", "medium", false)}
              >
                <Download aria-hidden className="size-4" />
                {language === locale ? t("pdf") : t("pdfIn", { language: common(`language.${language}`) })}
              </a>
            ))}
            <CsvLink href={`${path}/export?${number}`} label={t("competencies")} />
          </div>
        }
      />
      <Report report={report} path={path}>
        <DevelopmentPlan scope={scope} subjectId={subject} />
      </Report>
    </>
  );
}
