import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { FormOrganization } from "../schema";

/** What of the organization decides about its forms. */
export function getFormOrganization(scope: Scope): Promise<FormOrganization> {
  return withScope(scope, (tx) =>
    tx.organization.findUniqueOrThrow({
      where: { id: scope.organizationId },
      select: { language: true, languages: true },
    }),
  );
}
