import "server-only";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { type AuditFormDefinition, auditFormDefinition } from "../schema";
import { type PublishedFormVersion, readPublishers } from "./list-audit-form-versions";

/** One of a form's published versions by its number; NotFoundError when missing or foreign. */
export function getAuditFormVersionByNumber(
  scope: Scope,
  formId: string,
  number: number,
): Promise<PublishedFormVersion & { formName: string; definition: AuditFormDefinition }> {
  return withScope(scope, async (tx) => {
    const { organizationId } = scope;
    const version = await tx.auditFormVersion.findUnique({
      where: { organizationId_formId_number: { organizationId, formId, number } },
      select: {
        number: true,
        publishedAt: true,
        publishedByUserId: true,
        definition: true,
        form: { select: { name: true } },
        _count: { select: { audits: true } },
      },
    });
    if (!version) throw new NotFoundError();
    const names = await readPublishers(tx, scope, [version.publishedByUserId]);
    return {
      number: version.number,
      publishedAt: version.publishedAt,
      publishedBy: names.get(version.publishedByUserId) ?? null,
      audits: version._count.audits,
      formName: version.form.name,
      definition: auditFormDefinition.parse(version.definition),
    };
  });
}
