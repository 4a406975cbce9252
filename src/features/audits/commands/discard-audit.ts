import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { forgetFilesLater } from "./forget-audit-files";
import { lockOwnAudit } from "./lock-own-audit";

/**
 * Deletes an audit that was begun and never submitted, with its answers and photos; its assignment can be started anew.
 * Throws ConflictError for one that was submitted, even if it was sent back since.
 */
export async function discardAudit(scope: Scope, { auditId }: { auditId: string }): Promise<object> {
  return withScope(scope, async (tx) => {
    const { submittedAt } = await lockOwnAudit(tx, scope, auditId);
    if (submittedAt !== null) throw new ConflictError("auditSubmitted");
    const files = await tx.auditFile.findMany({
      where: { organizationId: scope.organizationId, auditId },
      select: { id: true, storage: true },
    });
    await forgetFilesLater(tx, scope, files);
    const audit = await tx.audit.delete({
      where: key(scope, auditId),
      select: { location: { select: { name: true } }, touchpoint: { select: { name: true } } },
    });
    await recordActivity(
      tx,
      scope,
      "audit.discarded",
      { type: "audit", id: auditId },
      { location: audit.location.name, touchpoint: audit.touchpoint.name },
    );
    return {};
  });
}
