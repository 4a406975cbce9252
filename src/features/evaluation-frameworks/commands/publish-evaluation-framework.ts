import "server-only";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { compareFrameworks, countChanges } from "../changes";
import { listEvaluationItems } from "../list-evaluation-items";
import { listFrameworkErrors } from "../publishing-rules";
import { readEvaluationFramework } from "../queries/get-evaluation-framework";
import { lockEvaluationFramework } from "../queries/lock-evaluation-framework";
import type { EvaluationFrameworkDetails } from "../schema";

/**
 * Freezes the draft as the next version, which cycles begun from now on are held with; cycles that have begun keep
 * theirs. A draft that says the same as the current version makes no new one. ConflictError when the draft is not
 * fit to publish, or was saved by somebody else since the person looked at it.
 */
export async function publishEvaluationFramework(
  scope: Scope,
  input: { frameworkId: string; revision: string },
): Promise<{ versionId: string; versionNumber: number; revision: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    const locked = await lockEvaluationFramework(tx, scope, input.frameworkId);
    if (locked.status === "archived") throw new ConflictError("evaluationFrameworkArchived");
    if (locked.updatedAt.toISOString() !== input.revision)
      throw new ConflictError("evaluationFrameworkChangedElsewhere");
    const framework = await readEvaluationFramework(tx, scope, input.frameworkId);
    const organization = await tx.organization.findUniqueOrThrow({
      where: { id: scope.organizationId },
      select: { language: true },
    });
    const errors = listFrameworkErrors(framework.definition, organization.language);
    if (errors.length > 0) throw new ConflictError("evaluationFrameworkNotReady", { count: errors.length });

    const { currentVersion } = framework;
    const isUnchanged =
      currentVersion !== null &&
      countChanges(compareFrameworks(currentVersion.definition, framework.definition)) === 0;
    const version = isUnchanged ? currentVersion : await freezeDraft(tx, scope, framework);
    const saved = await tx.evaluationFramework.update({
      where: key(scope, framework.id),
      data: { status: "published", currentVersionId: version.id },
      select: { updatedAt: true },
    });
    await recordActivity(
      tx,
      scope,
      "evaluationFramework.published",
      { type: "evaluationFramework", id: framework.id },
      { name: framework.settings.name, version: version.number },
    );
    return {
      versionId: version.id,
      versionNumber: version.number,
      revision: saved.updatedAt.toISOString(),
    };
  });
}

async function freezeDraft(
  tx: Transaction,
  scope: Scope,
  framework: EvaluationFrameworkDetails,
): Promise<{ id: string; number: number }> {
  const { organizationId } = scope;
  const version = await tx.evaluationFrameworkVersion.create({
    data: {
      organizationId,
      frameworkId: framework.id,
      number: (framework.currentVersion?.number ?? 0) + 1,
      definition: framework.definition,
      publishedAt: scope.now,
      publishedByUserId: scope.userId,
    },
    select: { id: true, number: true },
  });
  await tx.evaluationItem.createMany({
    data: listEvaluationItems(framework.definition).map((item) => ({
      ...item,
      organizationId,
      versionId: version.id,
    })),
  });
  return version;
}
