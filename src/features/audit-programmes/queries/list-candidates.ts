import "server-only";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import type { AssignmentVerdict } from "../rules";
import type { CandidatesInput } from "../schema";
import { judgeVisitOf } from "./judge-visit-of";

export type Candidate = AssignmentVerdict & { memberId: string; name: string; openVisits: number };

/**
 * Everybody who can be given visits, consultants first and by name, with what the rules say of this one and how many visits
 * they have open. An empty organization has none.
 */
export async function listCandidates(scope: Scope, input: CandidatesInput): Promise<Candidate[]> {
  requireWholeOrganization(scope);
  const { organizationId } = scope;
  return withScope(scope, async (tx) => {
    const programme = await tx.auditProgramme.findUnique({
      where: key(scope, input.programmeId),
      select: { daysBetweenVisits: true, mostVisitsPerDay: true },
    });
    if (!programme) throw new NotFoundError();
    const members = await tx.$queryRaw<{ memberId: string; name: string; openVisits: number }[]>`
      select m.id as "memberId", u.name,
             (select count(*)::int from audit_assignments s
                left join audits a on a.organization_id = s.organization_id and a.assignment_id = s.id
               where s.organization_id = m.organization_id and s.member_id = m.id
                 and s.status in ('offered', 'accepted') and a.submitted_at is null) as "openVisits"
        from members m join users u on u.id = m.user_id
       where m.organization_id = ${organizationId}::uuid and m.archived_at is null
         and m.role in ('consultant', 'manager', 'owner')
       order by m.role <> 'consultant', u.name collate "fi-x-icu", m.id`;
    const verdicts = await judgeVisitOf(
      tx,
      scope,
      members.map(({ memberId }) => memberId),
      { ...input, ...programme },
    );
    return members.map((member) => ({
      ...member,
      ...(verdicts.get(member.memberId) ?? { refusals: [], warnings: [] }),
    }));
  });
}
