import PDFDocument from "pdfkit";
import type { AuditReport } from "../report";
import type { ReportTexts } from "../report-texts";
import {
  drawDevelopment,
  drawHeading,
  drawParagraph,
  drawProse,
  drawSections,
  drawStrengths,
} from "./finding-blocks";
import { openFonts } from "./fonts";
import { drawCriticalFailures, drawFacts, drawHead, drawScore, type Letterhead } from "./head-blocks";
import { drawPhotos, drawSection, type PrintedPhotos } from "./item-blocks";
import { Paper } from "./paper";
import { INK, PAGE, TEXT } from "./style";

/**
 * The report as a PDF to hand on: A4, tagged (PDF/UA), with a language, a title and page numbers, in the organization's name
 * and colour. Photos that are not given are left out; letters no font has are shown as "[…]".
 */
export async function writeAuditPdf(
  report: AuditReport,
  texts: ReportTexts,
  parts: { look: Letterhead; photos: PrintedPhotos; madeAt: Date },
): Promise<Uint8Array<ArrayBuffer>> {
  const { t } = texts;
  const { look, photos } = parts;
  const title = `${t("title")} · ${report.subject}`;
  const document = new PDFDocument({
    size: "A4",
    margin: 0,
    pdfVersion: "1.7",
    // The types know PDF/A only.
    subset: "PDF/UA" as "PDF/A-2a",
    tagged: true,
    lang: report.language === "fi" ? "fi-FI" : "en-GB",
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: true,
    info: { Title: title, Author: report.organizationName, Creator: "Lastmetre", CreationDate: parts.madeAt },
    font: null as unknown as string,
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on("end", resolve);
    document.on("error", reject);
  });

  const paper = new Paper(document, openFonts(document));
  const root = document.struct("Document");
  document.addStructure(root);
  drawHead(paper, root, report, look, t);
  drawScore(paper, root, report);
  drawCriticalFailures(paper, root, report, t);
  drawFacts(paper, root, report.facts);
  drawSections(paper, root, report, look.accent, t);
  drawDevelopment(paper, root, report, t);
  drawStrengths(paper, root, report, t);
  if (report.summary) {
    drawProse(
      paper,
      root,
      t(report.isObservation ? "section.summaryObservation" : "section.summary"),
      report.summary,
    );
  }
  if (report.replies.length > 0) {
    drawHeading(paper, root, t("section.replies"), 44);
    for (const { heading, text } of report.replies) {
      paper.reserve(3 * TEXT.body.leading);
      paper.text(root, "P", heading, TEXT.smallStrong);
      drawParagraph(paper, root, text);
    }
  }
  drawHeading(paper, root, t("section.items"), 110);
  for (const section of report.sections) await drawSection(paper, root, section, report, photos, t);
  if (report.photos.some(({ id }) => photos.has(id))) {
    drawHeading(paper, root, t("section.photos"), 150);
    drawPhotos(paper, root, report.photos, photos, (n) => t("item.otherPhoto", { n }), PAGE.left);
  }
  root.end();
  drawFooters(paper, `${report.organizationName} · ${title}`, texts);
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

/** Whose report it is and which page of how many, on every page. */
function drawFooters(paper: Paper, name: string, { t }: ReportTexts): void {
  const { document, fonts } = paper;
  const { start, count } = document.bufferedPageRange();
  const y = PAGE.height - 38;
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(start + index);
    const number = t("pdf.page", { page: index + 1, pages: count });
    const numberWidth = fonts.measure(number, TEXT.footer);
    const width = PAGE.width - PAGE.left - PAGE.right - numberWidth - 20;
    const [line = ""] = paper.lines(name, { x: PAGE.left, width }, TEXT.footer);
    document.markContent("Artifact", { type: "Pagination" });
    document
      .lineWidth(0.5)
      .strokeColor(INK.line)
      .moveTo(PAGE.left, y - 6)
      .lineTo(PAGE.width - PAGE.right, y - 6)
      .stroke();
    fonts.draw(line, PAGE.left, y, TEXT.footer);
    fonts.draw(number, PAGE.width - PAGE.right - numberWidth, y, TEXT.footer);
    document.endMarkedContent();
  }
}
