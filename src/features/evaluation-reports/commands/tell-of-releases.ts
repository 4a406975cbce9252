import "server-only";
import { queueMemberMail } from "@/features/organizations/commands/queue-member-mail";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";

type Reader = { memberId: string; reportId: string; seesFrom: Date };

/**
 * Tells of released reports by mail, in the release's transaction: the subjects of theirs, once they may see it; named
 * managers and owners, where the cycle lets them see reports, once for all of the release. Whoever released is not told.
 */
export async function tellOfReleases(
  tx: Transaction,
  scope: Scope,
  cycleId: string,
  stored: readonly { subjectId: string; reportId: string }[],
): Promise<void> {
  const subjectIds = stored.map(({ subjectId }) => subjectId);
  const reportIds = stored.map(({ reportId }) => reportId);
  const own = await tx.$queryRaw<Reader[]>`
    select m.id as "memberId", report.id as "reportId", report.subject_sees_from as "seesFrom"
      from evaluation_reports report
      join evaluation_subjects s on s.organization_id = report.organization_id and s.id = report.subject_id
      join members m on m.organization_id = s.organization_id and m.employee_id = s.employee_id
                    and m.archived_at is null
     where report.organization_id = ${scope.organizationId}::uuid and report.id = any(${reportIds}::uuid[])
     order by 1, 2`;
  for (const { memberId, reportId, seesFrom } of own) {
    await queueMemberMail(tx, scope, {
      memberId,
      kind: "evaluationReportReleased",
      subjectId: reportId,
      ...(seesFrom > scope.now ? { runAt: seesFrom } : {}),
    });
  }
  const others = await tx.$queryRaw<{ memberId: string }[]>`
    select distinct m.id as "memberId"
      from evaluation_subjects s
      join evaluation_cycles c on c.organization_id = s.organization_id and c.id = s.cycle_id
      join members m on m.organization_id = s.organization_id and m.archived_at is null
                    and ((c.managers_see and m.id = s.manager_member_id and m.role in ('owner', 'manager'))
                         or (c.owners_see and m.role = 'owner'))
     where s.organization_id = ${scope.organizationId}::uuid and s.id = any(${subjectIds}::uuid[])
     order by 1`;
  for (const { memberId } of others) {
    if (memberId === scope.memberId) continue;
    await queueMemberMail(tx, scope, {
      memberId,
      kind: "evaluationReportsReleased",
      subjectId: cycleId,
      occasion: scope.now.toISOString(),
    });
  }
}
