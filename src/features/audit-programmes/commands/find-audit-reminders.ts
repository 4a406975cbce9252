import "server-only";
import { withoutScope } from "@/server/database";
import { enqueueJob } from "@/server/jobs";
import { isMailingHour } from "../rules";

/**
 * Has the reminders about audits looked for in every organization where it is day: nobody is reminded at night. Ids and
 * time zones are all it sees of them. Resolves to their number.
 */
export async function findAuditReminders(now: Date): Promise<number> {
  return withoutScope(async (tx) => {
    const clocks = await tx.$queryRaw<{ id: string; timeZone: string }[]>`
      select organization_id as id, time_zone as "timeZone" from list_organization_clocks()`;
    const due = clocks.filter(({ timeZone }) => isMailingHour(now, timeZone));
    for (const { id } of due) {
      await enqueueJob(tx, "remindOfAudits", { organizationId: id }, { jobKey: `remind-of-audits:${id}` });
    }
    return due.length;
  });
}
