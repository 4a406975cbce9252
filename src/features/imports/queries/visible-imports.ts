import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { ImportKind } from "@/generated/prisma/enums";
import { hasPermission } from "@/server/permissions";
import type { Scope } from "@/server/scope";
import { PERMISSION_OF_KIND } from "../rules/permission-of-kind";

/**
 * The imports a scope may see: of the kinds it may import, and for a manager limited to locations only the own ones,
 * because another's file may tell of other locations. Jobs see all.
 */
export function visibleImports(scope: Scope): Prisma.ImportWhereInput {
  const { organizationId, userId } = scope;
  if (scope.actor === "job") return { organizationId };
  const kinds = Object.values(ImportKind).filter((kind) =>
    hasPermission(scope.role, PERMISSION_OF_KIND[kind]),
  );
  return {
    organizationId,
    kind: { in: kinds },
    ...(scope.locationIds === null ? {} : { createdByUserId: userId }),
  };
}
