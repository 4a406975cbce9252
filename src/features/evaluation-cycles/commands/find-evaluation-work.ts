import "server-only";
import { withoutScope } from "@/server/database";
import { enqueueJob } from "@/server/jobs";

/**
 * For the clock: has every organization's cycles looked after (`tendCycles`, reminders). Ids are all it sees of them; one
 * job waits for each at a time. Resolves to their number.
 */
export async function findEvaluationWork(): Promise<number> {
  return withoutScope(async (tx) => {
    const organizations = await tx.$queryRaw<{ id: string }[]>`
      select organization_id as id from list_organization_clocks()`;
    for (const { id } of organizations) {
      await enqueueJob(tx, "tendEvaluations", { organizationId: id }, { jobKey: `tend-evaluations:${id}` });
    }
    return organizations.length;
  });
}
