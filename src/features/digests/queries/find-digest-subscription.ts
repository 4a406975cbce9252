import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { digestScope } from "@/server/token-scope";

export type DigestSubscription = {
  scope: Scope;
  memberId: string;
  organization: string;
  wantsDigest: boolean;
};

/** What the link of a digest is about; null for a token that is no digest's or whose member is gone. */
export async function findDigestSubscription(token: string): Promise<DigestSubscription | null> {
  const found = digestScope(token);
  if (!found) return null;
  const { scope, memberId } = found;
  const member = await withScope(scope, (tx) =>
    tx.member.findFirst({
      where: { organizationId: scope.organizationId, id: memberId },
      select: { wantsDigest: true, organization: { select: { name: true } } },
    }),
  );
  return (
    member && { scope, memberId, organization: member.organization.name, wantsDigest: member.wantsDigest }
  );
}
