import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { lockAuditForm } from "../queries/lock-audit-form";

/**
 * Archives a form, or restores it. No audit can be begun with an archived form; audits that were are not touched. A form
 * that was published before comes back published. ConflictError when it is not in a state the change starts from.
 * Returns the new revision for the next save.
 */
export async function changeAuditFormStatus(
  scope: Scope,
  input: { formId: string; change: "archive" | "restore" },
): Promise<{ revision: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    const form = await lockAuditForm(tx, scope, input.formId);
    const isRestored = input.change === "restore";
    if ((form.status === "archived") !== isRestored) throw new ConflictError("auditFormStateChanged");
    const before = form.currentVersionId ? "published" : "draft";
    const saved = await tx.auditForm.update({
      where: key(scope, input.formId),
      data: isRestored ? { status: before, archivedAt: null } : { status: "archived", archivedAt: scope.now },
      select: { updatedAt: true },
    });
    await recordActivity(
      tx,
      scope,
      isRestored ? "auditForm.restored" : "auditForm.archived",
      { type: "auditForm", id: input.formId },
      { name: form.name },
    );
    return { revision: saved.updatedAt.toISOString() };
  });
}
