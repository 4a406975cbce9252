import PDFDocument from "pdfkit";
import { openFonts } from "./fonts";
import { type Element, Paper } from "./paper";
import { INK, PAGE, TEXT } from "./style";

/** What a reader's program shows of a document, and what stands at the foot of each page. */
export type PdfFrame = {
  title: string;
  organizationName: string;
  language: "fi" | "en";
  madeAt: Date;
  /** "2/5" */
  pageText: (page: number, pages: number) => string;
};

/**
 * A document to hand on: A4, tagged (PDF/UA), with a language, a title and page numbers. `draw` fills it from the top;
 * letters no font has are shown as "[…]".
 */
export async function writePdf(
  frame: PdfFrame,
  draw: (paper: Paper, root: Element) => void | Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = new PDFDocument({
    size: "A4",
    margin: 0,
    pdfVersion: "1.7",
    // The types know PDF/A only.
    subset: "PDF/UA" as "PDF/A-2a",
    tagged: true,
    lang: frame.language === "fi" ? "fi-FI" : "en-GB",
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: true,
    info: {
      Title: frame.title,
      Author: frame.organizationName,
      Creator: "Lastmetre",
      CreationDate: frame.madeAt,
    },
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
  await draw(paper, root);
  root.end();
  drawFooters(paper, frame);
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

/** Whose report it is and which page of how many, on every page. */
function drawFooters(paper: Paper, { organizationName, title, pageText }: PdfFrame): void {
  const { document, fonts } = paper;
  const { start, count } = document.bufferedPageRange();
  const y = PAGE.height - 38;
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(start + index);
    const number = pageText(index + 1, count);
    const numberWidth = fonts.measure(number, TEXT.footer);
    const width = PAGE.width - PAGE.left - PAGE.right - numberWidth - 20;
    const [line = ""] = paper.lines(`${organizationName} · ${title}`, { x: PAGE.left, width }, TEXT.footer);
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
