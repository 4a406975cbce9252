import "server-only";
import { cache } from "react";
import { type AuditFormDefinition, auditFormDefinition } from "@/features/audit-forms/schema";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

export type FormVersion = {
  id: string;
  formId: string;
  formName: string;
  number: number;
  definition: AuditFormDefinition;
  /** Ids of the stored items by key. */
  itemIds: Record<string, string>;
};

/** Every published version of these forms, the newest of each form first; ids that are not the organization's are passed over. */
export const listFormVersions = cache(async (scope: Scope, formIds: string): Promise<FormVersion[]> => {
  const { organizationId } = scope;
  const versions = await withScope(scope, (tx) =>
    tx.auditFormVersion.findMany({
      where: { organizationId, formId: { in: formIds.split(" ").filter(Boolean) } },
      select: {
        id: true,
        formId: true,
        number: true,
        definition: true,
        form: { select: { name: true } },
        items: { select: { id: true, key: true } },
      },
      orderBy: [{ number: "desc" }, { id: "asc" }],
    }),
  );
  return versions.map(({ form, items, definition, ...version }) => ({
    ...version,
    formName: form.name,
    definition: auditFormDefinition.parse(definition),
    itemIds: Object.fromEntries(items.map((item) => [item.key, item.id])),
  }));
});
