import "server-only";
import { dayOf, formatDay } from "@/features/audit-programmes/windows";
import type { MemberMailText, UnsentMemberMail } from "@/features/organizations/mail/member-mail-kinds";
import { memberMailTexts } from "@/features/organizations/mail/member-mail-texts";
import { Prisma } from "@/generated/prisma/client";
import { type Transaction, withScope } from "@/server/database";
import { hasPermission } from "@/server/permissions";
import type { Scope } from "@/server/scope";
import { visibleAudits } from "../visible-audits-sql";

/** The kinds of mail to members that are about an audit or an appeal. */
export const AUDIT_MAIL_KINDS = [
  "auditSubmitted",
  "auditReturned",
  "auditPublished",
  "appealDeadline",
  "appealOpened",
  "appealMessage",
  "appealDecided",
] as const satisfies readonly UnsentMemberMail["kind"][];
export type AuditMailKind = (typeof AUDIT_MAIL_KINDS)[number];

/**
 * A mail about an audit or an appeal; null when the reader may not see the audit (any more) or it has moved on since: a
 * returned one was submitted again, a submitted one was taken by a reviewer. It says where to read, never a score or an
 * answer: mailboxes are read by others.
 */
export async function writeAuditMail(
  reader: Scope,
  mail: UnsentMemberMail & { kind: AuditMailKind },
): Promise<MemberMailText | null> {
  const audit = await withScope(reader, (tx) => findAudit(tx, reader, mail));
  if (!audit) return null;
  if (mail.kind === "auditSubmitted" && audit.status !== "submitted") return null;
  if (mail.kind === "auditReturned" && audit.status !== "returned") return null;
  const { locale, t } = memberMailTexts(mail.reader.language);
  const day = (instant: Date | null) => (instant ? formatDay(dayOf(instant, reader.timeZone), locale) : "–");
  const words = {
    kind: t(`auditKind.${audit.kind}`),
    location: audit.location,
    touchpoint: audit.touchpoint,
    day: day(audit.visitStartedAt),
    until: day(audit.appealUntil),
  };
  const path = {
    auditSubmitted: `/audits/${audit.id}/review`,
    auditReturned: `/audits/${audit.id}/enter`,
  }[mail.kind as string];
  return {
    subject: t(`${mail.kind}.subject`, words),
    paragraphs: [t(`${mail.kind}.text`, words), t("auditPlace", words)],
    button: { label: t(`${mail.kind}.open`), path: path ?? `/audits/${audit.id}` },
  };
}

type MailedAudit = {
  id: string;
  kind: "mystery" | "observation";
  status: string;
  location: string;
  touchpoint: string;
  visitStartedAt: Date | null;
  appealUntil: Date | null;
};

async function findAudit(
  tx: Transaction,
  reader: Scope,
  mail: UnsentMemberMail,
): Promise<MailedAudit | undefined> {
  const isOfAppeal = ["appealOpened", "appealMessage", "appealDecided"].includes(mail.kind);
  const mayReview =
    mail.kind === "auditSubmitted" &&
    hasPermission(reader.role, "audits.review") &&
    reader.locationIds === null;
  const about = isOfAppeal
    ? Prisma.sql`a.id = (select p.audit_id from audit_appeals p
                          where p.organization_id = a.organization_id and p.id = ${mail.subjectId}::uuid)`
    : Prisma.sql`a.id = ${mail.subjectId}::uuid`;
  const allowed = mayReview
    ? Prisma.sql`a.organization_id = ${reader.organizationId}::uuid`
    : visibleAudits(reader);
  const [audit] = await tx.$queryRaw<MailedAudit[]>`
    select a.id, a.kind::text as kind, a.status::text as status, l.name as location, t.name as touchpoint,
           a.visit_started_at as "visitStartedAt", a.appeal_until as "appealUntil"
      from audits a
      join locations l on l.organization_id = a.organization_id and l.id = a.location_id
      join touchpoints t on t.organization_id = a.organization_id and t.id = a.touchpoint_id
     where ${about} and ${allowed}`;
  return audit;
}
