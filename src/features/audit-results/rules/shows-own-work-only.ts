import type { AuditKind } from "@/features/audits/schema";
import type { MemberRole } from "@/generated/prisma/enums";

/**
 * Whether somebody is told of nobody's work as an auditor but their own: consultants, and managers limited to locations as
 * to mystery visits. Who makes those is kept from them, as it is on each report (`hidesAuditor`): the auditor may come again.
 */
export function showsOwnWorkOnly(
  actor: { readonly role: MemberRole | null; readonly locationIds: readonly string[] | null },
  kind: AuditKind,
): boolean {
  return actor.role === "consultant" || (kind === "mystery" && actor.locationIds !== null);
}
