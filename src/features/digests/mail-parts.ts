import { escapeHtml, FONT, INK, MUTED } from "@/server/mail-layout";

/** A heading within the mail, with a line above it. */
export function mailSection(title: string): string {
  return `<h2 class="ink" style="margin:28px 0 12px;padding:20px 0 0;border-top:1px solid #8a93a366;font:600 17px/1.35 ${FONT};color:${INK}">${escapeHtml(title)}</h2>`;
}

/** A figure large on the left, what belongs to it on the right; both lead to the dashboard. */
export function mailFigure(figure: {
  label: string;
  value: string;
  href: string;
  lines: string[];
  isMuted: boolean;
}): string {
  const [tone, colour] = figure.isMuted ? ["muted", MUTED] : ["ink", INK];
  const lines = figure.lines.map(keepIntervalsTogether).join("<br>");
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px"><tr><td width="96" valign="top" style="width:96px;padding:0 10px 0 0"><a class="${tone}" href="${escapeHtml(figure.href)}" style="font:600 28px/1.2 ${FONT};color:${colour};text-decoration:none;white-space:nowrap">${escapeHtml(figure.value)}</a></td><td valign="top"><a class="ink" href="${escapeHtml(figure.href)}" style="font:600 16px/1.4 ${FONT};color:${INK};text-decoration:none">${escapeHtml(figure.label)}</a><div class="muted" style="font:14px/1.5 ${FONT};color:${MUTED}">${lines}</div></td></tr></table>`;
}

/** Text in which no line breaks inside "−3…+45" or "61–82 %". Joining characters would be boxes in Outlook. */
function keepIntervalsTogether(text: string): string {
  const number = String.raw`[+−]?\d[\d.,]*`;
  const interval = new RegExp(`${number}[…–]${number}(?:[\\u00a0]?%)?`, "g");
  return escapeHtml(text).replace(interval, '<span style="white-space:nowrap">$&</span>');
}

/** A link on a line of its own, with a remark below. */
export function mailItem(item: { text: string; remark: string; href: string }): string {
  return mailLink(
    item.href,
    item.text,
    `<br><span class="muted" style="font-size:14px;color:${MUTED}">${escapeHtml(item.remark)}</span>`,
  );
}

/** A paragraph that is a link, in the text's own colour; `after` is HTML. */
export function mailLink(href: string, text: string, after = ""): string {
  return `<p class="ink" style="margin:0 0 16px;font:16px/1.45 ${FONT};color:${INK}"><a class="ink" href="${escapeHtml(href)}" style="color:${INK};text-decoration:underline">${escapeHtml(text)}</a>${after}</p>`;
}

const QUOTE_COLOURS = { low: "#e8590c", middle: "#7f8896", high: "#2b9a66" };

/** What somebody said, in the language it was said in, and about what. */
export function mailQuote(quote: {
  text: string;
  language: string;
  band: keyof typeof QUOTE_COLOURS;
  source: string;
}): string {
  const text = escapeHtml(quote.text).replace(/\r?\n/g, "<br>");
  return `<blockquote style="margin:0 0 18px;padding:0 0 0 14px;border-left:4px solid ${QUOTE_COLOURS[quote.band]}"><p class="ink" lang="${escapeHtml(quote.language)}" style="margin:0 0 4px;font:16px/1.5 ${FONT};color:${INK};word-break:break-word">${text}</p><p class="muted" style="margin:0;font:14px/1.5 ${FONT};color:${MUTED}">${escapeHtml(quote.source)}</p></blockquote>`;
}

/**
 * A picture as wide as the mail with the labels of its value axis on the right and of its ends below: as text they stay
 * readable when a phone makes the picture small.
 */
export function mailPicture(picture: {
  src: string;
  alt: string;
  href: string;
  size: { width: number; height: number };
  /** Top, middle, bottom. */
  axis: readonly [string, string, string];
  ends: readonly [string, string];
}): string {
  const label = (text: string, align: string) =>
    `<td class="muted" width="44" valign="${align}" style="width:44px;padding:0 0 0 6px;font:12px/16px ${FONT};color:${MUTED};white-space:nowrap">${escapeHtml(text)}</td>`;
  const [top, middle, bottom] = picture.axis;
  const image = `<img src="${picture.src}" alt="${escapeHtml(picture.alt)}" width="${picture.size.width}" style="display:block;width:100%;max-width:${picture.size.width}px;height:auto;border:0;font:14px/1.5 ${FONT};color:${MUTED}">`;
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 8px"><tr><td rowspan="3"><a class="muted" href="${escapeHtml(picture.href)}" style="color:${MUTED};text-decoration:none">${image}</a></td>${label(top, "top")}</tr><tr>${label(middle, "middle")}</tr><tr>${label(bottom, "bottom")}</tr><tr><td><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td class="muted" style="padding:2px 0 0;font:12px/16px ${FONT};color:${MUTED}">${escapeHtml(picture.ends[0])}</td><td class="muted" align="right" style="padding:2px 0 0;font:12px/16px ${FONT};color:${MUTED}">${escapeHtml(picture.ends[1])}</td></tr></table></td><td></td></tr></table>`;
}
