import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { findQuizFaults } from "../rules";
import type { QuizQuestion } from "../schema";
import { lockProgramme } from "./lock-programme";

/**
 * Replaces a programme's briefing quiz; no questions = no quiz. Whoever passed an earlier one need not pass again. A quiz
 * that cannot be answered (rules.ts, findQuizFaults) is a ConflictError.
 */
export async function saveQuiz(
  scope: Scope,
  { programmeId, questions }: { programmeId: string; questions: QuizQuestion[] },
): Promise<void> {
  if (findQuizFaults(questions).length > 0) throw new ConflictError("quizFaulty");
  await withScope(scope, async (tx) => {
    const programme = await lockProgramme(tx, scope, programmeId);
    if (programme.status === "ended") throw new ConflictError("programmeEnded");
    await tx.auditProgramme.update({
      where: key(scope, programmeId),
      data: { quiz: questions },
      select: { id: true },
    });
    await recordActivity(
      tx,
      scope,
      "programme.quizChanged",
      { type: "programme", id: programmeId },
      { name: programme.name, questions: questions.length },
    );
  });
}
