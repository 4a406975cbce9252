import "server-only";
import { makeScope, type Scope } from "@/server/scope";
import { invitationScope } from "@/server/token-scope";

const LIMIT = 20_000;
type Opened = { organizationId: string; invitationId: string };
const remembered = new Map<string, Opened>();

/** Who a token speaks for: the scope of its organization and the invitation, or null for an unknown token. */
export type Respondent = { scope: Scope; invitationId: string; token: string };

/**
 * As `invitationScope`, remembering the answer: which invitation a token opens never changes, and one answer takes
 * several requests. Unknown tokens are not remembered.
 */
export async function findRespondent(token: string): Promise<Respondent | null> {
  const known = remembered.get(token);
  if (known) return respondentOf(token, known);
  const found = await invitationScope(token);
  if (!found) return null;
  return rememberRespondent(token, {
    organizationId: found.scope.organizationId,
    invitationId: found.invitationId,
  });
}

/** Keeps what the database has just said of a token, for the requests that follow. */
export function rememberRespondent(token: string, found: Opened): Respondent {
  remembered.set(token, found);
  const oldest = remembered.keys().next().value;
  if (remembered.size > LIMIT && oldest !== undefined) remembered.delete(oldest);
  return respondentOf(token, found);
}

function respondentOf(token: string, { organizationId, invitationId }: Opened): Respondent {
  return { scope: makeScope({ organizationId, actor: "respondent", timeZone: "UTC" }), invitationId, token };
}
