import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { streamAnswerRejections } from "@/features/answer-imports/queries/stream-answer-rejections";
import { csvResponse } from "@/features/imports/csv-response";
import { orNotFound, requireScope } from "@/server/session";

/** What an import refused, as a CSV file: line, column, value and reason. There may be a hundred thousand, so it streams. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/o/[organization]/imports/answers/[id]/rejected">,
) {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "encounters.import");
  if (scope.locationIds !== null) notFound();
  const t = await getTranslations("answerImports");
  const { fileName, pieces } = await orNotFound(
    streamAnswerRejections(scope, id, {
      header: [t("rejections.line"), t("rejections.column"), t("rejections.value"), t("rejections.reason")],
      describe: (reason) => t(`reasons.${reason}`),
    }),
  );
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return csvResponse(`${fileName.replace(/\.[^.]*$/, "")} ${t("rejections.fileName")}.csv`, body);
}
