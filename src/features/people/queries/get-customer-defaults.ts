import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/** What the form of a new customer starts with: the organization's language. */
export async function getCustomerDefaults(scope: Scope): Promise<{ language: string }> {
  return withScope(scope, (tx) =>
    tx.organization.findUniqueOrThrow({ where: { id: scope.organizationId }, select: { language: true } }),
  );
}
