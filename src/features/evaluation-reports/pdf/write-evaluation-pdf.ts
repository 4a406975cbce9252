import { drawFacts, drawHeading, drawParagraph } from "@/server/pdf/blocks";
import { drawLetterhead, type Letterhead } from "@/server/pdf/letterhead";
import type { Element, Paper } from "@/server/pdf/paper";
import { INK, TEXT } from "@/server/pdf/style";
import { writePdf } from "@/server/pdf/write-pdf";
import type { EvaluationTexts } from "../report/evaluation-texts";
import type { ReportView } from "../report/report-view";
import { drawDotPlot } from "./dot-plot";
import { drawFigureTable } from "./figure-table";
import { drawRadar } from "./radar";
import { drawChanges, drawComments, drawExplanations, drawFindings, drawGroups } from "./words";

/** A goal of the development plan as the paper shows it: finished texts. */
export type PrintedGoal = { title: string; plan: string; detail: string };

/**
 * A released report as a PDF to talk over: A4, tagged, in the organization's name and colour. It says what its page says,
 * from the same view, with a table beside every picture.
 */
export function writeEvaluationPdf(
  report: ReportView,
  { t }: EvaluationTexts,
  parts: { look: Letterhead; goals: readonly PrintedGoal[]; madeAt: Date },
): Promise<Uint8Array<ArrayBuffer>> {
  const { look, goals, madeAt } = parts;
  const frame = {
    title: `${report.kindText} · ${report.subjectName} · ${report.cycleName}`,
    organizationName: report.organizationName,
    language: report.language,
    madeAt,
    pageText: (page: number, pages: number) => t("pdf.page", { page, pages }),
  };
  return writePdf(frame, (paper, root) => {
    drawLetterhead(paper, root, look, report.organizationName);
    paper.text(root, "P", report.kindText, { ...TEXT.strong, color: look.accent });
    paper.text(root, "H1", report.subjectName, TEXT.title);
    paper.text(root, "P", report.cycleName, { ...TEXT.lead, color: INK.muted });
    paper.space(12);
    for (const sentence of report.summary) paper.text(root, "P", sentence, TEXT.lead);
    paper.space(10);
    drawFacts(paper, root, report.facts);
    paper.space(6);
    paper.text(root, "P", report.readersText, TEXT.small);
    for (const { text } of report.notices) paper.text(root, "P", text, TEXT.smallStrong);
    drawHeading(paper, root, t("pdf.groups"), 60);
    drawGroups(paper, root, report.groups);
    drawCompetencies(paper, root, report, look.accent, t);
    drawStandouts(paper, root, report, t);
    drawDevelopment(paper, root, report, t);
    drawPlan(paper, root, goals, t);
    drawItems(paper, root, report, t);
    if (report.questions.length > 0) {
      drawHeading(paper, root, t("pdf.comments"), 90);
      drawComments(paper, root, report.questions, t("pdf.noComments"));
    }
    drawExplanations(paper, root, t("pdf.explanations"), report.explanations);
  });
}

type T = EvaluationTexts["t"];

function drawCompetencies(paper: Paper, root: Element, report: ReportView, accent: string, t: T): void {
  drawHeading(paper, root, t("pdf.competencies"), 200);
  const rows = report.competencies.map(({ name, figures }) => ({ name, figures }));
  drawDotPlot(paper, root, report, accent, t("pdf.dotPlot"));
  drawFigureTable(paper, root, report.sides, rows, t("pdf.competency"));
  drawRadar(paper, root, report, accent, t("pdf.radar"));
}

function drawStandouts(paper: Paper, root: Element, report: ReportView, t: T): void {
  const { self, strongest, weakest } = report;
  if (!self && strongest.length === 0 && weakest.length === 0) return;
  drawHeading(paper, root, t("pdf.findings"), 90);
  if (self) {
    drawFindings(paper, root, t("pdf.blindSpots"), self.blindSpots, t("pdf.noBlindSpots"));
    drawFindings(paper, root, t("pdf.hiddenStrengths"), self.hiddenStrengths, t("pdf.noHiddenStrengths"));
    paper.text(root, "P", self.thresholdText, TEXT.small);
    paper.space(8);
  }
  drawFindings(paper, root, t("pdf.strongest"), strongest, null);
  drawFindings(paper, root, t("pdf.weakest"), weakest, null);
  if (report.rankingRemark) paper.text(root, "P", report.rankingRemark, TEXT.small);
}

function drawDevelopment(paper: Paper, root: Element, { development }: ReportView, t: T): void {
  if (!development) return;
  drawHeading(paper, root, t("pdf.development"), 90);
  paper.text(root, "P", development.text, TEXT.body);
  for (const remark of development.remarks) paper.text(root, "P", remark, TEXT.small);
  paper.space(6);
  drawChanges(paper, root, development.competencies, t);
  if (development.items.length === 0) return;
  paper.space(4);
  paper.text(root, "H3", t("pdf.changedItems"), TEXT.subheading);
  paper.space(3);
  drawChanges(paper, root, development.items, t);
}

function drawPlan(paper: Paper, root: Element, goals: readonly PrintedGoal[], t: T): void {
  if (goals.length === 0) return;
  drawHeading(paper, root, t("pdf.plan"), 70);
  for (const [index, { title, plan, detail }] of goals.entries()) {
    paper.reserve(60);
    paper.text(root, "H3", `${index + 1}. ${title}`, TEXT.subheading);
    drawParagraph(paper, root, plan);
    if (detail) paper.text(root, "P", detail, TEXT.small);
    paper.space(6);
  }
}

/** Each competency's items as each side sees them, and how the others' answers spread where that may be shown. */
function drawItems(paper: Paper, root: Element, report: ReportView, t: T): void {
  drawHeading(paper, root, t("pdf.items"), 120);
  for (const competency of report.competencies) {
    paper.reserve(120);
    paper.text(root, "H3", `${competency.number}  ${competency.name}`, TEXT.subheading);
    if (competency.description) paper.text(root, "P", competency.description, TEXT.small);
    paper.space(4);
    const rows = competency.items.map(({ number, text, figures }) => ({
      name: `${number}  ${text}`,
      figures,
    }));
    drawFigureTable(paper, root, report.sides, rows, t("pdf.item"));
    for (const { number, distributions } of competency.items) {
      const spread = distributions.find(({ side }) => side === "total");
      if (!spread) continue;
      const scale = `${spread.points.at(0)?.point}–${spread.points.at(-1)?.point}`;
      const counts = spread.points.map(({ count }) => count).join(", ");
      paper.reserve(TEXT.small.leading);
      paper.text(root, "P", t("pdf.spread", { number, scale, counts }), TEXT.small);
    }
    paper.space(10);
  }
}
