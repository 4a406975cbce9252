import "server-only";
import { findInvitationState } from "@/features/organizations/rules";
import type { MemberRole } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";

export type MemberInvitationSummary = {
  id: string;
  email: string;
  role: MemberRole;
  state: "pending" | "expired";
  createdAt: Date;
  expiresAt: Date;
};

/** The invitations nobody has accepted or taken back, newest first; expired ones among them can be sent again. */
export async function listMemberInvitations(
  scope: Scope,
  page: number,
): Promise<Page<MemberInvitationSummary>> {
  const where = { organizationId: scope.organizationId, acceptedAt: null, revokedAt: null };
  return withScope(scope, async (tx) => {
    const invitations = await tx.memberInvitation.findMany({
      where,
      select: { id: true, email: true, role: true, createdAt: true, expiresAt: true },
      orderBy: { createdAt: "desc" },
      ...pageWindow(page),
    });
    const rows = invitations.map((invitation) => ({
      ...invitation,
      state:
        findInvitationState({ ...invitation, acceptedAt: null, revokedAt: null }, scope.now) === "pending"
          ? ("pending" as const)
          : ("expired" as const),
    }));
    return { rows, total: await tx.memberInvitation.count({ where }), page, pageSize: PAGE_SIZE };
  });
}
