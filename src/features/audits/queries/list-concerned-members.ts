import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";

/** Members an audit concerns, by id; the archived ones are no longer asked or told anything. */
export type ConcernedMembers = {
  /** The named employee's account; empty when nobody is named or the employee has none. */
  employee: string[];
  /** Managers limited to locations, of which the audit's is one. */
  localManagers: string[];
  /** Who took the audit, if still a reviewer. */
  reviewer: string[];
  /** All who may review: owners, and managers of the whole organization. */
  reviewers: string[];
};

/** Who is to know of what happens to an audit. */
export async function listConcernedMembers(
  tx: Transaction,
  scope: Scope,
  audit: { locationId: string; employeeId: string | null; reviewerMemberId: string | null },
): Promise<ConcernedMembers> {
  const members = await tx.member.findMany({
    where: {
      organizationId: scope.organizationId,
      archivedAt: null,
      OR: [
        { role: "owner" },
        { role: "manager", allLocations: true },
        { role: "manager", allLocations: false, locations: { some: { locationId: audit.locationId } } },
        ...(audit.employeeId ? [{ role: "employee" as const, employeeId: audit.employeeId }] : []),
      ],
    },
    select: { id: true, role: true, allLocations: true },
    orderBy: { id: "asc" },
  });
  const ids = (fits: (member: (typeof members)[number]) => boolean) =>
    members.filter(fits).map(({ id }) => id);
  const reviewers = ids(({ role, allLocations }) => role === "owner" || (role === "manager" && allLocations));
  return {
    employee: ids(({ role }) => role === "employee"),
    localManagers: ids(({ role, allLocations }) => role === "manager" && !allLocations),
    reviewer: reviewers.filter((id) => id === audit.reviewerMemberId),
    reviewers,
  };
}
