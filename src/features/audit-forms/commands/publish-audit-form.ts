import "server-only";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { compareForms, countChanges } from "../changes";
import { mainFormLanguage } from "../form-texts";
import { listAuditItems } from "../list-audit-items";
import { listFormErrors } from "../publishing-rules";
import { readAuditForm } from "../queries/get-audit-form";
import { lockAuditForm } from "../queries/lock-audit-form";
import type { AuditFormDetails } from "../schema";

/**
 * Freezes the draft as the next version, which audits begun from now on are entered with; audits of earlier versions stay
 * as they are. A draft that says the same as the current version makes no new one. ConflictError when the draft is not
 * fit to publish, or was saved by somebody else since the person looked at it.
 */
export async function publishAuditForm(
  scope: Scope,
  input: { formId: string; revision: string },
): Promise<{ versionId: string; versionNumber: number; revision: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    const locked = await lockAuditForm(tx, scope, input.formId);
    if (locked.status === "archived") throw new ConflictError("auditFormArchived");
    if (locked.updatedAt.toISOString() !== input.revision)
      throw new ConflictError("auditFormChangedElsewhere");
    const form = await readAuditForm(tx, scope, input.formId);
    const organization = await tx.organization.findUniqueOrThrow({
      where: { id: scope.organizationId },
      select: { language: true },
    });
    const errors = listFormErrors(form, mainFormLanguage(organization.language));
    if (errors.length > 0) throw new ConflictError("auditFormNotReady", { count: errors.length });

    const { currentVersion } = form;
    const isUnchanged =
      currentVersion !== null && countChanges(compareForms(currentVersion.definition, form.definition)) === 0;
    const version = isUnchanged ? currentVersion : await freezeDraft(tx, scope, form);
    const saved = await tx.auditForm.update({
      where: key(scope, form.id),
      data: { status: "published", currentVersionId: version.id },
      select: { updatedAt: true },
    });
    await recordActivity(
      tx,
      scope,
      "auditForm.published",
      { type: "auditForm", id: form.id },
      { name: form.settings.name, version: version.number },
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
  form: AuditFormDetails,
): Promise<{ id: string; number: number }> {
  const { organizationId } = scope;
  const version = await tx.auditFormVersion.create({
    data: {
      organizationId,
      formId: form.id,
      number: (form.currentVersion?.number ?? 0) + 1,
      definition: form.definition,
      publishedAt: scope.now,
      publishedByUserId: scope.userId,
    },
    select: { id: true, number: true },
  });
  await tx.auditItem.createMany({
    data: listAuditItems(form.definition).map((item) => ({
      ...item,
      organizationId,
      formVersionId: version.id,
    })),
  });
  return version;
}
