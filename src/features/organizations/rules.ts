import type { MemberRole } from "@/generated/prisma/enums";

/** What a member may see, as it is stored: only managers are limited to locations, only employees are an employee. */
export type MemberAccess = {
  role: MemberRole;
  allLocations: boolean;
  locationIds: string[];
  employeeId: string | null;
};

/**
 * Turns what the form sends into what is stored, dropping the parts that the chosen role does not have. `errors` holds
 * message keys of "errors" by field: a manager of chosen locations needs at least one, an employee the own record.
 */
export function resolveAccess(input: {
  role: MemberRole;
  access: "whole" | "locations";
  locationIds: string[];
  employeeId: string | null;
}): { access: MemberAccess; errors: Record<string, string> } {
  const isLimited = input.role === "manager" && input.access === "locations";
  const access: MemberAccess = {
    role: input.role,
    allLocations: !isLimited,
    locationIds: isLimited ? [...new Set(input.locationIds)] : [],
    employeeId: input.role === "employee" ? input.employeeId : null,
  };
  const errors: Record<string, string> = {};
  if (isLimited && access.locationIds.length === 0) errors.locationIds = "locationsNeeded";
  if (input.role === "employee" && access.employeeId === null) errors.employeeId = "employeeNeeded";
  return { access, errors };
}

export type InvitationState = "pending" | "expired" | "accepted" | "revoked";

/** Where an invitation of a member stands at `now`; it ends at the moment `expiresAt` itself. */
export function findInvitationState(
  invitation: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return "accepted";
  if (invitation.revokedAt) return "revoked";
  return invitation.expiresAt > now ? "pending" : "expired";
}
