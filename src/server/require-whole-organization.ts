import { ForbiddenError } from "@/server/errors";
import type { Scope } from "@/server/scope";

/** For what concerns the whole organization: throws ForbiddenError for a manager who is limited to some locations. */
export function requireWholeOrganization(scope: Scope): void {
  if (scope.locationIds !== null) throw new ForbiddenError("wholeOrganizationOnly");
}
