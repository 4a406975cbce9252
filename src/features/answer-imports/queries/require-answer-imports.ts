import "server-only";
import { ForbiddenError } from "@/server/errors";
import { hasPermission } from "@/server/permissions";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";

/**
 * Answers of a file may be of any place and person, so only those who see the whole organization deal with them: owners
 * and managers without limits, programs (their key's access is checked where they come in) and the worker. Throws
 * ForbiddenError.
 */
export function requireAnswerImports(scope: Scope): void {
  if (scope.actor === "job" || scope.actor === "api") return;
  if (!hasPermission(scope.role, "encounters.import")) throw new ForbiddenError();
  requireWholeOrganization(scope);
}
