import { describe, expect, it } from "vitest";
import { discardAudit } from "@/features/audits/commands/discard-audit";
import { saveAuditAnswers } from "@/features/audits/commands/save-audit-answers";
import { saveVisitDetails } from "@/features/audits/commands/save-visit-details";
import { startAudit } from "@/features/audits/commands/start-audit";
import { submitAudit } from "@/features/audits/commands/submit-audit";
import { getAuditEntry } from "@/features/audits/queries/get-audit-entry";
import { withScope } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { key } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import {
  createAuditForm,
  photoItem,
  scaleItem,
  smallFormDefinition,
  toAnswerValue,
  yesNoItem,
} from "../../factories/audit-forms";
import { createAudit } from "../../factories/audits";
import { createEmployee } from "../../factories/people";
import { activityOf, change, fieldsOf, HOUR, later, no, stage, visitOf, yes } from "./entry-cast";

setUpTestDatabase();

describe("the visit", () => {
  it("names an employee of the location only where the staff had been told by then", async () => {
    const informed = await stage({ staffInformedOn: new Date("2026-01-01") });
    const { me, scope, newDraft, employee, otherEmployee, location } = informed;
    const friend = await createEmployee(scope, { locationId: location.id });
    await withScope(scope, (tx) =>
      tx.auditConflict.createMany({
        data: [
          {
            organizationId: me.organizationId,
            memberId: me.memberId as string,
            employeeId: friend.id,
            reason: "friends",
          },
        ],
      }),
    );
    const { id: auditId } = await newDraft();
    const entry = await getAuditEntry(me, auditId);
    expect(entry.employees.map(({ id }) => id)).toEqual([employee.id]);
    await saveVisitDetails(me, { auditId, ...visitOf(me), employeeId: employee.id });
    expect((await getAuditEntry(me, auditId)).employee?.id).toBe(employee.id);
    for (const id of [otherEmployee.id, friend.id]) {
      expect(await fieldsOf(saveVisitDetails(me, { auditId, ...visitOf(me), employeeId: id }))).toEqual({
        employeeId: "chooseOne",
      });
    }
    // A visit before the day they were told.
    const before = { visitStartedAt: "2025-12-31T10:00:00.000Z", visitEndedAt: "2025-12-31T10:20:00.000Z" };
    expect(
      await fieldsOf(saveVisitDetails(me, { auditId, ...visitOf(me), ...before, employeeId: employee.id })),
    ).toEqual({ employeeId: "auditEmployeeNotInformed" });

    const silent = await stage({ staffInformedOn: null });
    const draft = await silent.newDraft();
    expect(await getAuditEntry(silent.me, draft.id)).toMatchObject({ mayNameEmployee: false, employees: [] });
    expect(
      await fieldsOf(
        saveVisitDetails(silent.me, { auditId: draft.id, ...visitOf(me), employeeId: silent.employee.id }),
      ),
    ).toEqual({ employeeId: "auditEmployeeNotInformed" });
  });

  it("cannot be in the future, end before it begins or last for days", async () => {
    const { me, newDraft } = await stage();
    const { id: auditId } = await newDraft();
    const refused = (from: number, to: number) =>
      fieldsOf(saveVisitDetails(me, { auditId, ...visitOf(me, from, to) }));
    expect(await refused(HOUR, 2 * HOUR)).toEqual({
      visitStartedAt: "auditVisitInFuture",
      visitEndedAt: "auditVisitInFuture",
    });
    expect(await refused(-HOUR, -2 * HOUR)).toEqual({ visitEndedAt: "auditVisitEndsBeforeStart" });
    expect(await refused(-50 * HOUR, -HOUR)).toEqual({ visitEndedAt: "auditVisitTooLong" });
  });

  it("from two devices: what each changed holds, what both changed is shown", async () => {
    const { me, newDraft } = await stage();
    const { id: auditId } = await newDraft();
    const known = visitOf(me);
    await saveVisitDetails(me, { auditId, ...known });
    const start = new Date(me.now.getTime() - 90 * 60_000).toISOString();
    const one = await saveVisitDetails(me, { auditId, ...known, summary: "Written on the phone", known });
    expect(one).toMatchObject({ conflicts: [], visit: { summary: "Written on the phone" } });
    const other = await saveVisitDetails(me, {
      auditId,
      ...known,
      visitStartedAt: start,
      summary: "Written on the laptop",
      known,
    });
    expect(other.conflicts).toEqual(["summary"]);
    expect(other.visit).toMatchObject({ visitStartedAt: start, summary: "Written on the phone" });
    const settled = await saveVisitDetails(me, {
      auditId,
      ...other.visit,
      summary: "Written on the laptop",
      known: other.visit,
    });
    expect(settled).toMatchObject({ conflicts: [], visit: { summary: "Written on the laptop" } });
  });
});

