import "server-only";
import { type Transaction, withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { type AuditFormDetails, auditFormDefinition } from "../schema";

/** A form with draft, settings and current version, for the builder; NotFoundError when missing or foreign. */
export function getAuditForm(scope: Scope, formId: string): Promise<AuditFormDetails> {
  return withScope(scope, (tx) => readAuditForm(tx, scope, formId));
}

/** `getAuditForm` inside a transaction. */
export async function readAuditForm(
  tx: Transaction,
  scope: Scope,
  formId: string,
): Promise<AuditFormDetails> {
  const form = await tx.auditForm.findUnique({
    where: key(scope, formId),
    select: {
      id: true,
      name: true,
      status: true,
      draft: true,
      updatedAt: true,
      currentVersionId: true,
      touchpoints: { select: { touchpointId: true } },
      encounterTypes: { select: { encounterTypeId: true } },
      programmes: { where: { status: "active" }, select: { name: true }, orderBy: { name: "asc" } },
    },
  });
  if (!form) throw new NotFoundError();
  const version = form.currentVersionId
    ? await tx.auditFormVersion.findUniqueOrThrow({
        where: key(scope, form.currentVersionId),
        select: { id: true, number: true, publishedAt: true, definition: true },
      })
    : null;
  return {
    id: form.id,
    status: form.status,
    definition: auditFormDefinition.parse(form.draft),
    revision: form.updatedAt.toISOString(),
    settings: {
      name: form.name,
      touchpointIds: form.touchpoints.map((bound) => bound.touchpointId),
      encounterTypeIds: form.encounterTypes.map((bound) => bound.encounterTypeId),
    },
    programmes: form.programmes.map(({ name }) => name),
    currentVersion: version && { ...version, definition: auditFormDefinition.parse(version.definition) },
  };
}
