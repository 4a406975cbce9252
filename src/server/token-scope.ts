import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { runStatement } from "@/server/database";
import { makeScope, type Scope } from "@/server/scope";
import { isToken } from "@/server/token-form";
import { hashToken, readDigestToken } from "@/server/tokens";

type ResolvedToken =
  | { kind: "invitation"; organizationId: string; subjectId: string }
  | { kind: "evaluation_rater"; organizationId: string; subjectId: string }
  | { kind: "member_invitation"; organizationId: string; subjectId: string }
  | { kind: "password_reset"; userId: string; subjectId: string };

/** What a token opens, or null for an unknown one. One database function answers; nothing else is readable without a scope. */
export async function resolveToken(token: string): Promise<ResolvedToken | null> {
  if (!isToken(token)) return null;
  const [row] = await runStatement<{
    kind: string;
    organization_id: string;
    subject_id: string;
    user_id: string;
  }>(Prisma.sql`select kind, organization_id, subject_id, user_id from resolve_token(${hashToken(token)})`);
  if (!row) return null;
  if (row.kind === "password_reset")
    return { kind: row.kind, userId: row.user_id, subjectId: row.subject_id };
  if (row.kind === "invitation" || row.kind === "member_invitation" || row.kind === "evaluation_rater")
    return { kind: row.kind, organizationId: row.organization_id, subjectId: row.subject_id };
  return null;
}

/** The scope of a respondent's token and the invitation it opens, or null. Holds no permission of members. */
export async function invitationScope(token: string): Promise<{ scope: Scope; invitationId: string } | null> {
  const resolved = await resolveToken(token);
  if (resolved?.kind !== "invitation") return null;
  return {
    scope: makeScope({ organizationId: resolved.organizationId, actor: "respondent", timeZone: "UTC" }),
    invitationId: resolved.subjectId,
  };
}

/** The scope of a 360 rater's token and the rater it belongs to, or null. Holds no permission of members. */
export async function raterScope(token: string): Promise<{ scope: Scope; raterId: string } | null> {
  const resolved = await resolveToken(token);
  if (resolved?.kind !== "evaluation_rater") return null;
  return {
    scope: makeScope({ organizationId: resolved.organizationId, actor: "respondent", timeZone: "UTC" }),
    raterId: resolved.subjectId,
  };
}

/**
 * The scope of the link in a member's digest and whose it is, or null. The token is signed and says it all; the scope
 * holds no permission of members.
 */
export function digestScope(token: string): { scope: Scope; memberId: string } | null {
  const named = readDigestToken(token);
  if (!named) return null;
  const { organizationId, memberId } = named;
  return { scope: makeScope({ organizationId, actor: "respondent", timeZone: "UTC" }), memberId };
}
