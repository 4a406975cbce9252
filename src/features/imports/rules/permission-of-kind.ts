import type { ImportKind } from "@/generated/prisma/enums";
import type { Permission } from "@/server/permissions";

/** What one must be allowed to do by hand to do it by file. */
export const PERMISSION_OF_KIND: Record<ImportKind, Permission> = {
  encounters: "encounters.import",
  employees: "people.manage",
  customers: "customers.manage",
};
