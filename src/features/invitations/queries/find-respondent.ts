import "server-only";
import { makeScope, type Scope } from "@/server/scope";
import { invitationScope } from "@/server/token-scope";

const LIMIT = 20_000;
const remembered = new Map<string, { organizationId: string; invitationId: string }>();

/** Who a token speaks for: the scope of its organization and the invitation, or null for an unknown token. */
export type Respondent = { scope: Scope; invitationId: string; token: string };

/**
 * As `invitationScope`, remembering the answer: which invitation a token opens never changes, and one answer takes
 * several requests. Unknown tokens are not remembered.
 */
export async function findRespondent(token: string): Promise<Respondent | null> {
  const known = remembered.get(token);
  if (known) {
    const scope = makeScope({ organizationId: known.organizationId, actor: "respondent", timeZone: "UTC" });
    return { scope, invitationId: known.invitationId, token };
  }
  const found = await invitationScope(token);
  if (!found) return null;
  remembered.set(token, { organizationId: found.scope.organizationId, invitationId: found.invitationId });
  const oldest = remembered.keys().next().value;
  if (remembered.size > LIMIT && oldest !== undefined) remembered.delete(oldest);
  return { ...found, token };
}
