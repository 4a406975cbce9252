import { drawDot, drawHeading, drawParagraph, INDENTED } from "@/server/pdf/blocks";
import type { Element, Paper } from "@/server/pdf/paper";
import { INK, TEXT } from "@/server/pdf/style";
import type { EvaluationTexts } from "../report/evaluation-texts";
import type { ChangeView, FindingView, GroupView, ReportView } from "../report/report-view";

/** Who was asked and how many answered. */
export function drawGroups(paper: Paper, parent: Element, groups: readonly GroupView[]): void {
  const list = paper.element(parent, "L");
  for (const group of groups) {
    const body = paper.element(paper.element(list, "LI"), "LBody");
    paper.reserve(TEXT.body.leading * 2);
    drawDot(paper, group.isShown ? INK.text : INK.line);
    const name = group.madeOf ? `${group.label} (${group.madeOf})` : group.label;
    paper.text(body, "P", `${name}: ${group.text}`, group.isShown ? TEXT.body : TEXT.muted, INDENTED);
    paper.space(2);
  }
}

/** Items that stand out, each with its figures. */
export function drawFindings(
  paper: Paper,
  parent: Element,
  title: string,
  findings: readonly FindingView[],
  none: string | null,
): void {
  if (findings.length === 0 && none === null) return;
  paper.reserve(60);
  paper.text(parent, "H3", title, TEXT.subheading);
  paper.space(3);
  if (findings.length === 0) paper.text(parent, "P", none ?? "", TEXT.muted);
  const list = findings.length > 0 ? paper.element(parent, "L") : null;
  for (const finding of findings) {
    if (!list) break;
    const body = paper.element(paper.element(list, "LI"), "LBody");
    paper.reserve(paper.height(finding.text, INDENTED, TEXT.body) + TEXT.small.leading);
    drawDot(paper);
    paper.text(body, "P", `${finding.number}  ${finding.text}`, TEXT.body, INDENTED);
    paper.text(body, "P", `${finding.competency} · ${finding.figureText}`, TEXT.small, INDENTED);
    paper.space(4);
  }
  paper.space(6);
}

/** What became of things since the last round. */
export function drawChanges(
  paper: Paper,
  parent: Element,
  changes: readonly ChangeView[],
  t: EvaluationTexts["t"],
): void {
  const list = paper.element(parent, "L");
  for (const change of changes) {
    const body = paper.element(paper.element(list, "LI"), "LBody");
    paper.reserve(paper.height(change.name, INDENTED, TEXT.body) + TEXT.small.leading);
    drawDot(paper, change.direction === "none" ? INK.line : INK.text);
    const { beforeText: before, nowText: now, differenceText: difference } = change;
    const figures = t("pdf.thenNow", { before, now, difference });
    paper.text(body, "P", `${change.name.replace(/[.:]$/, "")}: ${figures}`, TEXT.body, INDENTED);
    const more = [change.verdictText, change.intervalText, change.nText].filter(Boolean);
    paper.text(body, "P", more.join(" · "), TEXT.small, INDENTED);
    paper.space(3);
  }
}

/** What was written, by question and place, in the order of the release, which is random. */
export function drawComments(
  paper: Paper,
  parent: Element,
  questions: ReportView["questions"],
  none: string,
): void {
  for (const question of questions) {
    paper.reserve(70);
    paper.text(parent, "H3", question.text, TEXT.subheading);
    paper.space(3);
    if (question.places.length === 0) paper.text(parent, "P", none, TEXT.muted);
    for (const { label, comments } of question.places) {
      paper.reserve(40);
      paper.text(parent, "P", label, TEXT.smallStrong);
      const list = paper.element(parent, "L");
      for (const comment of comments) {
        const body = paper.element(paper.element(list, "LI"), "LBody");
        paper.reserve(TEXT.body.leading * 2);
        drawDot(paper, INK.muted);
        drawParagraph(paper, body, comment, TEXT.body, INDENTED);
      }
      paper.space(4);
    }
    paper.space(8);
  }
}

/** How to read it and what is hidden why. */
export function drawExplanations(
  paper: Paper,
  parent: Element,
  title: string,
  explanations: ReportView["explanations"],
): void {
  drawHeading(paper, parent, title, 60);
  for (const { title: name, text } of explanations) {
    paper.reserve(TEXT.smallStrong.leading + TEXT.small.leading * 2);
    paper.text(parent, "P", name, { ...TEXT.smallStrong, color: INK.text });
    paper.text(parent, "P", text, TEXT.small);
    paper.space(5);
  }
}
