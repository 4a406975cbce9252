import "server-only";
import { recordActivity } from "@/server/activity";
import { forgetApiKey } from "@/server/api/known-keys";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";

/**
 * Ends a key for good: this process refuses it from the commit on, others at most a second later. Revoking one that is
 * revoked changes nothing.
 */
export async function revokeApiKey(scope: Scope, id: string): Promise<void> {
  await withScope(scope, async (tx) => {
    const found = await tx.apiKey.findUnique({ where: key(scope, id), select: { name: true } });
    if (!found) throw new NotFoundError();
    const { count } = await tx.apiKey.updateMany({
      where: { organizationId: scope.organizationId, id, revokedAt: null },
      data: { revokedAt: scope.now },
    });
    if (count === 0) return;
    await recordActivity(tx, scope, "apiKey.revoked", { type: "apiKey", id }, { name: found.name });
  });
  forgetApiKey(id);
}
