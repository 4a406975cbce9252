export type AccountMailContent = {
  language: string;
  subject: string;
  greeting: string;
  /** Plain sentences, one paragraph each. */
  paragraphs: string[];
  button: { label: string; href: string };
  /** Below the button: how long the link works, what to do with an unexpected mail. */
  notes: string[];
};

/** A text as it may stand in HTML and in a quoted attribute. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The HTML and the plain text of a mail about one's account; both say the same. Inline styles: mail programs drop others. */
export function renderAccountMail(content: AccountMailContent): {
  subject: string;
  html: string;
  text: string;
} {
  const paragraph = (text: string, style: string) =>
    `<p style="margin:0 0 16px;${style}">${escapeHtml(text)}</p>`;
  const html = `<!doctype html>
<html lang="${escapeHtml(content.language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(content.subject)}</title></head>
<body style="margin:0;padding:24px 12px;background:#f6f8f8;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;background:#ffffff;border:1px solid #e0e6e5;border-radius:12px"><tr><td style="padding:28px 28px 20px;font-size:16px;line-height:24px;color:#12201e">
${paragraph(content.greeting, "font-weight:600")}
${content.paragraphs.map((text) => paragraph(text, "")).join("\n")}
<p style="margin:24px 0"><a href="${escapeHtml(content.button.href)}" style="display:inline-block;background:#0b6660;color:#ffffff;text-decoration:none;font-weight:600;padding:12px 20px;border-radius:6px">${escapeHtml(content.button.label)}</a></p>
${content.notes.map((text) => paragraph(text, "font-size:13px;line-height:20px;color:#4d5c59")).join("\n")}
<p style="margin:0 0 8px;font-size:13px;line-height:20px;color:#4d5c59;word-break:break-all">${escapeHtml(content.button.href)}</p>
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
  const text = [content.greeting, ...content.paragraphs, content.button.href, ...content.notes].join("\n\n");
  return { subject: content.subject, html, text: `${text}\n` };
}
