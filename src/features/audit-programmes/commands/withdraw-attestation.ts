import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { lockProgramme } from "./lock-programme";

/**
 * Takes an attestation back: audits of the programme name nobody again. Only while none does (ConflictError). Nothing
 * attested: nothing changes.
 */
export async function withdrawAttestation(
  scope: Scope,
  { programmeId }: { programmeId: string },
): Promise<void> {
  const { organizationId } = scope;
  await withScope(scope, async (tx) => {
    const programme = await lockProgramme(tx, scope, programmeId);
    if (!programme.staffInformedOn) return;
    // Locked, so that none of them names somebody at this moment.
    const audits = await tx.$queryRaw<{ isNamed: boolean }[]>`
      select employee_id is not null as "isNamed" from audits
       where organization_id = ${organizationId}::uuid and programme_id = ${programmeId}::uuid
       order by id for no key update`;
    if (audits.some(({ isNamed }) => isNamed)) throw new ConflictError("attestationUsed");
    await tx.auditProgramme.update({
      where: key(scope, programmeId),
      data: { staffInformedOn: null, attestedByMemberId: null, attestedByName: null, attestedAt: null },
      select: { id: true },
    });
    await tx.audit.updateMany({
      where: { organizationId, programmeId, status: { in: ["draft", "returned"] } },
      data: { staffInformedOn: null },
    });
    await recordActivity(
      tx,
      scope,
      "programme.attestationWithdrawn",
      { type: "programme", id: programmeId },
      { name: programme.name },
    );
  });
}
