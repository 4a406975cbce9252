import "server-only";
import { ensureReadyBehaviours } from "@/features/behaviours/commands/ensure-ready-behaviours";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { chooseText } from "@/server/input";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";
import { mainFormLanguage } from "../form-texts";
import { findReadyForm } from "../ready-forms/ready-forms";
import type { AuditFormDefinition } from "../schema";

const EMPTY: AuditFormDefinition = { intro: {}, isCapped: true, sections: [] };

/**
 * A new draft: a copy of a ready form, or empty. The behaviours a ready form's items point to come into the service
 * standard with it. Without a name a ready form keeps its own in the main language of forms; an empty one needs a name
 * (InvalidInputError, as for a ready form there is not). Returns its id and the revision to save or publish it with.
 */
export async function createAuditForm(
  scope: Scope,
  input: { readyFormKey: string | null; name?: string },
): Promise<{ id: string; revision: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    const { name, definition } = await startFrom(tx, scope, input.readyFormKey);
    const chosen = input.name?.trim() || name;
    if (!chosen) throw new InvalidInputError({ name: "required" });
    const form = await tx.auditForm.create({
      data: { organizationId: scope.organizationId, name: chosen, draft: definition },
      select: { id: true, updatedAt: true },
    });
    const subject = { type: "auditForm", id: form.id };
    await recordActivity(tx, scope, "auditForm.created", subject, { name: chosen });
    return { id: form.id, revision: form.updatedAt.toISOString() };
  });
}

async function startFrom(
  tx: Transaction,
  scope: Scope,
  readyFormKey: string | null,
): Promise<{ name: string | null; definition: AuditFormDefinition }> {
  if (readyFormKey === null) return { name: null, definition: EMPTY };
  const ready = findReadyForm(readyFormKey);
  if (!ready) throw new InvalidInputError({ readyFormKey: "chooseOne" });
  const { language } = await tx.organization.findUniqueOrThrow({
    where: { id: scope.organizationId },
    select: { language: true },
  });
  const behaviourIds = await ensureReadyBehaviours(tx, scope, ready.behaviourKeys);
  return { name: chooseText(ready.name, mainFormLanguage(language)), definition: ready.build(behaviourIds) };
}
