import { drawLetterhead, type Letterhead } from "@/server/pdf/letterhead";
import type { Column, Element, Paper } from "@/server/pdf/paper";
import { CONTENT_WIDTH, INK, PAGE, TEXT } from "@/server/pdf/style";
import type { AuditReport } from "../report";
import type { ReportTexts } from "../report-texts";

/** The top of the first page: whose report, of what, and that an observation is one. */
export function drawHead(
  paper: Paper,
  parent: Element,
  report: AuditReport,
  look: Letterhead,
  t: ReportTexts["t"],
) {
  drawLetterhead(paper, parent, look, report.organizationName);
  paper.text(parent, "P", `${t("title")} · ${report.kindText}`, { ...TEXT.strong, color: look.accent });
  paper.text(parent, "H1", report.subject, TEXT.title);
  paper.text(parent, "P", report.formName, { ...TEXT.lead, color: INK.muted });
  paper.space(14);
}

/** The score and the verdict, what they mean, and what they are to be read with. */
export function drawScore(paper: Paper, parent: Element, report: AuditReport) {
  const padding = 16;
  const score: Column = { x: PAGE.left + padding, width: 118 };
  const words: Column = { x: score.x + score.width + 14, width: 0 };
  words.width = PAGE.left + CONTENT_WIDTH - padding - words.x;
  const wordsHeight =
    paper.height(report.meaning, words, TEXT.lead) +
    report.notices.reduce((sum, { text }) => sum + 4 + paper.height(text, words, TEXT.small), 2);
  const height = Math.max(TEXT.score.leading + 34, wordsHeight) + 2 * padding;
  paper.reserve(height);
  const top = paper.y;
  const isFailed = report.verdict === "failed";
  paper.decorate((document) => {
    document.roundedRect(PAGE.left, top, CONTENT_WIDTH, height, 6).fill(isFailed ? INK.dangerSoft : INK.soft);
  });
  paper.y = top + padding - 4;
  paper.text(parent, "P", report.scoreText, TEXT.score, score);
  drawVerdict(paper, parent, report, score);
  paper.y = top + padding;
  paper.text(parent, "P", report.meaning, TEXT.lead, words);
  paper.space(2);
  for (const { tone, text } of report.notices) {
    paper.space(4);
    const style = tone === "warning" ? { ...TEXT.smallStrong, color: INK.text } : TEXT.small;
    paper.text(parent, "P", text, style, words);
  }
  paper.y = top + height + 18;
}

function drawVerdict(paper: Paper, parent: Element, { verdict, verdictText }: AuditReport, column: Column) {
  const isFailed = verdict === "failed";
  const width = paper.fonts.measure(verdictText, TEXT.verdict) + 20;
  const top = paper.y + 8;
  paper.decorate((document) => {
    document.roundedRect(column.x, top, width, 24, 4);
    if (isFailed) document.fill(INK.danger);
    else document.lineWidth(1).strokeColor(INK.text).stroke();
  });
  paper.y = top + 4;
  const style = { ...TEXT.verdict, color: isFailed ? INK.white : INK.text };
  paper.text(parent, "P", verdictText, style, { x: column.x + 10, width });
}

/** Failed critical items in a red frame of their own, before anything else is said. */
export function drawCriticalFailures(
  paper: Paper,
  parent: Element,
  report: AuditReport,
  t: ReportTexts["t"],
) {
  const { criticalFailures } = report;
  if (criticalFailures.length === 0) return;
  const inner: Column = { x: PAGE.left + 18, width: CONTENT_WIDTH - 34 };
  for (const [index, item] of criticalFailures.entries()) {
    const title = `${item.number} ${item.text}`;
    const heading = index === 0 ? TEXT.subheading.leading + 4 : 0;
    const height =
      heading +
      paper.height(title, inner, TEXT.strong) +
      (item.comment ? paper.height(item.comment, inner, TEXT.body) : 0) +
      16;
    const isFramed = height < 500;
    if (isFramed) paper.reserve(height);
    const top = paper.y;
    paper.decorate((document) => {
      const shown = isFramed ? height : Math.min(paper.left, 60);
      document.rect(PAGE.left, top, 5, shown).fill(INK.danger);
      if (isFramed) {
        document
          .rect(PAGE.left + 5, top, CONTENT_WIDTH - 5, shown)
          .lineWidth(0.8)
          .strokeColor(INK.danger)
          .stroke();
      }
    });
    paper.space(8);
    if (index === 0) {
      paper.text(parent, "H2", t("section.critical"), { ...TEXT.subheading, color: INK.danger }, inner);
      paper.space(4);
    }
    paper.text(parent, "P", title, TEXT.strong, inner);
    if (item.comment) paper.text(parent, "P", item.comment, TEXT.body, inner);
    paper.space(isFramed ? 16 : 18);
  }
  paper.space(8);
}
