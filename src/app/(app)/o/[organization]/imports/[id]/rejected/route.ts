import { getTranslations } from "next-intl/server";
import { csvResponse } from "@/features/imports/csv-response";
import { exportRejectedRows } from "@/features/imports/queries/export-rejected-rows";
import { orNotFound, requireScope } from "@/server/session";

/** The rejected rows of an import as a CSV file, to be corrected and imported again. */
export async function GET(_: Request, { params }: RouteContext<"/o/[organization]/imports/[id]/rejected">) {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "encounters.import");
  const t = await getTranslations("imports");
  const { fileName, csv } = await orNotFound(
    exportRejectedRows(scope, id, {
      line: t("export.line"),
      reason: t("export.reason"),
      describe: ({ column, reason }) =>
        column ? t("export.reasonAt", { column, reason: t(`reasons.${reason}`) }) : t(`reasons.${reason}`),
    }),
  );
  return csvResponse(`${fileName.replace(/\.[^.]*$/, "")} ${t("export.fileName")}.csv`, csv);
}
