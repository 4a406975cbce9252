import "server-only";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { type AuditFormVersion, auditFormDefinition } from "../schema";

/** A published version by its id, as audits and figures read it; NotFoundError when missing or foreign. */
export async function getAuditFormVersion(scope: Scope, versionId: string): Promise<AuditFormVersion> {
  const version = await withScope(scope, (tx) =>
    tx.auditFormVersion.findUnique({
      where: key(scope, versionId),
      select: { id: true, formId: true, number: true, definition: true, form: { select: { name: true } } },
    }),
  );
  if (!version) throw new NotFoundError();
  const { form, definition, ...rest } = version;
  return { ...rest, formName: form.name, definition: auditFormDefinition.parse(definition) };
}
