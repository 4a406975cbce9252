import "server-only";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, InvalidInputError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { askForNominations } from "../raters/commands/ask-for-nominations";
import { inviteRaters } from "../raters/commands/invite-raters";
import { mayExchangeManager } from "../rules";
import type { NameManagerInput } from "../schema";
import { lockCycle } from "./lock-cycle";
import { requireManager } from "./require-manager";

/**
 * Names the manager of subjects, or nobody: who approves their raters, is asked as their manager and reads their reports
 * where the cycle says so. In a cycle that collects the former manager is taken off the list (what was sent stays) and the
 * new one is asked. InvalidInputError for somebody's own evaluation or for readers raters were not told of
 * (`mayExchangeManager`); NotFoundError for foreign subjects.
 */
export async function nameManager(scope: Scope, input: NameManagerInput): Promise<void> {
  const { cycleId, managerMemberId } = input;
  const { organizationId } = scope;
  await withScope(scope, async (tx) => {
    const cycle = await lockCycle(tx, scope, cycleId);
    if (cycle.status === "cancelled") throw new ConflictError("cycleStateChanged");
    const manager = managerMemberId === null ? null : await requireManager(tx, scope, managerMemberId);
    const subjectIds = [...new Set(input.subjectIds)];
    const subjects = await readSubjects(tx, scope, cycleId, subjectIds);
    if (subjects.length < subjectIds.length) throw new NotFoundError();
    for (const subject of subjects) {
      if (manager && subject.employeeId !== null && subject.employeeId === manager.employeeId) {
        throw new InvalidInputError({ managerMemberId: "managerOfOneself" });
      }
      if (!mayExchangeManager(subject, managerMemberId, cycle.managersSee)) {
        throw new InvalidInputError({ managerMemberId: "managerPromised" });
      }
    }
    const changed = subjects
      .filter((subject) => subject.managerMemberId !== managerMemberId)
      .map(({ id }) => id);
    if (changed.length === 0) return;
    await tx.evaluationSubject.updateMany({
      where: { organizationId, id: { in: changed } },
      data: { managerMemberId },
    });
    // Takes the former manager off the list too.
    await inviteRaters(tx, scope, cycleId);
    await askForNominations(tx, scope, cycleId);
    await recordActivity(
      tx,
      scope,
      "evaluationCycle.managersNamed",
      { type: "evaluationCycle", id: cycleId },
      { name: cycle.name, count: changed.length },
    );
  });
}

async function readSubjects(
  tx: Transaction,
  scope: Scope,
  cycleId: string,
  subjectIds: readonly string[],
): Promise<
  {
    id: string;
    employeeId: string | null;
    managerMemberId: string | null;
    hasAskedOthers: boolean;
  }[]
> {
  return tx.$queryRaw`
    select s.id, s.employee_id as "employeeId", s.manager_member_id as "managerMemberId",
           exists (select 1 from evaluation_ratings r
                     join evaluation_raters p on p.organization_id = r.organization_id and p.id = r.rater_id
                    where r.organization_id = s.organization_id and r.subject_id = s.id
                      and r.rater_group not in ('self', 'manager') and p.invited_at is not null
                      and r.status in ('approved', 'submitted', 'declined')) as "hasAskedOthers"
      from evaluation_subjects s
     where s.organization_id = ${scope.organizationId}::uuid and s.cycle_id = ${cycleId}::uuid
       and s.id = any(${[...subjectIds]}::uuid[])
     order by s.id for no key update of s`;
}
