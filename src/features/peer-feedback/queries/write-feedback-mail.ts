import "server-only";
import type { MemberMailText, UnsentMemberMail } from "@/features/organizations/mail/member-mail-kinds";
import { memberMailTexts } from "@/features/organizations/mail/member-mail-texts";
import { withOwnPapers } from "@/server/database";
import type { Scope } from "@/server/scope";
import { whereFeedback } from "../feedback-select";

/**
 * A mail about a request or a feedback; null when it was answered, taken back or read meanwhile. It says who and where to
 * read, never what was written: mailboxes are read by others.
 */
export async function writeFeedbackMail(
  reader: Scope,
  mail: UnsentMemberMail & { kind: "feedbackRequested" | "feedbackReceived" },
): Promise<MemberMailText | null> {
  const isRequest = mail.kind === "feedbackRequested";
  const row = await withOwnPapers(reader, (tx) =>
    tx.peerFeedback.findFirst({
      where: {
        AND: [whereFeedback(reader, isRequest ? "asked" : "received"), { id: mail.subjectId, readAt: null }],
      },
      select: { id: true, giver: { select: { name: true } }, receiver: { select: { name: true } } },
    }),
  );
  if (!row) return null;
  const { t } = memberMailTexts(mail.reader.language);
  const name = (isRequest ? row.receiver : row.giver).name;
  return {
    subject: t(`${mail.kind}.subject`, { name }),
    paragraphs: [t(`${mail.kind}.text`, { name })],
    button: {
      label: t(`${mail.kind}.open`),
      path: isRequest ? `/feedback/requests/${row.id}` : "/feedback?tab=received",
    },
  };
}
