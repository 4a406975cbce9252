import "server-only";
import { findInvitationState, type InvitationState } from "@/features/organizations/rules";
import type { MemberRole } from "@/generated/prisma/enums";
import { withScope, withSignInEmail } from "@/server/database";
import { makeScope, type Scope } from "@/server/scope";
import { resolveToken } from "@/server/token-scope";

export type OpenedMemberInvitation = {
  scope: Scope;
  id: string;
  state: InvitationState;
  email: string;
  role: MemberRole;
  organization: { name: string; slug: string };
  /** Whether somebody signs in with this address already, here or in another organization. */
  hasAccount: boolean;
};

/** What a link in an invitation opens, and the scope of that one organization; null for an unknown or tampered token. */
export async function findMemberInvitation(
  token: string,
  now = new Date(),
): Promise<OpenedMemberInvitation | null> {
  const resolved = await resolveToken(token);
  if (resolved?.kind !== "member_invitation") return null;
  const scope = makeScope({
    organizationId: resolved.organizationId,
    actor: "respondent",
    timeZone: "UTC",
    now,
  });
  const invitation = await withScope(scope, (tx) =>
    tx.memberInvitation.findFirst({
      where: { organizationId: scope.organizationId, id: resolved.subjectId },
      select: {
        id: true,
        email: true,
        role: true,
        acceptedAt: true,
        revokedAt: true,
        expiresAt: true,
        organization: { select: { name: true, slug: true } },
      },
    }),
  );
  if (!invitation) return null;
  const { email } = invitation;
  const account = await withSignInEmail(email, (tx) =>
    tx.user.findUnique({ where: { email }, select: { id: true } }),
  );
  return {
    scope,
    id: invitation.id,
    state: findInvitationState(invitation, now),
    email,
    role: invitation.role,
    organization: invitation.organization,
    hasAccount: account !== null,
  };
}
