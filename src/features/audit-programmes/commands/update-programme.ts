import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import type { ProgrammeSettingsInput } from "../schema";
import { asDate } from "../windows";
import { lockProgramme } from "./lock-programme";
import { checkForm } from "./programme-checks";

/**
 * Changes a programme's settings. The form stays once there are audits (ConflictError), so that a programme's figures are
 * of one form; visits assigned before keep their windows. An ended programme does not change any more.
 */
export async function updateProgramme(scope: Scope, input: ProgrammeSettingsInput): Promise<void> {
  const { programmeId, ...columns } = input;
  await withScope(scope, async (tx) => {
    const programme = await lockProgramme(tx, scope, programmeId);
    if (programme.status === "ended") throw new ConflictError("programmeEnded");
    await checkForm(tx, scope, input);
    if (programme.formId !== input.formId) {
      const audit = await tx.audit.findFirst({
        where: { organizationId: scope.organizationId, programmeId },
        select: { id: true },
      });
      if (audit) throw new ConflictError("programmeHasAudits");
    }
    await tx.auditProgramme.update({
      where: key(scope, programmeId),
      data: { ...columns, startsOn: asDate(input.startsOn), endsOn: asDate(input.endsOn) },
      select: { id: true },
    });
    await recordActivity(
      tx,
      scope,
      "programme.updated",
      { type: "programme", id: programmeId },
      { name: input.name },
    );
  });
}
