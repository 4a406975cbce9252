import "server-only";
import { requireOwnBehaviours } from "@/features/behaviours/queries/require-own-behaviours";
import { recordActivityOnce } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, InvalidInputError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { lockAuditForm } from "../queries/lock-audit-form";
import type { AuditFormDefinition, AuditFormDraft } from "../schema";

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
    await requireOwnBehaviours(tx, scope, listChosenBehaviours(input.definition));
    await bind(tx, scope, input);
    const saved = await tx.auditForm.update({
      where: key(scope, input.formId),
      data: { name: input.settings.name, draft: input.definition },
      select: { updatedAt: true },
    });
    const subject = { type: "auditForm", id: input.formId };
    await recordActivityOnce(tx, scope, "auditForm.updated", subject, { name: input.settings.name });
    return { revision: saved.updatedAt.toISOString() };
  });
}

/** The items' behaviours with the fields they were chosen in. */
function listChosenBehaviours({ sections }: AuditFormDefinition) {
  return sections.flatMap((section, place) =>
    section.items.map(({ behaviourId }, index) => ({
      field: `definition.sections.${place}.items.${index}.behaviourId`,
      behaviourId,
    })),
  );
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
