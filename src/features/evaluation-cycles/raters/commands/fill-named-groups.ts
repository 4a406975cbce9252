import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import type { RaterGroup } from "../../schema";
import { ensureRater } from "./ensure-rater";

const account = {
  where: { archivedAt: null },
  select: { id: true, user: { select: { email: true, locale: true } } },
  orderBy: { createdAt: "asc" },
  take: 1,
} as const;

const person = {
  select: { id: true, name: true, email: true, archivedAt: true, members: account },
} as const;

/**
 * Makes the ratings of the groups that fill themselves: each employee's own and the named manager's. A manager who is named
 * no more is taken off. Mail goes to the account's address where there is one: that of an employee others can change.
 * Whoever has no address, or shares one with another rater, is left out (the subject's page says so). Gives the ids of the
 * ratings that are new.
 */
export async function fillNamedGroups(
  tx: Transaction,
  scope: Scope,
  cycle: { id: string; groups: readonly { raterGroup: RaterGroup }[] },
): Promise<string[]> {
  const { organizationId } = scope;
  const has = (group: RaterGroup) => cycle.groups.some(({ raterGroup }) => raterGroup === group);
  if (!has("self") && !has("manager")) return [];
  const { language } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { language: true },
  });
  const subjects = await tx.evaluationSubject.findMany({
    where: { organizationId, cycleId: cycle.id, removedAt: null },
    select: {
      id: true,
      employee: person,
      manager: {
        select: {
          id: true,
          archivedAt: true,
          user: { select: { name: true, email: true, locale: true } },
          employee: person,
        },
      },
      ratings: {
        where: { raterGroup: { in: ["self", "manager"] } },
        select: {
          id: true,
          raterGroup: true,
          withdrawnAt: true,
          rater: { select: { employeeId: true, memberId: true } },
        },
      },
    },
    orderBy: { id: "asc" },
  });
  const created: string[] = [];
  const rate = async (subjectId: string, group: "self" | "manager", raterId: string | null) => {
    const id = raterId && (await insertRating(tx, scope, { subjectId, group, raterId }));
    if (id) created.push(id);
  };

  for (const { id: subjectId, employee, manager, ratings } of subjects) {
    const self = has("self") && employee && !employee.archivedAt ? employee : null;
    if (self && !ratings.some(({ raterGroup }) => raterGroup === "self")) {
      const [member] = self.members;
      const email = member?.user.email ?? self.email;
      const raterId = email
        ? await ensureRater(tx, scope, cycle.id, {
            employeeId: self.id,
            memberId: member?.id ?? null,
            customerId: null,
            name: self.name,
            email,
            language: member?.user.locale ?? language,
          })
        : null;
      await rate(subjectId, "self", raterId);
    }
    if (!has("manager")) continue;
    const isOfManager = ({ rater }: (typeof ratings)[number]) =>
      manager !== null &&
      (rater.memberId === manager.id ||
        (rater.employeeId !== null && rater.employeeId === manager.employee?.id));
    const standing = ratings.filter(({ raterGroup }) => raterGroup === "manager");
    for (const rating of standing) {
      const withdrawnAt = isOfManager(rating) ? null : (rating.withdrawnAt ?? scope.now);
      if (withdrawnAt === rating.withdrawnAt) continue;
      const where = key(scope, rating.id);
      await tx.evaluationRating.update({ where, data: { withdrawnAt }, select: { id: true } });
    }
    const leads = manager && !manager.archivedAt && (!employee || manager.employee?.id !== employee.id);
    if (!leads || standing.some(isOfManager)) continue;
    const raterId = await ensureRater(tx, scope, cycle.id, {
      employeeId: manager.employee?.id ?? null,
      memberId: manager.id,
      customerId: null,
      name: manager.user.name,
      email: manager.user.email,
      language: manager.user.locale,
    });
    await rate(subjectId, "manager", raterId);
  }
  return created;
}

/** The new rating's id; null where the rater is on the subject's list already and was asked in another group. */
async function insertRating(
  tx: Transaction,
  scope: Scope,
  rating: { subjectId: string; group: "self" | "manager"; raterId: string },
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    insert into evaluation_ratings as rating (organization_id, id, subject_id, rater_id, rater_group, status)
    values (${scope.organizationId}::uuid, ${uuidv7()}::uuid, ${rating.subjectId}::uuid, ${rating.raterId}::uuid,
            ${rating.group}::"RaterGroup", 'approved')
    on conflict (organization_id, subject_id, rater_id)
      do update set rater_group = excluded.rater_group, status = 'approved', withdrawn_at = null
      where rating.status in ('proposed', 'refused')
    returning rating.id`;
  return row?.id ?? null;
}
