import "server-only";
import MailComposer from "nodemailer/lib/mail-composer";
import { getEnv } from "@/server/env";
import { type ComposedMail, deliverMail } from "@/server/mail-delivery";

/** A mail to one person. `senderName` and `replyTo` are shown to the reader; the sending address is always MAIL_FROM's. */
export type OutgoingMail = {
  to: string;
  subject: string;
  html: string;
  text: string;
  senderName?: string | null;
  replyTo?: string | null;
  /** `<id@host>`. The same mail sent again carries the same one. */
  messageId?: string;
  headers?: Record<string, string>;
  /** Pictures the HTML shows as `src="cid:…"`. */
  pictures?: { contentId: string; fileName: string; content: Buffer; contentType: string }[];
};

/** The message as it goes over the wire: UTF-8, text and HTML alternatives, marked as automatic (RFC 3834). */
export async function composeMail(mail: OutgoingMail): Promise<ComposedMail> {
  const from = senderAddress();
  const node = new MailComposer({
    from: { name: mail.senderName ?? from.name, address: from.address },
    // As an object: a text would be read as a list of addresses.
    to: [{ name: "", address: mail.to }],
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
    ...(mail.messageId ? { messageId: mail.messageId } : {}),
    attachments: (mail.pictures ?? []).map(({ contentId, fileName, ...picture }) => ({
      ...picture,
      cid: contentId,
      filename: fileName,
      contentDisposition: "inline" as const,
    })),
    headers: { "Auto-Submitted": "auto-generated", ...mail.headers },
  }).compile();
  const { to } = node.getEnvelope();
  return { envelope: { from: from.address, to }, raw: await node.build() };
}

/** MAIL_FROM split into the name shown and the address. */
export function senderAddress(): { name: string; address: string } {
  const match = /^(.*)<([^<>]+)>\s*$/.exec(getEnv().MAIL_FROM);
  if (!match) return { name: "", address: getEnv().MAIL_FROM.trim() };
  return {
    name: (match[1] ?? "").trim().replace(/^"(.*)"$/, "$1"),
    address: (match[2] ?? "").trim(),
  };
}

/** The mail server did not take a mail; `isLasting` when trying again is useless. */
export class MailNotSentError extends Error {
  readonly isLasting: boolean;
  constructor(reply: string, isLasting: boolean) {
    super(`mail not sent: ${reply}`);
    this.name = "MailNotSentError";
    this.isLasting = isLasting;
  }
}

/**
 * Sends a mail that may be sent twice when in doubt (password reset, member invitation). Throws MailNotSentError; a job
 * that lets it through is tried again later.
 */
export async function sendMail(mail: OutgoingMail): Promise<void> {
  const outcome = await deliverMail(await composeMail(mail), async (held) => held.release());
  if (outcome.kind === "accepted" || outcome.kind === "withheld") return;
  throw new MailNotSentError(outcome.reply, outcome.kind === "refused" && outcome.isLasting);
}
