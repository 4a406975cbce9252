import "server-only";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, InvalidInputError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { lockAuditForm } from "../queries/lock-audit-form";
import type { AuditFormDefinition, AuditFormDraft } from "../schema";

const MINUTES_OF_ONE_UPDATE = 30;

/**
 * Saves the draft: its texts and scoring reach auditors with the next published version, its name and what it is bound to
 * hold at once. `revision` is what the editor last saw; if somebody else saved since, ConflictError and nothing is
 * written. Returns the new revision.
 */
export async function saveAuditFormDraft(
  scope: Scope,
  input: AuditFormDraft & { formId: string; revision: string },
): Promise<{ revision: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    const form = await lockAuditForm(tx, scope, input.formId);
    if (form.status === "archived") throw new ConflictError("auditFormArchived");
    if (form.updatedAt.toISOString() !== input.revision) throw new ConflictError("auditFormChangedElsewhere");
    await requireBehaviours(tx, scope, input.definition);
    await bind(tx, scope, input);
    const saved = await tx.auditForm.update({
      where: key(scope, input.formId),
      data: { name: input.settings.name, draft: input.definition },
      select: { updatedAt: true },
    });
    await recordUpdate(tx, scope, input);
    return { revision: saved.updatedAt.toISOString() };
  });
}

/** The builder saves after every pause in typing: what one person changes within half an hour is one entry. */
async function recordUpdate(
  tx: Transaction,
  scope: Scope,
  { formId, settings }: { formId: string; settings: { name: string } },
): Promise<void> {
  const action = "auditForm.updated";
  const since = new Date(scope.now.getTime() - MINUTES_OF_ONE_UPDATE * 60_000);
  const { organizationId, userId } = scope;
  const isRecorded = await tx.activityEvent.findFirst({
    where: { organizationId, occurredAt: { gte: since }, action, subjectId: formId, userId },
    select: { id: true },
  });
  if (isRecorded) return;
  await recordActivity(tx, scope, action, { type: "auditForm", id: formId }, { name: settings.name });
}

/** Items point to behaviours of this organization only; others are refused at their field. */
async function requireBehaviours(
  tx: Transaction,
  scope: Scope,
  definition: AuditFormDefinition,
): Promise<void> {
  const pointing = definition.sections.flatMap((section, place) =>
    section.items.flatMap(({ behaviourId }, index) =>
      behaviourId ? [{ behaviourId, field: `definition.sections.${place}.items.${index}.behaviourId` }] : [],
    ),
  );
  if (pointing.length === 0) return;
  const behaviours = await tx.behaviour.findMany({
    where: {
      organizationId: scope.organizationId,
      id: { in: [...new Set(pointing.map(({ behaviourId }) => behaviourId))] },
    },
    select: { id: true },
  });
  const known = new Set(behaviours.map(({ id }) => id));
  const unknown = pointing.filter(({ behaviourId }) => !known.has(behaviourId));
  if (unknown.length === 0) return;
  throw new InvalidInputError(Object.fromEntries(unknown.map(({ field }) => [field, "chooseOne"])));
}

/** Binds the form to exactly these touchpoints and encounter types; unknown ones are refused at their field. */
async function bind(
  tx: Transaction,
  scope: Scope,
  { formId, settings }: AuditFormDraft & { formId: string },
): Promise<void> {
  const { organizationId } = scope;
  const touchpointIds = [...new Set(settings.touchpointIds)];
  const encounterTypeIds = [...new Set(settings.encounterTypeIds)];
  const touchpoints = await tx.touchpoint.count({ where: { organizationId, id: { in: touchpointIds } } });
  if (touchpoints !== touchpointIds.length)
    throw new InvalidInputError({ "settings.touchpointIds": "chooseOne" });
  const types = await tx.encounterType.count({ where: { organizationId, id: { in: encounterTypeIds } } });
  if (types !== encounterTypeIds.length)
    throw new InvalidInputError({ "settings.encounterTypeIds": "chooseOne" });

  await tx.auditFormTouchpoint.deleteMany({ where: { organizationId, formId } });
  await tx.auditFormTouchpoint.createMany({
    data: touchpointIds.map((touchpointId) => ({ organizationId, formId, touchpointId })),
  });
  await tx.auditFormEncounterType.deleteMany({ where: { organizationId, formId } });
  await tx.auditFormEncounterType.createMany({
    data: encounterTypeIds.map((encounterTypeId) => ({ organizationId, formId, encounterTypeId })),
  });
}
