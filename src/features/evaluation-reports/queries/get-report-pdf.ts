import "server-only";
import type { Locale } from "@/i18n/locale";
import { processWide } from "@/server/api/process-wide";
import { limitConcurrency } from "@/server/limit-concurrency";
import { readLetterhead } from "@/server/pdf/letterhead";
import type { Scope } from "@/server/scope";
import { type PrintedGoal, writeEvaluationPdf } from "../pdf/write-evaluation-pdf";
import { describeReport } from "../report/describe-report";
import { makeEvaluationTexts } from "../report/evaluation-texts";
import { getReport } from "./get-report";

/** Drawing takes the processor for a moment; a few at once, the others wait their turn. */
const inTurn = processWide("evaluationPdfsInTurn", () => limitConcurrency(2));

/**
 * A released report as a PDF, for whoever may see it; else NotFoundError. The file's name names nobody: it ends up in
 * download lists of shared computers.
 */
export async function getReportPdf(
  scope: Scope,
  subjectId: string,
  options: { number?: number; language: Locale; goals: readonly PrintedGoal[] },
): Promise<{ content: Uint8Array<ArrayBuffer>; fileName: string }> {
  const source = await getReport(scope, subjectId, options.number);
  const report = describeReport(source, options.language, scope.timeZone);
  const texts = makeEvaluationTexts(options.language, scope.timeZone);
  const content = await inTurn(async () =>
    writeEvaluationPdf(report, texts, {
      look: await readLetterhead(scope),
      goals: options.goals,
      madeAt: scope.now,
    }),
  );
  return { content, fileName: `${texts.t("pdf.fileName")}-${report.day}-${subjectId.slice(-6)}.pdf` };
}
