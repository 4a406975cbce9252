import { describe, expect, it } from "vitest";
import { type AuditAnswerValue, NO_ANSWER } from "@/features/audit-forms/schema";
import { saveAuditAnswers } from "@/features/audits/commands/save-audit-answers";
import { saveVisitDetails } from "@/features/audits/commands/save-visit-details";
import { submitAudit } from "@/features/audits/commands/submit-audit";
import { getAuditEntry } from "@/features/audits/queries/get-audit-entry";
import { ConflictError, NotFoundError } from "@/server/errors";
import { setUpTestDatabase } from "../../database";
import {
  createAuditForm,
  photoItem,
  smallFormDefinition,
  toAnswerValue,
  yesNoItem,
} from "../../factories/audit-forms";
import { createAudit } from "../../factories/audits";
import { change, fieldsOf, no, stage, visitOf, yes } from "./entry-cast";

setUpTestDatabase();

describe("saving answers", () => {
  it("gives each change a revision and works out the score", async () => {
    const { me, newDraft } = await stage();
    const { id: auditId } = await newDraft();
    const first = await saveAuditAnswers(me, {
      auditId,
      changes: [change("greeted", yes), change("smiled", no), change("listened", toAnswerValue("p3"))],
    });
    expect(first.conflicts).toEqual([]);
    expect(first.saved).toEqual([
      { itemKey: "greeted", revision: 1 },
      { itemKey: "smiled", revision: 1 },
      { itemKey: "listened", revision: 1 },
    ]);
    // Greeting 1 of 2, service 3 of 4: (50 + 75) ÷ 2.
    expect(first.score).toEqual({ score: 62.5, isFailed: false, sections: { greeting: 50, service: 75 } });
    const second = await saveAuditAnswers(me, { auditId, changes: [change("honest", no)] });
    // The critical item counts 0 of 1 beside 3 of 4.
    expect(second.score).toEqual({ score: 55, isFailed: true, sections: { greeting: 50, service: 60 } });
    const entry = await getAuditEntry(me, auditId);
    expect(entry).toMatchObject({ score: 55, isFailed: true });
    expect(entry.answers.listened).toMatchObject({ optionKeys: ["p3"], revision: 1 });
  });

  it("from two devices at once: one is saved, the other is told what stands there", async () => {
    const { me, newDraft } = await stage();
    const { id: auditId } = await newDraft();
    for (let round = 0; round < 5; round += 1) {
      const { revision = 0 } = (await getAuditEntry(me, auditId)).answers.listened ?? {};
      const sent = ["p0", "p4"].map((option) => ({ ...toAnswerValue(option), comment: `round ${round}` }));
      const results = await Promise.all(
        sent.map((value) =>
          saveAuditAnswers(me, { auditId, changes: [change("listened", value, revision)] }),
        ),
      );
      const winner = results.findIndex(({ saved }) => saved.length === 1);
      const loser = 1 - winner;
      expect(results[winner]?.conflicts).toEqual([]);
      expect(results[loser]?.saved).toEqual([]);
      expect(results[loser]?.conflicts).toEqual([
        { itemKey: "listened", revision: revision + 1, value: sent[winner], changedAt: expect.any(Date) },
      ]);
      expect((await getAuditEntry(me, auditId)).answers.listened).toMatchObject(sent[winner] as object);
    }
  });

  it("from two devices at once to different items loses nothing", async () => {
    const { me, newDraft } = await stage();
    const { id: auditId } = await newDraft();
    await Promise.all(
      ["greeted", "smiled", "honest"].map((itemKey) =>
        saveAuditAnswers(me, { auditId, changes: [change(itemKey, yes)] }),
      ),
    );
    const entry = await getAuditEntry(me, auditId);
    expect(Object.keys(entry.answers).sort()).toEqual(["greeted", "honest", "smiled"]);
    expect(entry.score).toBe(100);
  });

  it("saves the rest beside a conflict, and keeping mine is sending it again", async () => {
    const { me, newDraft } = await stage();
    const { id: auditId } = await newDraft();
    await saveAuditAnswers(me, { auditId, changes: [change("greeted", yes)] });
    const met = await saveAuditAnswers(me, {
      auditId,
      changes: [change("greeted", no), change("smiled", yes)],
    });
    expect(met.saved).toEqual([{ itemKey: "smiled", revision: 1 }]);
    expect(met.conflicts).toMatchObject([{ itemKey: "greeted", revision: 1, value: yes }]);
    const mine = await saveAuditAnswers(me, { auditId, changes: [change("greeted", no, 1)] });
    expect(mine.saved).toEqual([{ itemKey: "greeted", revision: 2 }]);
    expect((await getAuditEntry(me, auditId)).answers.greeted).toMatchObject({ number: 0, revision: 2 });
  });

  it("the same again is no conflict and no new revision, whatever it is based on", async () => {
    const { me, newDraft } = await stage();
    const { id: auditId } = await newDraft();
    for (let sent = 0; sent < 3; sent += 1) {
      const { saved, conflicts } = await saveAuditAnswers(me, { auditId, changes: [change("greeted", yes)] });
      expect([saved, conflicts]).toEqual([[{ itemKey: "greeted", revision: 1 }], []]);
    }
  });

  it("a cleared answer counts no more and its revision goes on, so that an old one cannot pass for new", async () => {
    const { me, newDraft } = await stage();
    const { id: auditId } = await newDraft();
    await saveAuditAnswers(me, { auditId, changes: [change("greeted", yes)] });
    const cleared = await saveAuditAnswers(me, { auditId, changes: [change("greeted", null, 1)] });
    expect(cleared.saved).toEqual([{ itemKey: "greeted", revision: 2 }]);
    expect(cleared.score.score).toBeNull();
    const old = await saveAuditAnswers(me, { auditId, changes: [change("greeted", no, 1)] });
    expect(old.conflicts).toMatchObject([{ itemKey: "greeted", revision: 2, value: null }]);
    expect(await fieldsOf(submitAudit(me, { auditId }))).toMatchObject({ greeted: "auditAnswerMissing" });
  });

  it("a scored answer that becomes not applicable leaves the score", async () => {
    const { me, newDraft } = await stage();
    const { id: auditId } = await newDraft();
    await saveAuditAnswers(me, { auditId, changes: [change("greeted", no), change("smiled", yes)] });
    const { score } = await saveAuditAnswers(me, {
      auditId,
      changes: [change("greeted", toAnswerValue(null), 1)],
    });
    expect(score.score).toBe(100);
  });

  it("keeps only what its item can say", async () => {
    const { me, scope, consultant, location, touchpoint } = await stage();
    const definition = smallFormDefinition();
    definition.sections[1]?.items.push(
      yesNoItem("always", { allowsNotApplicable: false }),
      photoItem("front"),
    );
    const form = await createAuditForm(scope, { definition });
    const { id: auditId } = await createAudit(scope, {
      form,
      auditorMemberId: consultant.memberId,
      locationId: location.id,
      touchpointId: touchpoint.id,
      status: "draft",
      answers: {},
    });
    const save = (itemKey: string, value: Partial<AuditAnswerValue>) =>
      saveAuditAnswers(me, { auditId, changes: [change(itemKey, { ...NO_ANSWER, ...value })] });
    for (const [itemKey, value] of [
      ["greeted", { number: 3 }],
      ["listened", { optionKeys: ["p9"] }],
      ["listened", { optionKeys: ["p1", "p2"] }],
      ["always", { isNotApplicable: true }],
      ["unknown", { number: 1 }],
    ] as const) {
      expect(await fieldsOf(save(itemKey, value as Partial<AuditAnswerValue>))).toEqual({
        [itemKey]: "auditAnswerUnfit",
      });
    }
    await save("greeted", { number: 1, optionKeys: ["p1"], text: "x", comment: "  warmly\0 " });
    // The number of photos is counted, not said.
    await save("front", { number: 3, comment: "It was dark" });
    const { answers } = await getAuditEntry(me, auditId);
    expect(answers.greeted).toMatchObject({ number: 1, optionKeys: [], text: null, comment: "warmly" });
    expect(answers.front).toMatchObject({ number: null, comment: "It was dark" });
  });

  it("by nobody but the auditor, and not after submission", async () => {
    const { me, newDraft, owner, manager, localManager, employeeMember } = await stage();
    const { id: auditId } = await newDraft();
    const changes = [change("greeted", yes)];
    for (const other of [owner, manager, localManager, employeeMember]) {
      await expect(saveAuditAnswers(other.scope, { auditId, changes })).rejects.toThrow(NotFoundError);
      await expect(getAuditEntry(other.scope, auditId)).rejects.toThrow(NotFoundError);
    }
    for (const status of ["submitted", "in_review", "published"] as const) {
      const { id } = await newDraft({ status, answers: { greeted: false } });
      await expect(saveAuditAnswers(me, { auditId: id, changes })).rejects.toThrow(ConflictError);
      const visit = { auditId: id, ...visitOf(me) };
      await expect(saveVisitDetails(me, visit)).rejects.toThrow(ConflictError);
      expect(await getAuditEntry(me, id)).toMatchObject({
        canEdit: false,
        answers: { greeted: { number: 0 } },
      });
    }
  });
});
