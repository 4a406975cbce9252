import "server-only";
import type { MemberMailText, UnsentMemberMail } from "@/features/organizations/mail/member-mail-kinds";
import { memberMailTexts } from "@/features/organizations/mail/member-mail-texts";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/**
 * The mail that tells of a colleague's thanks; null when they were removed meanwhile or are not the reader's. What was
 * written is read on the wall, not in a mailbox.
 */
export async function writeThanksMail(
  reader: Scope,
  mail: UnsentMemberMail & { kind: "thanked" },
): Promise<MemberMailText | null> {
  const { organizationId, employeeId } = reader;
  if (employeeId === null) return null;
  const thanks = await withScope(reader, (tx) =>
    tx.recognition.findFirst({
      where: { organizationId, id: mail.subjectId, toEmployeeId: employeeId, removedAt: null },
      select: { from: { select: { user: { select: { name: true } } } } },
    }),
  );
  if (!thanks) return null;
  const { t } = memberMailTexts(mail.reader.language);
  const { name } = thanks.from.user;
  return {
    subject: t("thanked.subject", { name }),
    paragraphs: [t("thanked.text", { name })],
    button: { label: t("thanked.open"), path: "/recognition?tab=mine" },
  };
}
