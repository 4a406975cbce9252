import fc from "fast-check";
import { describe, it } from "vitest";
import { decideAppeal } from "@/features/audits/appeals/commands/decide-appeal";
import { openAppeal } from "@/features/audits/appeals/commands/open-appeal";
import { correctAnswer } from "@/features/audits/review/commands/correct-answer";
import { publishAudit } from "@/features/audits/review/commands/publish-audit";
import { ExpectedError } from "@/server/errors";
import { setUpTestDatabase } from "../../database";
import { type ShortAnswers, toAnswerValue } from "../../factories/audit-forms";
import { createReviewCast, readConsistentAudit } from "./review-cast";

setUpTestDatabase();

const yesNo = fc.constantFrom<ShortAnswers[string]>(true, false, null);
const scale = fc.constantFrom<ShortAnswers[string]>("p0", "p1", "p2", "p3", "p4", null);
const answer = fc.oneof(
  fc.tuple(fc.constantFrom("greeted", "smiled", "honest"), yesNo),
  fc.tuple(fc.constant("listened"), scale),
);

describe("the stored score", () => {
  it("is that of the stored answers after any corrections and decisions", async () => {
    const cast = await createReviewCast();
    await fc.assert(
      fc.asyncProperty(
        fc.record({ greeted: yesNo, smiled: yesNo, honest: yesNo, listened: scale }),
        fc.array(answer, { maxLength: 3 }),
        fc.array(fc.tuple(answer, fc.boolean()), { maxLength: 3 }),
        async (answers, corrections, appeals) => {
          const { id: auditId } = await cast.newAudit("in_review", { answers });
          const revisionOf = async (itemKey: string) =>
            (await readConsistentAudit(cast.scope, auditId)).answers[itemKey]?.revision ?? 0;
          for (const [itemKey, short] of corrections) {
            const change = { auditId, itemKey, value: toAnswerValue(short), reason: "Because." };
            await orRefused(
              correctAnswer(cast.owner.scope, { ...change, basedOn: await revisionOf(itemKey) }),
            );
          }
          await publishAudit(cast.owner.scope, auditId);
          for (const [[itemKey, short], isChanged] of appeals) {
            const kind = "circumstances" as const;
            const opened = await orRefused(
              openAppeal(cast.employeeMember.scope, { auditId, itemKey, kind, text: "No." }),
            );
            if (!opened) continue;
            const decision = { appealId: opened.appealId, decision: "So." };
            const basedOn = await revisionOf(itemKey);
            await orRefused(
              decideAppeal(
                cast.secondOwner.scope,
                isChanged
                  ? { ...decision, outcome: "changed", value: toAnswerValue(short), basedOn }
                  : { ...decision, outcome: "upheld" },
              ),
            );
          }
          await readConsistentAudit(cast.scope, auditId);
        },
      ),
      { numRuns: 10, seed: 4 },
    );
  });
});

/** What is refused with a reason changes nothing; what fails otherwise fails the test. */
async function orRefused<T>(command: Promise<T>): Promise<T | null> {
  try {
    return await command;
  } catch (error) {
    if (error instanceof ExpectedError) return null;
    throw error;
  }
}