describe("submitting", () => {
  const complete = [
    change("greeted", yes),
    change("smiled", yes),
    change("honest", yes),
    change("listened", toAnswerValue("p4")),
  ];

  it("says what is missing, by item and field", async () => {
    const { me, scope, consultant, location, touchpoint } = await stage();
    const definition = smallFormDefinition();
    definition.sections[0]?.items.push(
      scaleItem("waited", { commentBelow: 2 }),
      { ...photoItem("front"), isRequired: true },
      yesNoItem("optional", { isRequired: false }),
    );
    const form = await createAuditForm(scope, { definition });
    const { id: auditId } = await createAudit(scope, {
      form,
      auditorMemberId: consultant.memberId,
      locationId: location.id,
      touchpointId: touchpoint.id,
      status: "draft",
      answers: { greeted: true, honest: null, waited: "p1" },
    });
    await withScope(scope, (tx) =>
      tx.audit.update({
        where: key(scope, auditId),
        data: { visitStartedAt: null, visitEndedAt: null },
        select: { id: true },
      }),
    );
    expect(await fieldsOf(submitAudit(me, { auditId }))).toEqual({
      visitStartedAt: "auditVisitTimeMissing",
      visitEndedAt: "auditVisitTimeMissing",
      smiled: "auditAnswerMissing",
      waited: "auditCommentMissing",
      front: "auditPhotoMissing",
      listened: "auditAnswerMissing",
    });
    expect((await getAuditEntry(me, auditId)).status).toBe("draft");
  });

  it("happens once, ends writing, and tells those who review", async () => {
    const { me, newDraft, owner, manager } = await stage();
    const { id: auditId } = await newDraft();
    await saveAuditAnswers(me, { auditId, changes: complete });
    await saveVisitDetails(me, { auditId, ...visitOf(me) });
    await Promise.all([submitAudit(me, { auditId }), submitAudit(me, { auditId })]);
    const entry = await getAuditEntry(me, auditId);
    expect(entry).toMatchObject({ status: "submitted", canEdit: false, score: 100 });
    expect(await activityOf(me, auditId)).toEqual(["audit.submitted"]);
    const mails = await withScope(me, (tx) =>
      tx.memberMail.findMany({
        where: { organizationId: me.organizationId, subjectId: auditId },
        select: { memberId: true, kind: true, occasion: true },
      }),
    );
    expect(mails.map(({ memberId }) => memberId).sort()).toEqual([owner.memberId, manager.memberId].sort());
    expect(new Set(mails.map(({ kind, occasion }) => `${kind} ${occasion}`))).toEqual(
      new Set(["auditSubmitted 1"]),
    );
  });

  it("a save that comes after or at the same moment is written before it or refused, never lost silently", async () => {
    const { me, newDraft } = await stage();
    for (let round = 0; round < 5; round += 1) {
      const { id: auditId } = await newDraft();
      await saveAuditAnswers(me, { auditId, changes: complete });
      await saveVisitDetails(me, { auditId, ...visitOf(me) });
      const [saved] = await Promise.allSettled([
        saveAuditAnswers(me, { auditId, changes: [change("greeted", no, 1)] }),
        submitAudit(me, { auditId }),
      ]);
      const entry = await getAuditEntry(me, auditId);
      expect(entry.status).toBe("submitted");
      if (saved?.status === "fulfilled")
        expect(entry).toMatchObject({ score: 75, answers: { greeted: { number: 0 } } });
      else {
        expect(saved?.reason).toBeInstanceOf(ConflictError);
        expect(entry).toMatchObject({ score: 100, answers: { greeted: { number: 1 } } });
      }
      await expect(
        saveAuditAnswers(me, { auditId, changes: [change("greeted", no, entry.answers.greeted?.revision)] }),
      ).rejects.toThrow(ConflictError);
    }
  });

  it("again after it was sent back keeps the first time and shows the remarks", async () => {
    const { me, scope, newDraft, form } = await stage();
    const { id: auditId } = await newDraft({
      status: "returned",
      timesReturned: 1,
      answers: { greeted: true, smiled: true, honest: true, listened: "p2" },
    });
    const before = await getAuditEntry(me, auditId);
    await withScope(scope, (tx) =>
      tx.auditRemark.createMany({
        data: [null, form.itemIds.listened as string].map((itemId, index) => ({
          organizationId: scope.organizationId,
          auditId,
          itemId,
          round: 1,
          text: `Remark ${index}`,
          writtenAt: new Date(scope.now.getTime() + index),
        })),
      }),
    );
    const entry = await getAuditEntry(me, auditId);
    expect(entry.canEdit).toBe(true);
    expect(entry.remarks).toEqual([
      { itemKey: null, text: "Remark 0", round: 1 },
      { itemKey: "listened", text: "Remark 1", round: 1 },
    ]);
    await submitAudit(later(me, HOUR), { auditId });
    const after = await getAuditEntry(me, auditId);
    expect(after).toMatchObject({ status: "submitted", submittedAt: before.submittedAt });
    expect(await activityOf(me, auditId)).toEqual(["audit.submittedAgain"]);
  });

  it("of a visit before its window is refused, after it is late but taken", async () => {
    const { me, newDraft, newAssignment } = await stage();
    const window = (from: number, to: number) => ({
      windowStartsAt: new Date(me.now.getTime() + from),
      windowEndsAt: new Date(me.now.getTime() + to),
    });
    const early = await newDraft({ assignmentId: (await newAssignment(window(-HOUR, HOUR))).id });
    const late = await newDraft({ assignmentId: (await newAssignment(window(-30 * HOUR, -20 * HOUR))).id });
    for (const { id: auditId } of [early, late]) {
      await saveAuditAnswers(me, { auditId, changes: complete });
      await saveVisitDetails(me, { auditId, ...visitOf(me) });
    }
    expect(await fieldsOf(submitAudit(me, { auditId: early.id }))).toEqual({
      visitStartedAt: "auditVisitBeforeWindow",
    });
    await submitAudit(me, { auditId: late.id });
  });
});

describe("discarding", () => {
  it("is for drafts that were never submitted; the assignment can be started anew", async () => {
    const { me, newDraft, newAssignment, owner } = await stage();
    const assignment = await newAssignment();
    const { auditId } = await startAudit(me, { assignmentId: assignment.id });
    await saveAuditAnswers(me, { auditId, changes: [change("greeted", yes)] });
    await expect(discardAudit(owner.scope, { auditId })).rejects.toThrow(NotFoundError);
    await discardAudit(me, { auditId });
    await expect(getAuditEntry(me, auditId)).rejects.toThrow(NotFoundError);
    expect(await activityOf(me, auditId)).toEqual(["audit.started", "audit.discarded"]);
    const again = await startAudit(me, { assignmentId: assignment.id });
    expect(again.auditId).not.toBe(auditId);
    for (const status of ["submitted", "returned", "published"] as const) {
      const { id } = await newDraft({ status, timesReturned: status === "returned" ? 1 : 0 });
      await expect(discardAudit(me, { auditId: id })).rejects.toThrow(ConflictError);
    }
  });
});
