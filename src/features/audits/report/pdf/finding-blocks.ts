import { drawDot, drawHeading, drawParagraph, INDENTED } from "@/server/pdf/blocks";
import type { Column, Element, Paper } from "@/server/pdf/paper";
import { CONTENT_WIDTH, INK, PAGE, TEXT } from "@/server/pdf/style";
import type { AuditReport, ReportItem } from "../report";
import type { ReportTexts } from "../report-texts";

type T = ReportTexts["t"];

/** The form's sections as bars with their numbers. */
export function drawSections(paper: Paper, parent: Element, report: AuditReport, accent: string, t: T): void {
  drawHeading(paper, parent, t("section.sections"));
  const list = paper.element(parent, "L");
  const score: Column = { x: PAGE.left + CONTENT_WIDTH - 60, width: 60 };
  const name: Column = { x: PAGE.left, width: CONTENT_WIDTH - 70 };
  for (const section of report.sections) {
    paper.reserve(42);
    const body = paper.element(paper.element(list, "LI"), "LBody");
    const top = paper.y;
    paper.text(body, "P", `${section.number}  ${section.title}`, TEXT.strong, name);
    const below = paper.y;
    paper.y = below - TEXT.strong.leading;
    paper.textRight(body, "P", section.scoreText, TEXT.strong, score);
    paper.y = Math.max(below, top + TEXT.strong.leading) + 2;
    drawBar(paper, section.score, accent);
    paper.space(8);
    const detail = [section.outcomeText, section.weightText];
    paper.text(body, "P", detail.filter(Boolean).join(" · "), TEXT.small);
    paper.space(7);
  }
}

function drawBar(paper: Paper, score: number | null, accent: string): void {
  const { y } = paper;
  paper.decorate((document) => {
    document.roundedRect(PAGE.left, y, CONTENT_WIDTH, 5, 2.5).fill("#e3e6e8");
    const width = (CONTENT_WIDTH * Math.min(100, score ?? 0)) / 100;
    if (width > 0) document.roundedRect(PAGE.left, y, Math.max(5, width), 5, 2.5).fill(accent);
  });
}

/** What to develop: the reviewer's words, then each failed item with what its form suggests. */
export function drawDevelopment(paper: Paper, parent: Element, report: AuditReport, t: T): void {
  const { text, items } = report.development;
  drawHeading(paper, parent, t("section.development"));
  if (text) drawParagraph(paper, parent, text);
  if (items.length === 0 && !text) paper.text(parent, "P", t("development.none"), TEXT.muted);
  if (items.length === 0) return;
  const list = paper.element(parent, "L");
  for (const item of items) {
    const body = paper.element(paper.element(list, "LI"), "LBody");
    const color = item.isCritical ? INK.danger : INK.text;
    const details = listDetails(item, t).join(" · ");
    const advice = item.suggestion ?? item.guidance;
    const example = item.goodExample && `${t("item.goodExample")}: ${item.goodExample}`;
    const beginning =
      paper.height(item.text, INDENTED, TEXT.strong) + paper.height(details, INDENTED, TEXT.small);
    const whole = [advice, example].reduce(
      (sum, part) => sum + (part ? paper.height(part, INDENTED, TEXT.body) : 0),
      beginning,
    );
    // Advice stays with what it is about, unless that would leave half a page empty.
    paper.reserve(whole <= 260 ? whole : beginning + 30);
    drawDot(paper, color);
    paper.text(body, "P", `${item.number}  ${item.text}`, { ...TEXT.strong, color }, INDENTED);
    paper.text(body, "P", details, TEXT.small, INDENTED);
    if (advice) paper.text(body, "P", advice, TEXT.body, INDENTED);
    if (example) paper.text(body, "P", example, TEXT.muted, INDENTED);
    paper.space(8);
  }
}

function listDetails(item: ReportItem, t: T): string[] {
  return [
    item.isCritical && t("mark.criticalFailed"),
    item.answer,
    item.points && t("points", { points: item.points }),
    item.loss && t("loss", { loss: item.loss }),
    item.behaviour && t("item.behaviour", { name: item.behaviour }),
  ].filter((detail) => typeof detail === "string" && detail !== "") as string[];
}

/** What went well: the reviewer's words, then items with all points and what the auditor said of them. */
export function drawStrengths(paper: Paper, parent: Element, report: AuditReport, t: T): void {
  const { text, items, more } = report.strengths;
  drawHeading(paper, parent, t("section.strengths"), 40);
  if (text) drawParagraph(paper, parent, text);
  if (items.length === 0) {
    if (!text) paper.text(parent, "P", t("strengths.none"), TEXT.muted);
    return;
  }
  const list = paper.element(parent, "L");
  for (const item of items) {
    const body = paper.element(paper.element(list, "LI"), "LBody");
    paper.reserve(paper.height(item.text, INDENTED, TEXT.body) + TEXT.small.leading * 2);
    drawDot(paper, INK.text);
    paper.text(body, "P", item.text, TEXT.body, INDENTED);
    paper.text(body, "P", item.answer, TEXT.small, INDENTED);
    if (item.comment) paper.text(body, "P", item.comment, TEXT.small, INDENTED);
    paper.space(4);
  }
  if (more > 0) paper.text(parent, "P", t("strengths.more", { n: more }), TEXT.small);
}
