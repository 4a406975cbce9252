import { drawFacts, drawHeading, drawParagraph, drawProse } from "@/server/pdf/blocks";
import type { Letterhead } from "@/server/pdf/letterhead";
import { PAGE, TEXT } from "@/server/pdf/style";
import { writePdf } from "@/server/pdf/write-pdf";
import type { AuditReport } from "../report";
import type { ReportTexts } from "../report-texts";
import { drawDevelopment, drawSections, drawStrengths } from "./finding-blocks";
import { drawCriticalFailures, drawHead, drawScore } from "./head-blocks";
import { drawPhotos, drawSection, type PrintedPhotos } from "./item-blocks";

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
  const frame = {
    title: `${t("title")} · ${report.subject}`,
    organizationName: report.organizationName,
    language: report.language,
    madeAt: parts.madeAt,
    pageText: (page: number, pages: number) => t("pdf.page", { page, pages }),
  };
  return writePdf(frame, async (paper, root) => {
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
  });
}
