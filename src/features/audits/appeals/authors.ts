import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import { hidesAuditor } from "../review/rules";
import type { AuditHead } from "../schema";
import type { Author, Voice } from "./schema";

/** Tells who a user is beside the audit; "" for a name that is kept from the reader, or of somebody long gone. */
export type AuthorReader = (userId: string | null) => Author;

/** Reads who speaks beside an audit, as the reader may know them (`hidesAuditor`). */
export async function readAuthors(tx: Transaction, scope: Scope, audit: AuditHead): Promise<AuthorReader> {
  const members = await tx.$queryRaw<
    {
      userId: string;
      memberId: string;
      name: string;
      role: string;
      employeeId: string | null;
      allLocations: boolean;
    }[]
  >`
    select m.user_id as "userId", m.id as "memberId", u.name, m.role::text as role, m.employee_id as "employeeId",
           m.all_locations as "allLocations"
      from members m join users u on u.id = m.user_id
     where m.organization_id = ${scope.organizationId}::uuid and m.user_id in (
       select e.user_id from activity_events e
        where e.organization_id = m.organization_id and e.subject_type = 'audit' and e.subject_id = ${audit.id}::uuid
       union select r.written_by_user_id from audit_replies r
        where r.organization_id = m.organization_id and r.audit_id = ${audit.id}::uuid
       union select c.corrected_by_user_id from audit_corrections c
        where c.organization_id = m.organization_id and c.audit_id = ${audit.id}::uuid
       union select p.opened_by_user_id from audit_appeals p
        where p.organization_id = m.organization_id and p.audit_id = ${audit.id}::uuid
       union select p.decided_by_user_id from audit_appeals p
        where p.organization_id = m.organization_id and p.audit_id = ${audit.id}::uuid
       union select w.written_by_user_id from audit_appeal_messages w
         join audit_appeals p on p.organization_id = w.organization_id and p.id = w.appeal_id
        where p.organization_id = m.organization_id and p.audit_id = ${audit.id}::uuid
       union select o.user_id from members o
        where o.organization_id = m.organization_id
          and o.id in (${audit.auditor.memberId}::uuid, ${audit.reviewerMemberId}::uuid))`;
  const hidden = hidesAuditor({ kind: audit.kind, auditorMemberId: audit.auditor.memberId }, scope);
  const known = new Map(
    members.map((member): [string, Author] => {
      const voice = voiceOf(member, audit);
      const name = voice === "auditor" && hidden ? "" : member.name;
      return [member.userId, { name, voice, isReader: member.userId === scope.userId }];
    }),
  );
  return (userId) =>
    (userId ? known.get(userId) : undefined) ?? { name: "", voice: "reviewer", isReader: false };
}

function voiceOf(
  member: { memberId: string; role: string; employeeId: string | null; allLocations: boolean },
  audit: AuditHead,
): Voice {
  if (member.memberId === audit.auditor.memberId) return "auditor";
  if (member.role === "employee" && member.employeeId !== null && member.employeeId === audit.employee?.id) {
    return "employee";
  }
  return member.role === "manager" && !member.allLocations ? "manager" : "reviewer";
}
