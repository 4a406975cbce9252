import "server-only";
import type { Locale } from "@/i18n/locale";
import { processWide } from "@/server/api/process-wide";
import { chooseText } from "@/server/input";
import { limitConcurrency } from "@/server/limit-concurrency";
import { readLetterhead } from "@/server/pdf/letterhead";
import type { Scope } from "@/server/scope";
import { getDevelopmentPlan } from "../goals/queries/get-development-plan";
import type { DevelopmentPlanView } from "../goals/schema";
import { type PrintedGoal, writeEvaluationPdf } from "../pdf/write-evaluation-pdf";
import { describeReport } from "../report/describe-report";
import { type EvaluationTexts, makeEvaluationTexts } from "../report/evaluation-texts";
import { getReport } from "./get-report";

/** Drawing takes the processor for a moment; a few at once, the others wait their turn. */
const inTurn = processWide("evaluationPdfsInTurn", () => limitConcurrency(2));

/**
 * A released report and the development plan as a PDF, for whoever may see them; else NotFoundError. The file's name names
 * nobody: it ends up in download lists of shared computers.
 */
export async function getReportPdf(
  scope: Scope,
  subjectId: string,
  options: { number?: number; language: Locale },
): Promise<{ content: Uint8Array<ArrayBuffer>; fileName: string }> {
  const source = await getReport(scope, subjectId, options.number);
  const report = describeReport(source, options.language, scope.timeZone);
  const texts = makeEvaluationTexts(options.language, scope.timeZone);
  const plan = await getDevelopmentPlan(scope, subjectId);
  const content = await inTurn(async () =>
    writeEvaluationPdf(report, texts, {
      look: await readLetterhead(scope),
      goals: plan.goals.map((goal) => printGoal(goal, plan, source.organization.language, texts)),
      madeAt: scope.now,
    }),
  );
  return { content, fileName: `${texts.t("pdf.fileName")}-${report.day}-${subjectId.slice(-6)}.pdf` };
}

function printGoal(
  goal: DevelopmentPlanView["goals"][number],
  { competencies }: DevelopmentPlanView,
  fallback: string,
  texts: EvaluationTexts,
): PrintedGoal {
  const name = competencies.find(({ key }) => key === goal.competencyKey)?.name;
  const detail = [
    name && chooseText(name, texts.locale, fallback),
    goal.dueOn && texts.t("pdf.due", { day: texts.days(goal.dueOn, goal.dueOn) }),
    goal.status !== "open" && texts.t(`pdf.goal.${goal.status}`),
  ];
  return { title: goal.title, plan: goal.plan, detail: detail.filter(Boolean).join(" · ") };
}
