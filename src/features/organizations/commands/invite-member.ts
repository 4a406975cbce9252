import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { MemberInvitationInput } from "@/features/organizations/schema";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { enqueueJob } from "@/server/jobs";
import { lockForTransaction } from "@/server/lock-for-transaction";
import { consumeRateLimit } from "@/server/rate-limit";
import type { Scope } from "@/server/scope";
import { accountToken, hashToken } from "@/server/tokens";
import { checkAccess } from "./check-access";

export const MEMBER_INVITATION_DAYS = 14;

/** Room for a large organization's first day, none for a stolen owner's account that mails the world. */
const INVITATIONS_PER_ORGANIZATION = { points: 300, seconds: 24 * 3600 };

/** The moment until which an invitation sent at `now` can be accepted. */
export function invitationExpiry(now: Date): Date {
  return new Date(now.getTime() + MEMBER_INVITATION_DAYS * 24 * 3600 * 1000);
}

/** Invites somebody by e-mail to become a member. One open invitation per address; a new one replaces an expired one. */
export async function inviteMember(scope: Scope, input: MemberInvitationInput): Promise<{ id: string }> {
  await consumeRateLimit("member-invitations", scope.organizationId, INVITATIONS_PER_ORGANIZATION);
  return withScope(scope, async (tx) => {
    await lockForTransaction(tx, scope, "member-invitations");
    const access = await checkAccess(tx, scope, input);
    const member = await tx.member.findFirst({
      where: { organizationId: scope.organizationId, archivedAt: null, user: { email: input.email } },
      select: { id: true },
    });
    if (member) throw new InvalidInputError({ email: "alreadyMember" });
    const open = {
      organizationId: scope.organizationId,
      email: input.email,
      acceptedAt: null,
      revokedAt: null,
    };
    const pending = await tx.memberInvitation.findFirst({
      where: { ...open, expiresAt: { gt: scope.now } },
      select: { id: true },
    });
    if (pending) throw new InvalidInputError({ email: "alreadyInvited" });
    await tx.memberInvitation.updateMany({ where: open, data: { revokedAt: scope.now } });

    const id = uuidv7();
    await tx.memberInvitation.create({
      data: {
        organizationId: scope.organizationId,
        id,
        email: input.email,
        language: input.language,
        ...access,
        tokenHash: hashToken(accountToken(id, "member-invitation")),
        invitedByUserId: scope.userId ?? "",
        createdAt: scope.now,
        expiresAt: invitationExpiry(scope.now),
      },
      select: { id: true },
    });
    await enqueueJob(tx, "sendAccountMail", {
      kind: "member-invitation",
      organizationId: scope.organizationId,
      memberInvitationId: id,
    });
    await recordActivity(
      tx,
      scope,
      "member.invited",
      { type: "memberInvitation", id },
      { role: access.role },
    );
    return { id };
  });
}
