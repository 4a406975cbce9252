import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { makeReportSheet } from "@/features/evaluation-reports/export/report-sheet";
import { getReport } from "@/features/evaluation-reports/queries/get-report";
import { describeReport } from "@/features/evaluation-reports/report/describe-report";
import { makeEvaluationTexts } from "@/features/evaluation-reports/report/evaluation-texts";
import { csvResponse } from "@/features/imports/csv-response";
import { id as idInput, wholeNumber } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";
import { writeCsv } from "@/server/sheet";

const releaseInput = wholeNumber(1, 1000).optional();

/** The figures of a released report as CSV; the newest release unless told otherwise. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/o/[organization]/evaluation-reports/[subject]/export">,
) {
  const { organization, subject } = await params;
  const scope = await requireScope(organization, "evaluation-reports.read");
  const release = releaseInput.safeParse(new URL(request.url).searchParams.get("release") ?? undefined);
  if (!idInput.safeParse(subject).success || !release.success) notFound();
  const source = await orNotFound(getReport(scope, subject, release.data));
  const texts = makeEvaluationTexts(await getLocale(), scope.timeZone);
  const report = describeReport(source, texts.locale, scope.timeZone);
  return csvResponse(
    `${texts.t("csv.fileName")}-${report.day}-${subject.slice(-6)}.csv`,
    writeCsv(makeReportSheet(report, texts)),
  );
}
