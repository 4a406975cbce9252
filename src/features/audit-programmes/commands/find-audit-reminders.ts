import "server-only";
import { withoutScope } from "@/server/database";
import { enqueueJob } from "@/server/jobs";

/**
 * Has every organization's reminders about audits looked for. Ids are all it sees of them; an organization without any
 * is done in one query. Resolves to their number.
 */
export async function findAuditReminders(): Promise<number> {
  return withoutScope(async (tx) => {
    const clocks = await tx.$queryRaw<{ id: string }[]>`
      select organization_id as id from list_organization_clocks()`;
    for (const { id } of clocks) {
      await enqueueJob(tx, "remindOfAudits", { organizationId: id }, { jobKey: `remind-of-audits:${id}` });
    }
    return clocks.length;
  });
}
