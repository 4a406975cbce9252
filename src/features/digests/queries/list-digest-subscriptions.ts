import "server-only";
import { withUser } from "@/server/database";

/** An organization whose weekly digest a user can get. */
export type DigestSubscriptionRow = { slug: string; organization: string; wantsDigest: boolean };

/** The organizations in which the user may read the figures, by name, and whether the digest is wanted. */
export async function listDigestSubscriptions(userId: string): Promise<DigestSubscriptionRow[]> {
  const members = await withUser(userId, (tx) =>
    tx.member.findMany({
      where: { userId, archivedAt: null, role: { in: ["owner", "manager"] } },
      select: { wantsDigest: true, organization: { select: { slug: true, name: true } } },
      orderBy: { organization: { name: "asc" } },
    }),
  );
  return members.map(({ wantsDigest, organization }) => ({
    slug: organization.slug,
    organization: organization.name,
    wantsDigest,
  }));
}
