import { accentColors, DARK_PAGE, LIGHT_CANVAS } from "@/server/accent-colors";

/** The fonts and colours of mails; the classes "ink" and "muted" turn the colours for dark mailboxes. */
export const FONT = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
export const INK = "#16181d";
export const MUTED = "#565d6b";

/** Text as it may stand in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** A paragraph of plain text; its line breaks are kept. */
export function mailParagraph(text: string, tone: "ink" | "muted" = "ink"): string {
  const [size, colour] = tone === "ink" ? ["16px", INK] : ["14px", MUTED];
  const html = escapeHtml(text.trim()).replace(/\r?\n/g, "<br>");
  return `<p class="${tone}" style="margin:0 0 16px;font:${size}/1.5 ${FONT};color:${colour}">${html}</p>`;
}

/** A question or heading. */
export function mailHeading(text: string): string {
  return `<h1 class="ink" style="margin:0 0 16px;font:600 20px/1.35 ${FONT};color:${INK}">${escapeHtml(text)}</h1>`;
}

/** One filled button. Outlook on Windows ignores padding of links, so the cell carries the colour. */
export function mailButton(button: { href: string; label: string; accentColor: string }): string {
  const { surface, onSurface } = accentColors(button.accentColor).light;
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 20px"><tr><td bgcolor="${surface}" style="border-radius:6px;background:${surface}"><a href="${escapeHtml(button.href)}" style="display:inline-block;padding:12px 20px;font:600 16px/1.25 ${FONT};color:${onSurface};text-decoration:none">${escapeHtml(button.label)}</a></td></tr></table>`;
}

/** A small grey link for the footer. */
export function mailFooterLink(href: string, label: string): string {
  return `<a class="muted" href="${escapeHtml(href)}" style="color:${MUTED};text-decoration:underline">${escapeHtml(label)}</a>`;
}

/**
 * A row of numbered links that breaks into two rows on a phone, every number at least 44 px high and wide. Outlook on
 * Windows knows no inline-block and gets a table instead.
 */
export function mailScale(options: {
  links: { score: number; href: string }[];
  lowLabel: string;
  highLabel: string;
  accentColor: string;
}): string {
  const { text } = accentColors(options.accentColor).light;
  const cell = `border:1px solid ${text};border-radius:6px;background:#ffffff`;
  const fluid = options.links
    .map(
      ({ score, href }) =>
        `<a class="score" href="${escapeHtml(href)}" style="display:inline-block;box-sizing:border-box;width:42px;height:44px;margin:0 4px 6px 0;${cell};font:600 16px/42px ${FONT};color:${text};text-align:center;text-decoration:none">${score}</a>`,
    )
    .join("");
  const cells = options.links
    .map(
      ({ score, href }) =>
        `<td width="40" height="44" align="center" bgcolor="#ffffff" style="border:1px solid ${text}"><a href="${escapeHtml(href)}" style="font:600 16px/1 Arial,sans-serif;color:${text};text-decoration:none">${score}</a></td>`,
    )
    .join("");
  const [low, high] = [options.links.at(0)?.score, options.links.at(-1)?.score];
  const labels = `${low} = ${escapeHtml(options.lowLabel)}<br>${high} = ${escapeHtml(options.highLabel)}`;
  return `<!--[if mso]><table role="presentation" cellpadding="0" cellspacing="4"><tr>${cells}</tr></table><![endif]--><!--[if !mso]><!--><div style="margin:0 -4px 6px 0">${fluid}</div><!--<![endif]--><p class="muted" style="margin:4px 0 20px;font:14px/1.5 ${FONT};color:${MUTED}">${labels}</p>`;
}

/**
 * The whole HTML of a mail: one column of at most 600 px, readable without images, in light and dark, in Outlook too.
 * `content` and `footer` are HTML made by the functions of this file; everything else is escaped here.
 */
export function renderMailDocument(mail: {
  language: string;
  title: string;
  /** What mailboxes show beside the subject. */
  preheader: string;
  senderName: string;
  accentColor: string;
  content: string;
  footer: string;
}): string {
  const accent = accentColors(mail.accentColor);
  const name = escapeHtml(mail.senderName);
  return `<!DOCTYPE html>
<html lang="${escapeHtml(mail.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="format-detection" content="telephone=no, date=no, address=no, email=no"><title>${escapeHtml(mail.title)}</title>
<style>
:root{color-scheme:light dark}
@media (max-width:480px){.pad{padding:20px 16px!important}}
@media (prefers-color-scheme:dark){.page{background:#0e1014!important}.card{background:${DARK_PAGE}!important}.bar{background:${accent.dark.surface}!important}.ink{color:#f2f4f8!important}.muted{color:#a9b1bf!important}.score{background:${DARK_PAGE}!important;color:${accent.dark.text}!important;border-color:${accent.dark.text}!important}}
</style></head>
<body class="page" style="margin:0;padding:0;background:${LIGHT_CANVAS}"><div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(mail.preheader)}${"&#847;&zwnj;&nbsp;".repeat(30)}</div>
<table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:${LIGHT_CANVAS}"><tr><td align="center" style="padding:16px 8px">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0"><tr><td><![endif]-->
<table class="card" role="presentation" lang="${escapeHtml(mail.language)}" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border-radius:8px;overflow:hidden;text-align:left">
<tr><td class="bar" height="6" style="height:6px;line-height:6px;font-size:0;background:${accent.light.surface}">&nbsp;</td></tr>
<tr><td class="pad" style="padding:24px 28px"><p class="ink" style="margin:0 0 20px;font:600 16px/1.4 ${FONT};color:${INK}">${name}</p>
${mail.content}</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
<div class="muted" style="max-width:584px;padding:16px 8px;font:13px/1.6 ${FONT};color:${MUTED};text-align:left">${mail.footer}</div>
</td></tr></table></body></html>`;
}
