import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { listWrongAnswers } from "../rules";
import { quizQuestions } from "../schema";

/**
 * A consultant's try at a programme's briefing quiz, as often as need be; passed once, it is passed. Resolves to the keys of
 * the questions that were wrong. NotFoundError without an open assignment in the programme.
 */
export async function answerQuiz(
  scope: Scope,
  { programmeId, answers }: { programmeId: string; answers: Record<string, string> },
): Promise<{ isPassed: boolean; wrong: string[] }> {
  const { organizationId, memberId } = scope;
  if (!memberId) throw new NotFoundError();
  return withScope(scope, async (tx) => {
    const assignment = await tx.auditAssignment.findFirst({
      where: { organizationId, programmeId, memberId, status: { in: ["offered", "accepted"] } },
      select: { programme: { select: { name: true, quiz: true } } },
    });
    if (!assignment) throw new NotFoundError();
    const { name, quiz } = assignment.programme;
    const wrong = listWrongAnswers(quizQuestions.parse(quiz), answers);
    const [briefing] = await tx.$queryRaw<{ hadPassed: boolean }[]>`
      insert into audit_briefings as b (organization_id, programme_id, member_id, attempts)
      values (${organizationId}::uuid, ${programmeId}::uuid, ${memberId}::uuid, 1)
      on conflict (organization_id, programme_id, member_id) do update set attempts = b.attempts + 1
      returning passed_at is not null as "hadPassed"`;
    if (briefing?.hadPassed) return { isPassed: true, wrong };
    if (wrong.length > 0) return { isPassed: false, wrong };
    await tx.auditBriefing.updateMany({
      where: { organizationId, programmeId, memberId },
      data: { passedAt: scope.now },
    });
    await recordActivity(tx, scope, "programme.quizPassed", { type: "programme", id: programmeId }, { name });
    return { isPassed: true, wrong };
  });
}
