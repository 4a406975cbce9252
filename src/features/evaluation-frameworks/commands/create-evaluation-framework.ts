import "server-only";
import { ensureReadyBehaviours } from "@/features/behaviours/commands/ensure-ready-behaviours";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { chooseText } from "@/server/input";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";
import { findReadyFramework } from "../ready-frameworks/ready-frameworks";
import type { EvaluationFrameworkDefinition } from "../schema";

/** Nothing but five points to be labelled. */
const EMPTY: EvaluationFrameworkDefinition = {
  intro: {},
  scale: Array.from({ length: 5 }, () => ({ label: {} })),
  competencies: [],
  questions: [],
};

/**
 * A new draft: a copy of a ready framework, or empty. The behaviours a ready framework's items point to come into the
 * service standard with it. Without a name a ready framework keeps its own in the organization's language; an empty one
 * needs a name (InvalidInputError, as for a ready framework there is not). Returns its id and the revision to save or
 * publish it with.
 */
export async function createEvaluationFramework(
  scope: Scope,
  input: { readyKey: string | null; name?: string },
): Promise<{ id: string; revision: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    const { name, definition } = await startFrom(tx, scope, input.readyKey);
    const chosen = input.name?.trim() || name;
    if (!chosen) throw new InvalidInputError({ name: "required" });
    const framework = await tx.evaluationFramework.create({
      data: { organizationId: scope.organizationId, name: chosen, draft: definition },
      select: { id: true, updatedAt: true },
    });
    const subject = { type: "evaluationFramework", id: framework.id };
    await recordActivity(tx, scope, "evaluationFramework.created", subject, { name: chosen });
    return { id: framework.id, revision: framework.updatedAt.toISOString() };
  });
}

async function startFrom(
  tx: Transaction,
  scope: Scope,
  readyKey: string | null,
): Promise<{ name: string | null; definition: EvaluationFrameworkDefinition }> {
  if (readyKey === null) return { name: null, definition: EMPTY };
  const ready = findReadyFramework(readyKey);
  if (!ready) throw new InvalidInputError({ readyKey: "chooseOne" });
  const { language } = await tx.organization.findUniqueOrThrow({
    where: { id: scope.organizationId },
    select: { language: true },
  });
  const behaviourIds = await ensureReadyBehaviours(tx, scope, ready.behaviourKeys);
  return { name: chooseText(ready.name, language), definition: ready.build(behaviourIds) };
}
