import "server-only";
import { v7 as uuidv7 } from "uuid";
import { mailColleague } from "@/features/peer-feedback/commands/mail-colleague";
import { findColleague } from "@/features/peer-feedback/queries/find-colleague";
import { requireEncounterBetween } from "@/features/peer-feedback/queries/require-encounter-between";
import { type Transaction, withScope } from "@/server/database";
import { ForbiddenError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { readableComments } from "../readable-comments-sql";
import type { ThanksInput } from "../schema";

/**
 * Thanks a colleague and says so by mail. On the wall, unless the colleague keeps off it. NotFoundError for an encounter or
 * a comment that the scope may not read or that is about neither of the two.
 */
export async function thankColleague(scope: Scope, input: ThanksInput): Promise<{ id: string }> {
  const { organizationId, memberId } = scope;
  if (memberId === null) throw new ForbiddenError();
  return withScope(scope, async (tx) => {
    const colleague = await findColleague(tx, scope, input.colleagueId);
    await requireEncounterBetween(tx, scope, input.encounterId, colleague.id);
    if (input.responseId) await requireReadableComment(tx, scope, input.responseId, colleague.id);
    const id = uuidv7();
    await tx.recognition.create({
      data: {
        organizationId,
        id,
        fromMemberId: memberId,
        toEmployeeId: colleague.id,
        teamId: colleague.teamId,
        encounterId: input.encounterId,
        responseId: input.responseId,
        message: input.message,
        createdAt: scope.now,
      },
      select: { id: true },
    });
    await mailColleague(tx, scope, colleague.memberIds, { kind: "thanked", subjectId: id });
    return { id };
  });
}

async function requireReadableComment(
  tx: Transaction,
  scope: Scope,
  responseId: string,
  colleagueId: string,
): Promise<void> {
  const found = await tx.$queryRaw<unknown[]>`
    select 1 from responses where id = ${responseId}::uuid and ${readableComments(scope, colleagueId)}`;
  if (found.length === 0) throw new NotFoundError();
}
