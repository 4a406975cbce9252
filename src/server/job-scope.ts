import "server-only";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { makeScope, type Scope } from "@/server/scope";

/** The scope of a background job, from its payload; throws NotFoundError when the organization is gone. Worker only. */
export async function jobScope(payload: { organizationId: string }): Promise<Scope> {
  const scope = makeScope({ organizationId: payload.organizationId, actor: "job", timeZone: "UTC" });
  const organization = await withScope(scope, (tx) =>
    tx.organization.findUnique({ where: { id: payload.organizationId }, select: { timeZone: true } }),
  );
  if (!organization) throw new NotFoundError();
  return makeScope({ ...scope, timeZone: organization.timeZone });
}

/**
 * The scope of a job that does a member's bidding: with that member's role and limits as they are now, so that a right
 * lost since is lost for the job too. Null when the person is no longer a member. Worker only.
 */
export async function memberJobScope(scope: Scope, userId: string): Promise<Scope | null> {
  const member = await withScope(scope, (tx) =>
    tx.member.findFirst({
      where: { organizationId: scope.organizationId, userId, archivedAt: null },
      select: {
        id: true,
        role: true,
        employeeId: true,
        allLocations: true,
        locations: { select: { locationId: true } },
      },
    }),
  );
  if (!member) return null;
  return makeScope({
    ...scope,
    userId,
    memberId: member.id,
    role: member.role,
    employeeId: member.employeeId,
    locationIds: member.allLocations ? null : member.locations.map((location) => location.locationId),
  });
}
