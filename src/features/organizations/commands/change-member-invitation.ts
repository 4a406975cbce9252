import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { enqueueJob } from "@/server/jobs";
import { consumeRateLimit } from "@/server/rate-limit";
import type { Scope } from "@/server/scope";
import { invitationExpiry } from "./invite-member";

/** Somebody who was invited is not to be mailed over and over. Counted by organization: a foreign id uses up nothing there. */
const MAILS_PER_INVITATION = { points: 5, seconds: 24 * 3600 };

/** Mails an open or expired invitation again, with the same link, and lets it run anew. */
export async function resendMemberInvitation(scope: Scope, memberInvitationId: string): Promise<void> {
  const counted = `${scope.organizationId}:${memberInvitationId}`;
  await consumeRateLimit("member-invitation-mails", counted, MAILS_PER_INVITATION);
  await withScope(scope, async (tx) => {
    const { count } = await tx.memberInvitation.updateMany({
      where: {
        organizationId: scope.organizationId,
        id: memberInvitationId,
        acceptedAt: null,
        revokedAt: null,
      },
      data: { expiresAt: invitationExpiry(scope.now) },
    });
    if (count === 0) throw new NotFoundError();
    await enqueueJob(tx, "sendAccountMail", {
      kind: "member-invitation",
      organizationId: scope.organizationId,
      memberInvitationId,
    });
    await recordActivity(tx, scope, "member.invitedAgain", {
      type: "memberInvitation",
      id: memberInvitationId,
    });
  });
}

/** Takes an invitation back: its link stops working. */
export async function revokeMemberInvitation(scope: Scope, memberInvitationId: string): Promise<void> {
  await withScope(scope, async (tx) => {
    const { count } = await tx.memberInvitation.updateMany({
      where: {
        organizationId: scope.organizationId,
        id: memberInvitationId,
        acceptedAt: null,
        revokedAt: null,
      },
      data: { revokedAt: scope.now },
    });
    if (count === 0) throw new NotFoundError();
    await recordActivity(tx, scope, "member.invitationRevoked", {
      type: "memberInvitation",
      id: memberInvitationId,
    });
  });
}
