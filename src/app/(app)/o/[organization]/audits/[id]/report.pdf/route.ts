import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { getAuditPdf } from "@/features/audits/queries/get-audit-pdf";
import { isLocale } from "@/i18n/locale";
import { id as idInput } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";

/** The report of an audit as a PDF, in the language asked for or else the reader's. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/o/[organization]/audits/[id]/report.pdf">,
) {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "audits.read");
  if (!idInput.safeParse(id).success) notFound();
  const asked = new URL(request.url).searchParams.get("language");
  const { content, fileName } = await orNotFound(
    getAuditPdf(scope, id, isLocale(asked) ? asked : await getLocale()),
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
