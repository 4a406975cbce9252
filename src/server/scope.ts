import "server-only";
import type { MemberRole } from "@/generated/prisma/enums";

declare const scopeBrand: unique symbol;

/**
 * Who acts, in which organization, when. Every query and command takes one as its first parameter.
 * Only `requireScope` (a session), `invitationScope` (a respondent's token), `raterScope` (a
 * 360 rater's), `apiScope` (a program's key) and `jobScope`
 * (the worker) make one.
 */
export type Scope = {
  readonly [scopeBrand]: true;
  readonly organizationId: string;
  readonly actor: "member" | "respondent" | "api" | "job";
  readonly userId: string | null;
  readonly memberId: string | null;
  /** The key of a program (actor "api"): it sees the whole organization; what it may do is its access, read or write. */
  readonly apiKeyId: string | null;
  /** Null for respondents, programs and jobs, which hold no permission of members. */
  readonly role: MemberRole | null;
  /** The employee this member is: always for the role "employee", for others where they meet customers themselves. */
  readonly employeeId: string | null;
  /** Locations a manager is limited to; null = the whole organization. */
  readonly locationIds: readonly string[] | null;
  /** The organization's IANA time zone: every period is cut in it. */
  readonly timeZone: string;
  /** The instant of the request or job; rules and metrics get the time from here. */
  readonly now: Date;
};

/** For the makers of scopes in src/server (and the test factories) only: brands the fields as a scope. */
export function makeScope(fields: {
  organizationId: string;
  actor: Scope["actor"];
  userId?: string | null;
  memberId?: string | null;
  apiKeyId?: string | null;
  role?: MemberRole | null;
  employeeId?: string | null;
  locationIds?: readonly string[] | null;
  timeZone: string;
  now?: Date;
}): Scope {
  return {
    userId: null,
    memberId: null,
    apiKeyId: null,
    role: null,
    employeeId: null,
    locationIds: null,
    now: new Date(),
    ...fields,
  } as unknown as Scope;
}

/** The composite primary key of a row of this scope's organization, for Prisma's `where`. */
export function key(scope: Scope, id: string) {
  return { organizationId_id: { organizationId: scope.organizationId, id } };
}
