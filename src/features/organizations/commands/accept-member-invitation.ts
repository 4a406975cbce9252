import "server-only";
import { v7 as uuidv7 } from "uuid";
import { hashPassword } from "@/features/organizations/password";
import { findPasswordWeakness } from "@/features/organizations/password-rules";
import {
  findMemberInvitation,
  type OpenedMemberInvitation,
} from "@/features/organizations/queries/find-member-invitation";
import { Prisma } from "@/generated/prisma/client";
import type { Locale } from "@/i18n/locale";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, InvalidInputError } from "@/server/errors";
import { makeScope } from "@/server/scope";
import { lockOwners } from "./keep-an-owner";

async function getPendingInvitation(token: string): Promise<OpenedMemberInvitation> {
  const invitation = await findMemberInvitation(token);
  if (invitation?.state !== "pending") throw new ConflictError("linkExpired");
  return invitation;
}

/** A signed-in user accepts an invitation that was sent to the user's own address. Gives the organization's slug. */
export async function acceptMemberInvitation(
  user: { id: string; email: string },
  token: string,
): Promise<{ slug: string }> {
  const invitation = await getPendingInvitation(token);
  if (invitation.email !== user.email) throw new ConflictError("invitationForOther");
  await withScope(invitation.scope, (tx) => makeMember(tx, invitation, user.id));
  return { slug: invitation.organization.slug };
}

/** Somebody without an account accepts an invitation: the link proves the address, name and password make the user. */
export async function joinByInvitation(
  token: string,
  input: { name: string; newPassword: string; locale: Locale },
): Promise<{ userId: string; slug: string }> {
  const invitation = await getPendingInvitation(token);
  if (invitation.hasAccount) throw new ConflictError("accountExists");
  const weakness = findPasswordWeakness(input.newPassword, { email: invitation.email, name: input.name });
  if (weakness) throw new InvalidInputError({ newPassword: weakness });
  const passwordHash = await hashPassword(input.newPassword);
  const userId = uuidv7();
  await withScope(invitation.scope, async (tx) => {
    await tx.$executeRaw`select set_config('app.user_id', ${userId}, true)`;
    await tx.user
      .create({
        data: { id: userId, email: invitation.email, name: input.name, locale: input.locale, passwordHash },
        select: { id: true },
      })
      .catch((error) => {
        const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
        throw isTaken ? new ConflictError("accountExists") : error;
      });
    await makeMember(tx, invitation, userId);
  });
  return { userId, slug: invitation.organization.slug };
}

/**
 * Uses the invitation up and gives its access; who was archived before comes back with what the invitation says. An
 * employee's results belong to one member only, also when two were invited as the same employee (ConflictError).
 */
async function makeMember(
  tx: Transaction,
  { scope, id }: OpenedMemberInvitation,
  userId: string,
): Promise<void> {
  const organizationId = scope.organizationId;
  await lockOwners(tx, scope);
  const used = await tx.memberInvitation.updateManyAndReturn({
    where: { organizationId, id, acceptedAt: null, revokedAt: null, expiresAt: { gt: scope.now } },
    data: { acceptedAt: scope.now },
    select: { role: true, allLocations: true, employeeId: true, locationIds: true },
  });
  const [invitation] = used;
  if (!invitation) throw new ConflictError("linkExpired");
  const { locationIds, ...access } = invitation;
  const present = await tx.member.findFirst({
    where: { organizationId, userId, archivedAt: null },
    select: { id: true },
  });
  if (present) throw new ConflictError("alreadyMember");
  const sameEmployee =
    access.employeeId &&
    (await tx.member.findFirst({
      where: { organizationId, employeeId: access.employeeId, archivedAt: null },
      select: { id: true },
    }));
  if (sameEmployee) throw new ConflictError("employeeTaken");
  const member = await tx.member.upsert({
    where: { organizationId_userId: { organizationId, userId } },
    create: { organizationId, id: uuidv7(), userId, ...access, createdAt: scope.now },
    update: { ...access, archivedAt: null },
    select: { id: true },
  });
  await tx.memberLocation.deleteMany({ where: { organizationId, memberId: member.id } });
  await tx.memberLocation.createMany({
    data: locationIds.map((locationId) => ({ organizationId, memberId: member.id, locationId })),
  });
  await recordActivity(
    tx,
    makeScope({ ...scope, userId }),
    "member.joined",
    { type: "member", id: member.id },
    { role: access.role },
  );
}
