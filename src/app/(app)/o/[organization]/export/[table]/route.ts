import { notFound } from "next/navigation";
import { openExport } from "@/features/dashboards/sheets/open-export";
import { getTexts } from "@/features/dashboards/texts";
import { orNotFound, requireScope } from "@/server/session";
import { writeCsv } from "@/server/sheet";

/** The CSV of one table or chart of a dashboard: exactly what its page shows under the same address. */
export async function GET(request: Request, { params }: RouteContext<"/o/[organization]/export/[table]">) {
  const { organization, table } = await params;
  const scope = await requireScope(organization, "organization.enter");
  const found = await orNotFound(
    openExport(scope, organization, table, new URL(request.url).searchParams, await getTexts()),
  );
  if (!found) notFound();
  return new Response(writeCsv(found.sheet), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${found.fileName}"`,
      "cache-control": "private, no-store",
    },
  });
}
