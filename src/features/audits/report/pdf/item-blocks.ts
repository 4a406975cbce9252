import { drawParagraph } from "@/server/pdf/blocks";
import type { Column, Element, Paper } from "@/server/pdf/paper";
import type { PrintedPicture } from "@/server/pdf/print-picture";
import { CONTENT_WIDTH, INK, PAGE, TEXT } from "@/server/pdf/style";
import { othersFirst } from "../../photos/windows";
import type { AuditReport, ItemResult, ReportItem, ReportSection } from "../report";
import type { ReportTexts } from "../report-texts";

type T = ReportTexts["t"];

export type PrintedPhotos = ReadonlyMap<string, PrintedPicture>;

const BODY: Column = { x: PAGE.left + 46, width: CONTENT_WIDTH - 46 - 88 };
const COMMENT: Column = { x: BODY.x, width: CONTENT_WIDTH - 46 };
const RESULT: Column = { x: PAGE.left + CONTENT_WIDTH - 84, width: 84 };

/**
 * Every item of a section with its answer, comment and photos in full. Between two items the process does other things: a
 * report of long texts takes seconds and holds up nobody.
 */
export async function drawSection(
  paper: Paper,
  parent: Element,
  section: ReportSection,
  report: AuditReport,
  photos: PrintedPhotos,
  t: T,
): Promise<void> {
  paper.space(10);
  paper.reserve(96);
  const top = paper.y;
  const title: Column = { x: PAGE.left, width: CONTENT_WIDTH - 70 };
  paper.text(parent, "H3", `${section.number}  ${section.title}`, TEXT.subheading, title);
  const below = paper.y;
  paper.y = top;
  paper.textRight(parent, "P", section.scoreText, TEXT.subheading);
  paper.y = below + 3;
  paper.rule(INK.text, undefined, 0.9);
  const list = paper.element(parent, "L");
  for (const [index, item] of section.items.entries()) {
    drawItem(paper, list, item, { report, photos, t, isFirst: index === 0 });
    await othersFirst();
  }
}

function drawItem(
  paper: Paper,
  list: Element,
  item: ReportItem,
  { report, photos, t, isFirst }: { report: AuditReport; photos: PrintedPhotos; t: T; isFirst: boolean },
): void {
  const isFailed = item.result === "failed";
  const isQuiet = item.result === "not_applicable" || item.result === "unanswered";
  const isCriticalFailure = isFailed && item.isCritical;
  const titleStyle = isQuiet ? TEXT.muted : TEXT.strong;
  const marks = [
    item.isCritical && t(isFailed ? "mark.criticalFailed" : "mark.critical"),
    item.isBonus && t("mark.bonus"),
    item.isAboutCustomer && t("mark.customer"),
    item.behaviour && t("item.behaviour", { name: item.behaviour }),
  ].filter((mark) => typeof mark === "string");
  const head = paper.height(item.text, BODY, titleStyle) + (marks.length > 0 ? TEXT.small.leading : 0);
  paper.reserve(keptTogether(paper, item, head, photos));
  // Between two items of a page, not at its edges.
  if (!isFirst && paper.y > PAGE.top) paper.rule(INK.line);
  paper.space(7);
  const element = paper.element(list, "LI");
  const top = paper.y;
  const page = paper.pages;
  if (isCriticalFailure) {
    paper.decorate((document) => document.rect(PAGE.left - 8, top - 2, 3, head + 18).fill(INK.danger));
  }
  drawMark(paper, item.result, top);
  paper.text(element, "Lbl", item.number, { ...TEXT.muted }, { x: PAGE.left + 18, width: 28 });
  paper.y = top;
  const body = paper.element(element, "LBody");
  paper.text(body, "P", item.text, titleStyle, BODY);
  const below = paper.y;
  paper.y = top;
  paper.textRight(
    body,
    "P",
    t(`result.${item.result}`),
    {
      ...(isFailed ? TEXT.strong : TEXT.muted),
      ...(isFailed ? { color: INK.danger } : {}),
    },
    RESULT,
  );
  if (item.points) {
    paper.y = top + TEXT.body.leading;
    paper.textRight(body, "P", t("points", { points: item.points }), TEXT.small, RESULT);
    paper.y += TEXT.small.leading;
  }
  paper.y = below;
  if (marks.length > 0) {
    const style = isCriticalFailure ? { ...TEXT.smallStrong, color: INK.danger } : TEXT.small;
    paper.text(body, "P", marks.join(" · "), style, BODY);
  }
  if (!isQuiet) drawParagraph(paper, body, item.answer || "–", TEXT.body, BODY);
  if (item.comment) {
    paper.text(
      body,
      "P",
      t(report.isObservation ? "item.commentObservation" : "item.comment"),
      TEXT.smallStrong,
      BODY,
    );
    drawParagraph(paper, body, item.comment, TEXT.body, COMMENT);
  }
  if (item.appeal) {
    drawParagraph(paper, body, item.appeal, { ...TEXT.small, color: INK.text }, BODY);
  }
  const name = (n: number) => t("item.photo", { n, number: item.number, text: item.text });
  drawPhotos(paper, body, item.photos, photos, name, BODY.x);
  // The points stand beside it, where it ended on the page it began on.
  if (paper.pages === page) paper.y = Math.max(paper.y, top + TEXT.body.leading + TEXT.small.leading);
  paper.space(3);
}

