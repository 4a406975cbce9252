import "server-only";
import type { MemberRole } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";

export type MemberDetail = {
  id: string;
  userId: string;
  name: string;
  email: string;
  role: MemberRole;
  allLocations: boolean;
  locationIds: string[];
  employee: { id: string; name: string } | null;
  /** Whether a consultant or employee was allowed to observe encounters openly. */
  mayObserve: boolean;
  createdAt: Date;
  archivedAt: Date | null;
  lastSignInAt: Date | null;
};

/** One member with what the member may see; throws NotFoundError. */
export async function getMember(scope: Scope, memberId: string): Promise<MemberDetail> {
  const member = await withScope(scope, (tx) =>
    tx.member.findFirst({
      where: { organizationId: scope.organizationId, id: memberId },
      select: {
        id: true,
        userId: true,
        role: true,
        allLocations: true,
        mayObserve: true,
        createdAt: true,
        archivedAt: true,
        locations: { select: { locationId: true } },
        employee: { select: { id: true, name: true } },
        user: { select: { name: true, email: true, lastSignInAt: true } },
      },
    }),
  );
  if (!member) throw new NotFoundError();
  const { user, locations, ...columns } = member;
  return { ...columns, ...user, locationIds: locations.map((location) => location.locationId) };
}
