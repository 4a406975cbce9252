import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError, InvalidInputError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { asDate, dayOf } from "../windows";
import { lockProgramme } from "./lock-programme";

/**
 * Attests, in the name of whoever does it, that the staff have known since a day that they may be audited. Visits from that
 * day on may name an employee. InvalidInputError for a day to come, ConflictError when it was attested before.
 */
export async function attestStaffInformed(
  scope: Scope,
  { programmeId, staffInformedOn }: { programmeId: string; staffInformedOn: string },
): Promise<void> {
  await withScope(scope, async (tx) => {
    const programme = await lockProgramme(tx, scope, programmeId);
    if (programme.staffInformedOn) throw new ConflictError("attestedAlready");
    if (staffInformedOn > dayOf(scope.now, scope.timeZone)) {
      throw new InvalidInputError({ staffInformedOn: "attestedInFuture" });
    }
    const member = scope.memberId
      ? await tx.member.findUnique({
          where: key(scope, scope.memberId),
          select: { id: true, user: { select: { name: true } } },
        })
      : null;
    if (!member) throw new NotFoundError();
    await tx.auditProgramme.update({
      where: key(scope, programmeId),
      data: {
        staffInformedOn: asDate(staffInformedOn),
        attestedByMemberId: member.id,
        attestedByName: member.user.name,
        attestedAt: scope.now,
      },
      select: { id: true },
    });
    await recordActivity(
      tx,
      scope,
      "programme.attested",
      { type: "programme", id: programmeId },
      { name: programme.name, day: staffInformedOn },
    );
  });
}
