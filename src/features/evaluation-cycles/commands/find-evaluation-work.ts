import "server-only";
import { isMailingHour } from "@/features/audit-programmes/rules";
import { hourOf } from "@/features/audit-programmes/windows";
import { withoutScope } from "@/server/database";
import { enqueueJob } from "@/server/jobs";

/**
 * For the clock: has cycles looked after (`tendCycles`, reminders) in every organization where it is day, or where a day
 * has just begun and another ended. Ids and time zones are all it sees of them; one job waits for each at a time. Resolves
 * to their number.
 */
export async function findEvaluationWork(now: Date): Promise<number> {
  return withoutScope(async (tx) => {
    const clocks = await tx.$queryRaw<{ id: string; timeZone: string }[]>`
      select organization_id as id, time_zone as "timeZone" from list_organization_clocks()`;
    const due = clocks.filter(({ timeZone }) => isMailingHour(now, timeZone) || hourOf(now, timeZone) === 0);
    for (const { id } of due) {
      await enqueueJob(tx, "tendEvaluations", { organizationId: id }, { jobKey: `tend-evaluations:${id}` });
    }
    return due.length;
  });
}
