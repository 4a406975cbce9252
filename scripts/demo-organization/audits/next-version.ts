import { v7 as uuidv7 } from "uuid";
import { listAuditItems } from "@/features/audit-forms/list-audit-items";
import type { AuditFormDefinition } from "@/features/audit-forms/schema";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { TestAuditForm } from "../../../tests/factories/audit-forms";

/** What the chain learnt from the first year: listening weighs more, and its second item most of all. */
export function weighFirstSectionMore(definition: AuditFormDefinition): AuditFormDefinition {
  return {
    ...definition,
    sections: definition.sections.map((section, position) =>
      position > 0
        ? section
        : {
            ...section,
            weight: section.weight * 2,
            items: section.items.map((item, index) =>
              index === 1 && "weight" in item ? { ...item, weight: item.weight + 1 } : item,
            ),
          },
    ),
  };
}

/** Publishes the form's second version; audits made with the first keep it. */
export async function publishSecondVersion(
  scope: Scope,
  form: TestAuditForm,
  definition: AuditFormDefinition,
  publishedAt: Date,
): Promise<TestAuditForm> {
  const { organizationId } = scope;
  const versionId = uuidv7();
  const items = listAuditItems(definition).map((item) => ({
    ...item,
    id: uuidv7(),
    organizationId,
    formVersionId: versionId,
  }));
  await withScope(scope, async (tx) => {
    await tx.auditFormVersion.createMany({
      data: { organizationId, id: versionId, formId: form.id, number: 2, definition, publishedAt },
    });
    await tx.auditItem.createMany({ data: items });
    await tx.auditForm.update({
      where: { organizationId_id: { organizationId, id: form.id } },
      data: { draft: definition, currentVersionId: versionId },
      select: { id: true },
    });
  });
  return {
    id: form.id,
    versionId,
    definition,
    itemIds: Object.fromEntries(items.map((item) => [item.key, item.id])),
  };
}
