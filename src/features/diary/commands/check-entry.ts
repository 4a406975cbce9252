import "server-only";
import type { Transaction } from "@/server/database";
import { InvalidInputError, NotFoundError } from "@/server/errors";
import { requireEmployee } from "@/server/require-employee";
import type { Scope } from "@/server/scope";
import { judgeDay } from "../rules";
import type { DiaryEntryInput } from "../schema";

/**
 * An entry's columns. InvalidInputError at the day if it is yet to come, NotFoundError for an encounter somebody else was
 * responsible for (unless the entry is about it already: `keptEncounterId`).
 */
export async function checkEntry(
  tx: Transaction,
  scope: Scope,
  { happenedOn, ...entry }: DiaryEntryInput,
  keptEncounterId: string | null = null,
) {
  const problem = judgeDay(happenedOn, scope.now, scope.timeZone);
  if (problem) throw new InvalidInputError({ happenedOn: problem });
  if (entry.encounterId && entry.encounterId !== keptEncounterId) {
    const encounter = await tx.encounter.findFirst({
      where: {
        organizationId: scope.organizationId,
        id: entry.encounterId,
        employeeId: requireEmployee(scope),
      },
      select: { id: true },
    });
    if (!encounter) throw new NotFoundError();
  }
  return { ...entry, happenedOn: new Date(happenedOn) };
}
