import "server-only";
import { withoutScope } from "@/server/database";
import { enqueueJob } from "@/server/jobs";
import { findDueWeek } from "../rules";

/**
 * Looks where it is Monday morning (or the worker was away then) and has those organizations' digests planned. Ids and
 * time zones are all it sees of them. Resolves to their number.
 */
export async function findDueDigests(now: Date): Promise<number> {
  return withoutScope(async (tx) => {
    const clocks = await tx.$queryRaw<{ id: string; timeZone: string }[]>`
      select organization_id as id, time_zone as "timeZone" from list_organization_clocks()`;
    const due = clocks.filter(({ timeZone }) => findDueWeek(now, timeZone) !== null);
    for (const { id } of due) {
      await enqueueJob(tx, "planDigests", { organizationId: id }, { jobKey: `plan-digests:${id}` });
    }
    return due.length;
  });
}
