import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { MemberRole } from "@/generated/prisma/enums";
import { SESSION_SECONDS, sessionOptions } from "@/server/auth";
import { withUser } from "@/server/database";
import { ForbiddenError, NotFoundError } from "@/server/errors";
import { hasPermission, type Permission } from "@/server/permissions";
import { makeScope, type Scope } from "@/server/scope";

/** The signed-in user as the screens need it. */
export type CurrentUser = { id: string; sessionId: string; name: string; email: string; locale: string };

const SEEN_EVERY_MINUTES = 10;

/**
 * The user of this request's session, or null: no cookie, a session that was revoked or is too old, a deleted user. Its age
 * is looked at here, because next-auth gives a cookie that is shown to it a new end each time.
 */
export const findCurrentUser = cache(async (): Promise<CurrentUser | null> => {
  const session = await getServerSession(sessionOptions());
  if (!session?.userId || !session.sessionId) return null;
  const { userId, sessionId } = session;
  return withUser(userId, async (tx) => {
    const found = await tx.userSession.findFirst({
      where: {
        id: sessionId,
        userId,
        revokedAt: null,
        createdAt: { gt: new Date(Date.now() - SESSION_SECONDS * 1000) },
      },
      select: { lastSeenAt: true, user: { select: { id: true, name: true, email: true, locale: true } } },
    });
    if (!found) return null;
    if (Date.now() - found.lastSeenAt.getTime() > SEEN_EVERY_MINUTES * 60_000) {
      await tx.userSession.update({
        where: { id: sessionId },
        data: { lastSeenAt: new Date() },
        select: { id: true },
      });
    }
    return { ...found.user, sessionId };
  });
});

/** The user of this request's session; others are sent to sign in, and from there back to what they asked for. */
export async function requireUser(): Promise<CurrentUser> {
  return (await findCurrentUser()) ?? redirect(await signInAddress());
}

/** The sign-in page, with the page of this request to come back to (the proxy says which that is). */
async function signInAddress(): Promise<string> {
  const path = (await headers()).get("x-requested-path");
  return path && path !== "/" ? `/sign-in?to=${encodeURIComponent(path)}` : "/sign-in";
}

/** The organizations a user is a member of, by name. */
export const listMemberships = cache(
  (userId: string): Promise<{ slug: string; name: string; role: MemberRole }[]> =>
    withUser(userId, async (tx) => {
      const members = await tx.member.findMany({
        where: { userId, archivedAt: null },
        select: { role: true, organization: { select: { slug: true, name: true } } },
        orderBy: { organization: { name: "asc" } },
      });
      return members.map((member) => ({ role: member.role, ...member.organization }));
    }),
);

type FoundScope = { status: "ok"; scope: Scope } | { status: "signed-out" } | { status: "not-found" };

/** The scope of this request's session in the organization with this slug, if its user is a member there. */
export const findScope = cache(async (organizationSlug: string): Promise<FoundScope> => {
  const user = await findCurrentUser();
  if (!user) return { status: "signed-out" };
  const member = await withUser(user.id, (tx) =>
    tx.member.findFirst({
      where: { userId: user.id, archivedAt: null, organization: { slug: organizationSlug } },
      select: {
        id: true,
        organizationId: true,
        role: true,
        employeeId: true,
        allLocations: true,
        locations: { select: { locationId: true } },
        organization: { select: { timeZone: true } },
      },
    }),
  );
  if (!member) return { status: "not-found" };
  return {
    status: "ok",
    scope: makeScope({
      organizationId: member.organizationId,
      actor: "member",
      userId: user.id,
      memberId: member.id,
      role: member.role,
      employeeId: member.employeeId,
      locationIds: member.allLocations ? null : member.locations.map((location) => location.locationId),
      timeZone: member.organization.timeZone,
    }),
  };
});

/**
 * The scope for a page: signed-out people are sent to sign in; a foreign or missing organization and a role without the
 * permission are 404, indistinguishably. Every page calls this itself; a layout's check protects nothing.
 */
export async function requireScope(organizationSlug: string, permission: Permission): Promise<Scope> {
  const found = await findScope(organizationSlug);
  if (found.status === "signed-out") redirect(await signInAddress());
  if (found.status === "not-found" || !hasPermission(found.scope.role, permission)) notFound();
  return found.scope;
}

/**
 * The scope for an action or for a route that scripts of a page call: throws NotFoundError (signed out, no such
 * organization, no member of it) and ForbiddenError, which become an answer the script can read.
 */
export async function authorize(organizationSlug: string, permission: Permission): Promise<Scope> {
  const found = await findScope(organizationSlug);
  if (found.status !== "ok")
    throw new NotFoundError(found.status === "signed-out" ? "signedOut" : "notFound");
  if (!hasPermission(found.scope.role, permission)) throw new ForbiddenError();
  return found.scope;
}

/** Awaits a query for a page: a missing (or foreign) row becomes the 404 page. Call it before anything streams. */
export async function orNotFound<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}
