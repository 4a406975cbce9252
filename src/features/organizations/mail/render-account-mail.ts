import { mailButton, mailHeading, mailParagraph, renderMailDocument } from "@/server/mail-layout";

export type AccountMailContent = {
  language: string;
  subject: string;
  /** Who the mail is from in the reader's eyes: the organization, or the product. */
  senderName: string;
  accentColor: string;
  greeting: string;
  /** Plain sentences, one paragraph each. */
  paragraphs: string[];
  button: { label: string; href: string };
  /** How long the link works, what to do with an unexpected mail. */
  notes: string[];
  /** Above the address in full, for mail programs that do not open buttons. */
  buttonFails: string;
};

/** The HTML and the plain text of a mail about one's account; both say the same. */
export function renderAccountMail(content: AccountMailContent): {
  subject: string;
  html: string;
  text: string;
} {
  const html = renderMailDocument({
    language: content.language,
    title: content.subject,
    preheader: content.paragraphs[0] ?? "",
    senderName: content.senderName,
    accentColor: content.accentColor,
    content: [
      mailHeading(content.greeting),
      ...content.paragraphs.map((text) => mailParagraph(text)),
      mailButton({ ...content.button, accentColor: content.accentColor }),
      ...content.notes.map((text) => mailParagraph(text, "muted")),
      mailParagraph(`${content.buttonFails}\n${content.button.href}`, "muted"),
    ].join("\n"),
    footer: "",
  });
  const text = [content.greeting, ...content.paragraphs, content.button.href, ...content.notes].join("\n\n");
  return { subject: content.subject, html, text: `${text}\n` };
}
