import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";
import type { AuditFormDefinition } from "../schema";

const EMPTY: AuditFormDefinition = { intro: {}, isCapped: true, sections: [] };

/**
 * A new draft: a copy of a ready form, or empty. Without a name a ready form keeps its own; an empty one needs a name
 * (InvalidInputError). Returns its id and the revision to publish it with.
 */
export async function createAuditForm(
  scope: Scope,
  input: { readyFormKey: string | null; name?: string },
): Promise<{ id: string; revision: string }> {
  requireWholeOrganization(scope);
  const name = input.name;
  if (!name) throw new InvalidInputError({ name: "required" });
  return withScope(scope, async (tx) => {
    const form = await tx.auditForm.create({
      data: { organizationId: scope.organizationId, name, draft: EMPTY },
      select: { id: true, updatedAt: true },
    });
    await recordActivity(tx, scope, "auditForm.created", { type: "auditForm", id: form.id }, { name });
    return { id: form.id, revision: form.updatedAt.toISOString() };
  });
}
