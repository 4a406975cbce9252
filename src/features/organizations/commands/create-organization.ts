import "server-only";
import { v7 as uuidv7 } from "uuid";
import { Prisma } from "@/generated/prisma/client";
import { type Locale, RESPONDENT_LANGUAGES } from "@/i18n/locale";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope, withSignInEmail } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { makeScope, type Scope } from "@/server/scope";
import { accountToken, hashToken } from "@/server/tokens";

/** The first owner gets the link by hand and may not be at a computer; an hour would be too short. */
export const FIRST_LINK_DAYS = 7;

export type NewOrganization = {
  name: string;
  /** The part of the address that names it; unique. */
  slug: string;
  timeZone: string;
  /** Of the owner's screens, and the default of the organization's surveys. */
  language: Locale;
  ownerEmail: string;
  ownerName: string;
  passwordHash?: string | null;
};

/**
 * Makes an organization and its first owner: a new user, or one who already signs in with this address. Gives a token
 * with which a new owner without a password sets one (`/reset-password/<token>`, once, within a week); null when the
 * owner can sign in already. Throws ConflictError when the slug is taken.
 */
export async function createOrganization(
  input: NewOrganization,
  now = new Date(),
): Promise<{ organizationId: string; userId: string; passwordToken: string | null }> {
  const email = input.ownerEmail.trim().toLowerCase();
  const existing = await withSignInEmail(email, (tx) =>
    tx.user.findUnique({ where: { email }, select: { id: true, passwordHash: true } }),
  );
  const organizationId = uuidv7();
  const userId = existing?.id ?? uuidv7();
  const scope = makeScope({ organizationId, actor: "job", userId, timeZone: input.timeZone, now });
  const canSignIn = Boolean(existing?.passwordHash ?? input.passwordHash);
  const passwordToken = await withScope(scope, async (tx) => {
    await tx.$executeRaw`select set_config('app.user_id', ${userId}, true)`;
    await insertOrganization(tx, scope, input);
    if (!existing) {
      await tx.user.create({
        data: {
          id: userId,
          email,
          name: input.ownerName,
          locale: input.language,
          passwordHash: input.passwordHash ?? null,
          createdAt: now,
        },
        select: { id: true },
      });
    }
    await tx.member.create({
      data: { organizationId, id: uuidv7(), userId, role: "owner", createdAt: now },
      select: { id: true },
    });
    await recordActivity(tx, scope, "organization.created", { type: "organization", id: organizationId });
    return canSignIn ? null : makeFirstLink(tx, userId, now);
  });
  return { organizationId, userId, passwordToken };
}

async function insertOrganization(tx: Transaction, scope: Scope, input: NewOrganization): Promise<void> {
  const rest = RESPONDENT_LANGUAGES.filter((language) => language !== input.language);
  await tx.organization
    .create({
      data: {
        id: scope.organizationId,
        slug: input.slug,
        name: input.name,
        timeZone: input.timeZone,
        language: input.language,
        languages: [input.language, ...rest],
        createdAt: scope.now,
      },
      select: { id: true },
    })
    .catch((error) => {
      const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
      throw isTaken ? new ConflictError("slugTaken") : error;
    });
}

async function makeFirstLink(tx: Transaction, userId: string, now: Date): Promise<string> {
  const id = uuidv7();
  const token = accountToken(id, "password-reset");
  await tx.passwordReset.create({
    data: {
      id,
      userId,
      tokenHash: hashToken(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + FIRST_LINK_DAYS * 24 * 3600 * 1000),
    },
    select: { id: true },
  });
  return token;
}
