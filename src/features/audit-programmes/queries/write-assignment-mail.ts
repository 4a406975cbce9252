import "server-only";
import type { MemberMailText, UnsentMemberMail } from "@/features/organizations/mail/member-mail-kinds";
import { memberMailTexts } from "@/features/organizations/mail/member-mail-texts";
import { withScope } from "@/server/database";
import { hasPermission } from "@/server/permissions";
import { key, type Scope } from "@/server/scope";
import { daysOfWindow, formatDay, formatDays } from "../windows";

/** When a mail about an assignment still says something: the assignment stands as it did when it was queued. */
const STANDS = {
  assignmentOffered: ["offered"],
  assignmentCancelled: ["cancelled"],
  assignmentReminder: ["offered", "accepted"],
  assignmentLate: ["accepted"],
  assignmentDeclined: ["declined"],
} as const satisfies Partial<Record<UnsentMemberMail["kind"], readonly string[]>>;

export type AssignmentMailKind = keyof typeof STANDS;

/**
 * A mail about an assignment, for its consultant or (declined) for who made it and still plans visits; null when the
 * assignment is another member's or no longer what the mail was queued for: answered, done, or somebody else's to know.
 */
export async function writeAssignmentMail(
  reader: Scope,
  mail: UnsentMemberMail & { kind: AssignmentMailKind },
): Promise<MemberMailText | null> {
  const assignment = await withScope(reader, (tx) =>
    tx.auditAssignment.findUnique({
      where: key(reader, mail.subjectId),
      select: {
        id: true,
        status: true,
        memberId: true,
        createdByUserId: true,
        declineReason: true,
        note: true,
        windowStartsAt: true,
        windowEndsAt: true,
        programme: { select: { id: true, name: true } },
        location: { select: { name: true } },
        touchpoint: { select: { name: true } },
        member: { select: { user: { select: { name: true } } } },
        audit: { select: { submittedAt: true } },
      },
    }),
  );
  if (!assignment || !(STANDS[mail.kind] as readonly string[]).includes(assignment.status)) return null;
  if (assignment.audit?.submittedAt) return null;
  const isOwn = assignment.memberId === reader.memberId;
  const isPlanner = hasPermission(reader.role, "audit-programmes.manage") && reader.locationIds === null;
  const isMaker = isPlanner && assignment.createdByUserId === reader.userId;
  if (mail.kind === "assignmentDeclined" ? !isMaker : !isOwn) return null;
  const { locale, t } = memberMailTexts(mail.reader.language);
  const { firstDay, lastDay } = daysOfWindow(assignment, reader.timeZone);
  const words = {
    programme: assignment.programme.name,
    location: assignment.location.name,
    touchpoint: assignment.touchpoint.name,
    days: formatDays(firstDay, lastDay, locale),
    lastDay: formatDay(lastDay, locale),
    consultant: assignment.member.user.name,
  };
  const button = { label: t("assignment.open"), path: `/assignments/${assignment.id}` };
  const place = t("assignment.place", words);
  switch (mail.kind) {
    case "assignmentOffered":
      return {
        subject: t("assignmentOffered.subject", words),
        paragraphs: [
          t("assignmentOffered.text", words),
          place,
          ...(assignment.note ? [assignment.note] : []),
          t("assignmentOffered.ask"),
        ],
        button,
      };
    case "assignmentCancelled":
      return {
        subject: t("assignmentCancelled.subject", words),
        paragraphs: [t("assignmentCancelled.text", words), place],
        button: { label: t("assignment.openAll"), path: "/assignments" },
      };
    case "assignmentReminder": {
      const about = mail.occasion === "ends" ? "ends" : "begins";
      const todo = assignment.status === "offered" ? "answer" : "visit";
      return {
        subject: t(`assignmentReminder.${about}.subject`, words),
        paragraphs: [t(`assignmentReminder.${about}.${todo}`, words), place],
        button,
      };
    }
    case "assignmentLate":
      return {
        subject: t("assignmentLate.subject", words),
        paragraphs: [t("assignmentLate.text", words), place],
        button,
      };
    case "assignmentDeclined":
      return {
        subject: t("assignmentDeclined.subject", words),
        paragraphs: [
          t("assignmentDeclined.text", { ...words, reason: assignment.declineReason ?? "" }),
          place,
        ],
        button: {
          label: t("assignmentDeclined.open"),
          path: `/programmes/${assignment.programme.id}?tab=plan`,
        },
      };
  }
}
