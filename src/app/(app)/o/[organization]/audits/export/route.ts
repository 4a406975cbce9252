import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { AUDIT_TABLES } from "@/features/audits/export/audit-sheets";
import { writeAuditCsv } from "@/features/audits/export/write-audit-csv";
import { makeReportTexts } from "@/features/audits/report/report-texts";
import { auditListInput } from "@/features/audits/review/schema";
import { csvResponse } from "@/features/imports/csv-response";
import { getOrganizationSettings } from "@/features/organizations/queries/get-organization-settings";
import { requireScope } from "@/server/session";

/** Published audits as CSV, under the filters of the list: `table` is audits, sections or items. */
export async function GET(request: Request, { params }: RouteContext<"/o/[organization]/audits/export">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "audits.read");
  const search = new URL(request.url).searchParams;
  const table = AUDIT_TABLES.find((name) => name === (search.get("table") ?? "audits"));
  if (!table) notFound();
  const { tab: _, page: __, ...filters } = auditListInput.parse(Object.fromEntries(search));
  const texts = makeReportTexts(await getLocale(), scope.timeZone);
  const { language } = await getOrganizationSettings(scope);
  const lines = writeAuditCsv(scope, table, filters, { texts, fallback: language });
  return csvResponse(`${texts.t(`export.fileName.${table}`)}.csv`, toStream(lines));
}

function toStream(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    // A pull that gives nothing is not repeated: go on until there is something, or the end.
    async pull(controller) {
      for (;;) {
        const { value, done } = await lines.next();
        if (done) return controller.close();
        if (value) return controller.enqueue(encoder.encode(value));
      }
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
