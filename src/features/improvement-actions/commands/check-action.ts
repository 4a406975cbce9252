import "server-only";
import { requireOwnBehaviours } from "@/features/behaviours/queries/require-own-behaviours";
import { getActiveEmployee } from "@/features/people/queries/get-active-employee";
import { getOpenLocation } from "@/features/people/queries/get-location";
import type { Transaction } from "@/server/database";
import { InvalidInputError, NotFoundError } from "@/server/errors";
import { hasPermission } from "@/server/permissions";
import type { Scope } from "@/server/scope";
import { columnsOf } from "../rules";
import type { ActionInput } from "../schema";

/** What an action had before it is edited: it may keep what could not be chosen any more. */
export type KeptChoices = {
  employeeId: string | null;
  locationId: string | null;
  responsibleMemberId: string | null;
};
const NOTHING_KEPT: KeptChoices = { employeeId: null, locationId: null, responsibleMemberId: null };

/**
 * An action's columns. The employee, location and responsible member are looked up within the scope (NotFoundError); what
 * concerns the whole organization is not for managers limited to locations (InvalidInputError), unless it did before.
 */
export async function checkAction(
  tx: Transaction,
  scope: Scope,
  input: ActionInput,
  kept: KeptChoices | null = null,
) {
  const { title, description, behaviourId, responsibleMemberId } = input;
  const concern = columnsOf(input);
  const before = kept ?? NOTHING_KEPT;
  if (concern.employeeId && concern.employeeId !== before.employeeId) {
    await getActiveEmployee(tx, scope, concern.employeeId);
  }
  if (concern.locationId && concern.locationId !== before.locationId) {
    await getOpenLocation(tx, scope, concern.locationId);
  }
  if (!concern.employeeId && !concern.locationId && scope.locationIds !== null) {
    const wasSo = kept !== null && !kept.employeeId && !kept.locationId;
    if (!wasSo) throw new InvalidInputError({ concern: "wholeOrganizationOnly" });
  }
  if (responsibleMemberId && responsibleMemberId !== before.responsibleMemberId) {
    await requireResponsible(tx, scope, responsibleMemberId);
  }
  await requireOwnBehaviours(tx, scope, [{ field: "behaviourId", behaviourId }]);
  return {
    title,
    description,
    ...concern,
    behaviourId,
    responsibleMemberId,
    startsOn: new Date(input.startsOn),
    reviewOn: new Date(input.reviewOn),
  };
}

async function requireResponsible(tx: Transaction, scope: Scope, memberId: string): Promise<void> {
  const member = await tx.member.findFirst({
    where: { organizationId: scope.organizationId, id: memberId, archivedAt: null },
    select: { role: true },
  });
  if (!member || !hasPermission(member.role, "improvement-actions.manage")) throw new NotFoundError();
}
