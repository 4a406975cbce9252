import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { FrameworkOrganization } from "../schema";

/** What of the organization decides about its frameworks. */
export function getFrameworkOrganization(scope: Scope): Promise<FrameworkOrganization> {
  return withScope(scope, (tx) =>
    tx.organization.findUniqueOrThrow({
      where: { id: scope.organizationId },
      select: { language: true, languages: true },
    }),
  );
}
