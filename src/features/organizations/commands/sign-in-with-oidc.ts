import "server-only";
import { withoutScope, withSignInEmail, withUser } from "@/server/database";
import { openSession, type SignedIn } from "./open-session";

/** What the provider vouches for. `subject` is unique within the issuer only; `email` may be anything unless verified. */
export type OidcIdentity = {
  issuer: string;
  subject: string;
  email: string | null;
  isEmailVerified: boolean;
};

/**
 * Opens a session for somebody whom the OpenID Connect provider knows: the user linked to this identity, or at the first
 * time the user with the same, verified e-mail address, who is linked then. Null for everybody else: a provider makes
 * nobody a user or a member, and an address that belongs to another identity already is not handed over.
 */
export async function signInWithOidc(identity: OidcIdentity, userAgent: string): Promise<SignedIn | null> {
  const oidcSubject = `${identity.issuer}|${identity.subject}`;
  const user = (await findLinkedUser(oidcSubject)) ?? (await linkUser(identity, oidcSubject));
  return user && openSession(user, userAgent);
}

function findLinkedUser(oidcSubject: string) {
  return withoutScope(async (tx) => {
    await tx.$executeRaw`select set_config('app.oidc_subject', ${oidcSubject}, true)`;
    return tx.user.findUnique({ where: { oidcSubject }, select: { id: true, locale: true } });
  });
}

async function linkUser(identity: OidcIdentity, oidcSubject: string) {
  const email = identity.email?.trim().toLowerCase();
  if (!email || !identity.isEmailVerified) return null;
  const user = await withSignInEmail(email, (tx) =>
    tx.user.findUnique({ where: { email }, select: { id: true, locale: true } }),
  );
  if (!user) return null;
  const { count } = await withUser(user.id, (tx) =>
    tx.user.updateMany({ where: { id: user.id, oidcSubject: null }, data: { oidcSubject } }),
  );
  return count === 1 ? user : null;
}
