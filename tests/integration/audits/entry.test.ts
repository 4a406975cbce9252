import { describe, expect, it } from "vitest";
import { type AuditAnswerValue, NO_ANSWER } from "@/features/audit-forms/schema";
import { discardAudit } from "@/features/audits/commands/discard-audit";
import { saveAuditAnswers } from "@/features/audits/commands/save-audit-answers";
import { saveVisitDetails } from "@/features/audits/commands/save-visit-details";
import { startAudit } from "@/features/audits/commands/start-audit";
import { startObservation } from "@/features/audits/commands/start-observation";
import { submitAudit } from "@/features/audits/commands/submit-audit";
import { getAuditEntry } from "@/features/audits/queries/get-audit-entry";
import { withScope } from "@/server/database";
import { ConflictError, ForbiddenError, InvalidInputError, NotFoundError } from "@/server/errors";
import { key, makeScope, type Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import {
  createAssignment,
  createAudit,
  createAuditForm,
  createProgramme,
  photoItem,
  scaleItem,
  smallFormDefinition,
  toAnswerValue,
  yesNoItem,
} from "../../factories/audits";
import { createEmployee } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";

setUpTestDatabase();

const HOUR = 3600_000;
const yes = toAnswerValue(true);
const no = toAnswerValue(false);

async function stage(options: { staffInformedOn?: Date | null } = {}) {
  const cast = await createSmallOrganization();
  const form = await createAuditForm(cast.scope);
  const programme = await createProgramme(cast.scope, { formId: form.id, ...options });
  const newAssignment = (overrides: Partial<Parameters<typeof createAssignment>[1]> = {}) =>
    createAssignment(cast.scope, {
      programmeId: programme.id,
      memberId: cast.consultant.memberId,
      locationId: cast.location.id,
      touchpointId: cast.touchpoint.id,
      ...overrides,
    });
  const newDraft = async (overrides: Partial<Parameters<typeof createAudit>[1]> = {}) =>
    createAudit(cast.scope, {
      form,
      programmeId: programme.id,
      auditorMemberId: cast.consultant.memberId,
      locationId: cast.location.id,
      touchpointId: cast.touchpoint.id,
      status: "draft",
      answers: {},
      ...overrides,
    });
  return { ...cast, form, programme, newAssignment, newDraft, me: cast.consultant.scope };
}
type Stage = Awaited<ReturnType<typeof stage>>;

const change = (itemKey: string, value: AuditAnswerValue | null, basedOn = 0) => ({
  itemKey,
  basedOn,
  value,
});

async function activityOf(scope: Scope, subjectId: string): Promise<string[]> {
  const events = await withScope(scope, (tx) =>
    tx.activityEvent.findMany({
      where: { organizationId: scope.organizationId, subjectId },
      select: { action: true },
      orderBy: { id: "asc" },
    }),
  );
  return events.map(({ action }) => action);
}

/** The fields an error is about, with their message keys. */
async function fieldsOf(work: Promise<unknown>): Promise<Record<string, string>> {
  const error = await work.then(() => null).catch((thrown: unknown) => thrown);
  if (!(error instanceof InvalidInputError)) throw error ?? new Error("nothing was refused");
  return error.fields;
}

const later = (scope: Scope, milliseconds: number): Scope =>
  makeScope({ ...scope, now: new Date(scope.now.getTime() + milliseconds) });

const visitOf = (scope: Scope, from = -2 * HOUR, to = -1 * HOUR) => ({
  visitStartedAt: new Date(scope.now.getTime() + from).toISOString(),
  visitEndedAt: new Date(scope.now.getTime() + to).toISOString(),
  employeeId: null as string | null,
  summary: null as string | null,
});

describe("beginning a mystery visit", () => {
  it("takes over the assignment, and happens once however often it is pressed", async () => {
    const { me, newAssignment, form, programme, location, touchpoint, team } = await stage();
    const assignment = await newAssignment({ teamId: team.id });
    const started = await Promise.all([1, 2, 3].map(() => startAudit(me, { assignmentId: assignment.id })));
    expect(new Set(started.map(({ auditId }) => auditId)).size).toBe(1);
    const auditId = started[0]?.auditId as string;
    const entry = await getAuditEntry(me, auditId);
    expect(entry).toMatchObject({
      kind: "mystery",
      status: "draft",
      canEdit: true,
      programme: { id: programme.id },
      location: { id: location.id },
      touchpoint: { id: touchpoint.id },
      channel: "in_person",
      employee: null,
      answers: {},
      remarks: [],
    });
    expect(entry.form.id).toBe(form.versionId);
    expect(await activityOf(me, auditId)).toEqual(["audit.started"]);
  });

  it("belongs to who was asked alone", async () => {
    const { newAssignment, owner, manager, employeeMember } = await stage();
    const assignment = await newAssignment();
    for (const other of [owner, manager, employeeMember]) {
      await expect(startAudit(other.scope, { assignmentId: assignment.id })).rejects.toThrow(NotFoundError);
    }
  });

  it("waits for an accepted assignment whose time has begun", async () => {
    const { me, newAssignment } = await stage();
    const begins = new Date(me.now.getTime() + HOUR);
    const ends = new Date(me.now.getTime() + 24 * HOUR);
    for (const assignment of [
      await newAssignment({ status: "offered", answeredAt: null }),
      await newAssignment({ status: "cancelled" }),
      await newAssignment({ windowStartsAt: begins, windowEndsAt: ends }),
    ]) {
      await expect(startAudit(me, { assignmentId: assignment.id })).rejects.toThrow(ConflictError);
    }
  });
});

describe("beginning an observation", () => {
  const input = ({ form, touchpoint, location, employee, me }: Stage) => ({
    formId: form.id,
    touchpointId: touchpoint.id,
    locationId: location.id,
    employeeId: employee.id,
    encounterTypeId: null,
    staffInformedOn: me.now.toISOString().slice(0, 10),
  });

  it("is for owners, managers at their locations, and those who were trained", async () => {
    const world = await stage();
    const { owner, manager, localManager, consultant, otherLocation, otherEmployee } = world;
    for (const observer of [owner, manager, localManager]) {
      const { auditId } = await startObservation(observer.scope, input(world));
      expect(await getAuditEntry(observer.scope, auditId)).toMatchObject({
        kind: "observation",
        programme: null,
        employee: { id: world.employee.id },
        mayNameEmployee: true,
      });
      expect(await activityOf(observer.scope, auditId)).toEqual(["audit.observationStarted"]);
    }
    await expect(startObservation(consultant.scope, input(world))).rejects.toThrow(ForbiddenError);
    await withScope(world.scope, (tx) =>
      tx.member.update({
        where: key(world.scope, consultant.memberId),
        data: { mayObserve: true },
        select: { id: true },
      }),
    );
    await startObservation(consultant.scope, input(world));
    const elsewhere = { ...input(world), locationId: otherLocation.id, employeeId: otherEmployee.id };
    await startObservation(manager.scope, elsewhere);
    await expect(startObservation(localManager.scope, elsewhere)).rejects.toThrow(NotFoundError);
  });

  it("is begun once when its form is sent twice at once", async () => {
    const world = await stage();
    const begun = await Promise.all([1, 2].map(() => startObservation(world.owner.scope, input(world))));
    expect(begun[0]).toEqual(begun[1]);
    const { auditId } = begun[0] as { auditId: string };
    await saveAuditAnswers(world.owner.scope, { auditId, changes: [change("greeted", yes)] });
    // The next customer of the same employee is another observation.
    expect((await startObservation(world.owner.scope, input(world))).auditId).not.toBe(auditId);
  });

  it("names somebody of the location who knows of it, never oneself", async () => {
    const world = await stage();
    const { owner, employeeMember, otherEmployee, scope, me } = world;
    const tomorrow = new Date(me.now.getTime() + 48 * HOUR).toISOString().slice(0, 10);
    const refused = (change: object, by = owner.scope) =>
      fieldsOf(startObservation(by, { ...input(world), ...change }));
    expect(await refused({ staffInformedOn: tomorrow })).toEqual({
      staffInformedOn: "auditInformedInFuture",
    });
    expect(await refused({ employeeId: otherEmployee.id })).toEqual({ employeeId: "auditEmployeeElsewhere" });
    await withScope(scope, (tx) =>
      tx.member.update({
        where: key(scope, employeeMember.memberId),
        data: { mayObserve: true },
        select: { id: true },
      }),
    );
    expect(await refused({}, employeeMember.scope)).toEqual({ employeeId: "auditObserveSelf" });
  });

  it("uses a published form that is meant for the touchpoint", async () => {
    const world = await stage();
    const { scope, organization, form, otherTouchpoint, owner } = world;
    await withScope(scope, (tx) =>
      tx.auditFormTouchpoint.createMany({
        data: [{ organizationId: organization.id, formId: form.id, touchpointId: otherTouchpoint.id }],
      }),
    );
    expect(await fieldsOf(startObservation(owner.scope, input(world)))).toEqual({
      formId: "auditFormElsewhere",
    });
    await withScope(scope, (tx) =>
      tx.auditForm.update({
        where: key(scope, form.id),
        data: { archivedAt: scope.now },
        select: { id: true },
      }),
    );
    await expect(
      startObservation(owner.scope, { ...input(world), touchpointId: otherTouchpoint.id }),
    ).rejects.toThrow(ConflictError);
  });
});

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
