import "server-only";
import { isMailingHour } from "@/features/audit-programmes/rules";
import { asDate, dayOf } from "@/features/audit-programmes/windows";
import { withScope } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { closeCycle } from "./close-cycle";
import { openCycle } from "./open-cycle";
import { removeSubject } from "./remove-subject";

/**
 * What the clock does to cycles: closes those whose last day has passed, and by day opens those whose first day has come
 * and whose raters were being nominated. One that cannot open (nobody to evaluate …) is left for its organizer to see. Before
 * that, employees, teams and locations that were archived leave the cycles that are under way. Safe to run again; for the
 * worker.
 */
export async function tendCycles(scope: Scope): Promise<{ opened: number; closed: number; removed: number }> {
  let removed = 0;
  for (const subjectId of await listGoneSubjects(scope)) {
    if (await unlessChanged(removeSubject(scope, { subjectId }))) removed += 1;
  }
  const day = dayOf(scope.now, scope.timeZone);
  const today = asDate(day);
  const due = await withScope(scope, (tx) =>
    tx.evaluationCycle.findMany({
      where: {
        organizationId: scope.organizationId,
        OR: [
          { status: "collecting", closesOn: { lt: today } },
          { status: "nomination", opensOn: { lte: today }, closesOn: { gte: today } },
        ],
      },
      select: { id: true, status: true },
      orderBy: { id: "asc" },
    }),
  );
  const mayMail = isMailingHour(scope.now, scope.timeZone);
  const [late, begun] = [
    due.filter(({ status }) => status === "collecting"),
    due.filter(({ status }) => status === "nomination" && mayMail),
  ];
  let [opened, closed] = [0, 0];
  for (const { id } of late) {
    if (await unlessChanged(closeCycle(scope, { cycleId: id, endedBefore: day }))) closed += 1;
  }
  for (const { id } of begun) {
    if (await unlessChanged(openCycle(scope, { cycleId: id, begunBy: day }))) opened += 1;
  }
  return { opened, closed, removed };
}

/** Subjects that were archived, in cycles that are not over, and without a report that would stay. */
async function listGoneSubjects(scope: Scope): Promise<string[]> {
  const gone = { is: { archivedAt: { not: null } } };
  const subjects = await withScope(scope, (tx) =>
    tx.evaluationSubject.findMany({
      where: {
        organizationId: scope.organizationId,
        removedAt: null,
        cycle: { is: { status: { in: ["draft", "nomination", "collecting"] } } },
        reports: { none: {} },
        OR: [{ employee: gone }, { team: gone }, { location: gone }],
      },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
  );
  return subjects.map(({ id }) => id);
}

/** Whether a change went through; false when the cycle is in no state for it, or the subject is not there (any more). */
async function unlessChanged(change: Promise<unknown>): Promise<boolean> {
  try {
    await change;
    return true;
  } catch (error) {
    if (error instanceof ConflictError || error instanceof NotFoundError) return false;
    throw error;
  }
}
