import "server-only";
import { requireOwnBehaviours } from "@/features/behaviours/queries/require-own-behaviours";
import { recordActivityOnce } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { lockEvaluationFramework } from "../queries/lock-evaluation-framework";
import type { EvaluationFrameworkDefinition, EvaluationFrameworkDraft } from "../schema";

/**
 * Saves the draft: it reaches raters with the next published version, its name holds at once. `revision` is what the editor
 * last saw; if somebody else saved since, ConflictError and nothing is written. Returns the new revision.
 */
export async function saveEvaluationFrameworkDraft(
  scope: Scope,
  input: EvaluationFrameworkDraft & { frameworkId: string; revision: string },
): Promise<{ revision: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    const framework = await lockEvaluationFramework(tx, scope, input.frameworkId);
    if (framework.status === "archived") throw new ConflictError("evaluationFrameworkArchived");
    if (framework.updatedAt.toISOString() !== input.revision)
      throw new ConflictError("evaluationFrameworkChangedElsewhere");
    await requireOwnBehaviours(tx, scope, listChosenBehaviours(input.definition));
    const saved = await tx.evaluationFramework.update({
      where: key(scope, input.frameworkId),
      data: { name: input.settings.name, draft: input.definition },
      select: { updatedAt: true },
    });
    const subject = { type: "evaluationFramework", id: input.frameworkId };
    await recordActivityOnce(tx, scope, "evaluationFramework.updated", subject, {
      name: input.settings.name,
    });
    return { revision: saved.updatedAt.toISOString() };
  });
}

/** The items' behaviours with the fields they were chosen in. */
function listChosenBehaviours({ competencies }: EvaluationFrameworkDefinition) {
  return competencies.flatMap((competency, place) =>
    competency.items.map(({ behaviourId }, index) => ({
      field: `definition.competencies.${place}.items.${index}.behaviourId`,
      behaviourId,
    })),
  );
}
