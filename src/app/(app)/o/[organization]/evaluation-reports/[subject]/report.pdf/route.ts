import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { getReportPdf } from "@/features/evaluation-reports/queries/get-report-pdf";
import { isLocale } from "@/i18n/locale";
import { id as idInput, wholeNumber } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";

const releaseInput = wholeNumber(1, 1000);

/** A released 360 report as a PDF, in the language asked for or else the reader's; the newest release unless told otherwise. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/o/[organization]/evaluation-reports/[subject]/report.pdf">,
) {
  const { organization, subject } = await params;
  const scope = await requireScope(organization, "evaluation-reports.read");
  const query = new URL(request.url).searchParams;
  const asked = query.get("release");
  const release = asked === null ? undefined : releaseInput.safeParse(asked);
  if (!idInput.safeParse(subject).success || release?.success === false) notFound();
  const language = query.get("language");
  const { content, fileName } = await orNotFound(
    getReportPdf(scope, subject, {
      ...(release ? { number: release.data } : {}),
      language: isLocale(language) ? language : await getLocale(),
    }),
  );
  return new Response(content, {
    headers: {
      "content-type": "application/pdf",
      "content-length": String(content.byteLength),
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "private, no-store",
    },
  });
}
