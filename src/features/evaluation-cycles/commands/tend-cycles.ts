import "server-only";
import { isMailingHour } from "@/features/audit-programmes/rules";
import { asDate, dayOf } from "@/features/audit-programmes/windows";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { closeCycle } from "./close-cycle";
import { openCycle } from "./open-cycle";

/**
 * What the clock does to cycles: closes those whose last day has passed, and by day opens those whose first day has come
 * and whose raters were being nominated. One that cannot open (nobody to evaluate …) is left for its organizer to see. Safe
 * to run again; for the worker.
 */
export async function tendCycles(scope: Scope): Promise<{ opened: number; closed: number }> {
  const today = asDate(dayOf(scope.now, scope.timeZone));
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
  for (const { id } of late) if (await unlessChanged(closeCycle(scope, { cycleId: id }))) closed += 1;
  for (const { id } of begun) if (await unlessChanged(openCycle(scope, { cycleId: id }))) opened += 1;
  return { opened, closed };
}

/** Whether a change went through; false when the cycle is in no state for it (any more). */
async function unlessChanged(change: Promise<unknown>): Promise<boolean> {
  try {
    await change;
    return true;
  } catch (error) {
    if (error instanceof ConflictError) return false;
    throw error;
  }
}
