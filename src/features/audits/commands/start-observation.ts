import "server-only";
import { v7 as uuidv7 } from "uuid";
import { getEncounterType } from "@/features/touchpoints/queries/get-encounter-type";
import { getTouchpoint } from "@/features/touchpoints/queries/get-touchpoint";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { InvalidInputError, NotFoundError } from "@/server/errors";
import { lockForTransaction } from "@/server/lock-for-transaction";
import { key, type Scope } from "@/server/scope";
import type { StartObservationInput } from "../entry-schema";
import { requireCurrentVersion } from "../queries/require-current-version";
import { requireObserver } from "../queries/require-observer";
import { dayIn, mayNameEmployee } from "../rules";

/** A form that is sent twice begins one observation: a draft of the same thing this young is the same. */
const DOUBLE_SUBMIT_MS = 60_000;

/**
 * Begins an open observation of an employee who knows of it, by an owner, a manager (at the own locations) or a member who
 * may observe. Throws ForbiddenError for others, NotFoundError for what is not of the organization or of those locations,
 * InvalidInputError by field for what does not go together.
 */
export async function startObservation(
  scope: Scope,
  input: StartObservationInput,
): Promise<{ auditId: string }> {
  const { organizationId, memberId } = scope;
  if (!memberId) throw new NotFoundError();
  return withScope(scope, async (tx) => {
    await requireObserver(tx, scope);
    await lockForTransaction(tx, scope, `observe:${memberId}`);
    const { touchpoint, location, employee } = await checkSubjects(tx, scope, input);
    const formVersionId = await requireCurrentVersion(tx, scope, input.formId);
    await checkForm(tx, scope, input);
    const what = {
      organizationId,
      kind: "observation",
      formVersionId,
      auditorMemberId: memberId,
      touchpointId: touchpoint.id,
      locationId: location.id,
      encounterTypeId: input.encounterTypeId,
      employeeId: employee.id,
      status: "draft",
    } as const;
    const since = new Date(scope.now.getTime() - DOUBLE_SUBMIT_MS);
    const twin = await tx.audit.findFirst({
      where: { ...what, createdAt: { gte: since }, answers: { none: {} } },
      select: { id: true },
    });
    if (twin) return { auditId: twin.id };
    const auditId = uuidv7();
    await tx.audit.createMany({
      data: {
        ...what,
        id: auditId,
        channel: touchpoint.channel,
        teamId: employee.teamId,
        staffInformedOn: new Date(input.staffInformedOn),
        createdAt: scope.now,
        updatedAt: scope.now,
      },
    });
    await recordActivity(
      tx,
      scope,
      "audit.observationStarted",
      { type: "audit", id: auditId },
      { location: location.name, touchpoint: touchpoint.name, employee: employee.name },
    );
    return { auditId };
  });
}

async function checkSubjects(tx: Transaction, scope: Scope, input: StartObservationInput) {
  const { organizationId, locationIds } = scope;
  if (locationIds && !locationIds.includes(input.locationId)) throw new NotFoundError();
  const location = await tx.location.findUnique({
    where: key(scope, input.locationId),
    select: { id: true, name: true, archivedAt: true },
  });
  const employee = await tx.employee.findFirst({
    where: { organizationId, id: input.employeeId, archivedAt: null },
    select: { id: true, name: true, locationId: true, teamId: true },
  });
  if (!location || !employee) throw new NotFoundError();
  const touchpoint = await getTouchpoint(tx, scope, input.touchpointId);
  const encounterType = input.encounterTypeId
    ? await getEncounterType(tx, scope, input.encounterTypeId)
    : null;
  if (locationIds && !locationIds.includes(employee.locationId)) throw new NotFoundError();
  const wrong: Record<string, string> = {};
  if (location.archivedAt) wrong.locationId = "choiceArchived";
  if (touchpoint.archivedAt) wrong.touchpointId = "choiceArchived";
  if (encounterType?.archivedAt) wrong.encounterTypeId = "choiceArchived";
  if (employee.locationId !== location.id) wrong.employeeId = "auditEmployeeElsewhere";
  if (employee.id === scope.employeeId) wrong.employeeId = "auditObserveSelf";
  if (!mayNameEmployee(new Date(input.staffInformedOn), dayIn(scope.now, scope.timeZone)))
    wrong.staffInformedOn = "auditInformedInFuture";
  if (Object.keys(wrong).length > 0) throw new InvalidInputError(wrong);
  return { location, employee, touchpoint };
}

/** A form is for the touchpoints and encounter types it is bound to; bound to none, for all. */
async function checkForm(tx: Transaction, scope: Scope, input: StartObservationInput): Promise<void> {
  const form = await tx.auditForm.findUniqueOrThrow({
    where: key(scope, input.formId),
    select: {
      touchpoints: { select: { touchpointId: true } },
      encounterTypes: { select: { encounterTypeId: true } },
    },
  });
  const touchpoints = form.touchpoints.map((bound) => bound.touchpointId);
  const types = form.encounterTypes.map((bound) => bound.encounterTypeId);
  if (touchpoints.length > 0 && !touchpoints.includes(input.touchpointId))
    throw new InvalidInputError({ formId: "auditFormElsewhere" });
  if (types.length > 0 && input.encounterTypeId && !types.includes(input.encounterTypeId))
    throw new InvalidInputError({ formId: "auditFormElsewhere" });
}