/** Taller than this an item may go on on the next page. */
const MOST_KEPT = 380;

/** How much of an item stays on one page: all of it with its first photos where that is not too much, else its beginning. */
function keptTogether(paper: Paper, item: ReportItem, head: number, photos: PrintedPhotos): number {
  const beginning = head + 2 * TEXT.body.leading + 12;
  const comment = item.comment ? paper.height(item.comment, COMMENT, TEXT.body) + TEXT.body.leading : 0;
  const picture = item.photos.some(({ id }) => photos.has(id)) ? PHOTO.height + PHOTO.gap : 0;
  const whole = beginning + paper.height(item.answer, BODY, TEXT.body) + comment + picture;
  return whole <= MOST_KEPT ? whole : beginning;
}

/** A tick, a cross or a dash beside an item, beside the words that say the same. */
function drawMark(paper: Paper, result: ItemResult, top: number): void {
  const x = PAGE.left;
  const y = top + 3.5;
  paper.decorate((document) => {
    document.lineCap("round").lineJoin("round").lineWidth(1.5);
    if (result === "passed") {
      document
        .strokeColor(INK.text)
        .moveTo(x + 1, y + 4.5)
        .lineTo(x + 3.8, y + 7.3)
        .lineTo(x + 9, y + 1)
        .stroke();
    } else if (result === "failed") {
      document.circle(x + 5, y + 4, 5.5).fill(INK.danger);
      document.strokeColor(INK.white).lineWidth(1.3);
      document
        .moveTo(x + 3, y + 2)
        .lineTo(x + 7, y + 6)
        .moveTo(x + 7, y + 2)
        .lineTo(x + 3, y + 6)
        .stroke();
    } else {
      document
        .strokeColor(INK.muted)
        .moveTo(x + 2, y + 4)
        .lineTo(x + 8, y + 4)
        .stroke();
    }
    document.lineWidth(0.6);
  });
}

const PHOTO = { height: 107, mostWidth: 190, gap: 8 };

/** Photos in rows of one height; a row is never split, and what does not exist any more is left out. */
export function drawPhotos(
  paper: Paper,
  parent: Element,
  files: readonly { id: string }[],
  photos: PrintedPhotos,
  name: (n: number) => string,
  left: number,
): void {
  const right = PAGE.left + CONTENT_WIDTH;
  let x = left;
  let isOpen = false;
  for (const [index, { id }] of files.entries()) {
    const photo = photos.get(id);
    if (!photo) continue;
    const scale = Math.min(PHOTO.height / photo.height, PHOTO.mostWidth / photo.width);
    const [width, height] = [photo.width * scale, photo.height * scale];
    if (isOpen && x + width > right) {
      paper.space(PHOTO.height + PHOTO.gap);
      isOpen = false;
    }
    if (!isOpen) {
      paper.reserve(PHOTO.height + PHOTO.gap);
      x = left;
      isOpen = true;
    }
    const { y } = paper;
    const place = { width, height };
    const at = x;
    paper.tag(parent, "Figure", () => paper.document.image(photo.content, at, y, place), {
      alt: name(index + 1),
      bbox: [at, y, at + width, y + height],
    });
    x += width + PHOTO.gap;
  }
  if (isOpen) paper.space(PHOTO.height + PHOTO.gap);
}
