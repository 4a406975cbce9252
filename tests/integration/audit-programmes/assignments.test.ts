import { describe, expect, test } from "vitest";
import { acceptAssignment } from "@/features/audit-programmes/commands/accept-assignment";
import { answerQuiz } from "@/features/audit-programmes/commands/answer-quiz";
import { assignVisit } from "@/features/audit-programmes/commands/assign-visit";
import { cancelAssignment } from "@/features/audit-programmes/commands/cancel-assignment";
import { changeProgrammeStatus } from "@/features/audit-programmes/commands/change-programme-status";
import { declareConflict } from "@/features/audit-programmes/commands/declare-conflict";
import { declineAssignment } from "@/features/audit-programmes/commands/decline-assignment";
import { setTarget } from "@/features/audit-programmes/commands/set-target";
import { findVisitDayProblem } from "@/features/audit-programmes/queries/find-visit-day-problem";
import { getAssignment } from "@/features/audit-programmes/queries/get-assignment";
import { getProgrammeBoard } from "@/features/audit-programmes/queries/get-programme-board";
import { listCandidates } from "@/features/audit-programmes/queries/list-candidates";
import { listMyAssignments } from "@/features/audit-programmes/queries/list-my-assignments";
import { startAudit } from "@/features/audits/commands/start-audit";
import { submitAudit } from "@/features/audits/commands/submit-audit";
import { withScope } from "@/server/database";
import { setUpTestDatabase } from "../../database";
import { createAudit, createProgramme } from "../../factories/audits";
import { createMember } from "../../factories/organization";
import { at, day, tellStory } from "./story";

setUpTestDatabase();
const DAY = 24 * 3600_000;

describe("rotation", () => {
  test("counts visits of every programme, also audits and observations that were made", async () => {
    const { scope, consultant, location, otherLocation, touchpoint, form, assign } = await tellStory();
    const elsewhere = await createProgramme(scope, { formId: form.id });
    const made = { form, auditorMemberId: consultant.memberId, touchpointId: touchpoint.id };
    await createAudit(scope, {
      ...made,
      locationId: location.id,
      programmeId: elsewhere.id,
      visitStartedAt: new Date(scope.now.getTime() - 10 * DAY),
    });
    await expect(assign()).rejects.toMatchObject({ message: "assignmentTooSoon", values: { days: 30 } });
    await expect(assign({ locationId: otherLocation.id })).resolves.toBeTruthy();
    await createAudit(scope, {
      ...made,
      locationId: otherLocation.id,
      kind: "observation",
      visitStartedAt: new Date(scope.now.getTime() - 5 * DAY),
    });
    await expect(assign({ locationId: otherLocation.id })).rejects.toThrow("assignmentTooSoon");
  });

  test("a window of which some days fit is warned of, and only those days can be used", async () => {
    const { scope, owner, consultant, location, touchpoint, form, assign, visit } = await tellStory();
    await createAudit(scope, {
      form,
      auditorMemberId: consultant.memberId,
      locationId: location.id,
      touchpointId: touchpoint.id,
      visitStartedAt: new Date(scope.now.getTime() - 28 * DAY),
    });
    const candidates = await listCandidates(owner.scope, visit());
    expect(candidates.find(({ memberId }) => memberId === consultant.memberId)).toMatchObject({
      refusals: [],
      warnings: [{ code: "tooSoonAtLocation", days: 30, earliest: day(2) }],
    });
    const id = await assign();
    await acceptAssignment(consultant.scope, { assignmentId: id });
    await expect(startAudit(consultant.scope, { assignmentId: id })).rejects.toThrow("assignmentTooSoon");
    const inTwoDays = at(consultant.scope, new Date(Date.now() + 2 * DAY));
    await expect(startAudit(inTwoDays, { assignmentId: id })).resolves.toHaveProperty("auditId");
  });

  test("a day with all the visits allowed is full, when it is assigned and when the visit is told", async () => {
    const { scope, consultant, assign, touchpoint, form, programme, location, otherLocation } =
      await tellStory({
        daysBetweenVisits: null,
      });
    const today = { windowStartsOn: day(0), windowEndsOn: day(0) };
    await assign(today);
    await assign({ ...today, locationId: otherLocation.id });
    await expect(assign(today)).rejects.toMatchObject({
      message: "assignmentTooManyInDay",
      values: { most: 2 },
    });
    // The day of a window of several is open until the visit is made.
    const id = await assign();
    const made = { form, auditorMemberId: consultant.memberId, touchpointId: touchpoint.id };
    for (const kind of ["observation", "observation"] as const) {
      await createAudit(scope, { ...made, kind, locationId: otherLocation.id, visitStartedAt: scope.now });
    }
    await acceptAssignment(consultant.scope, { assignmentId: id });
    const { id: auditId } = await createAudit(scope, {
      ...made,
      locationId: location.id,
      programmeId: programme.id,
      assignmentId: id,
      status: "draft",
      visitStartedAt: new Date(scope.now.getTime() - 20 * 60_000),
    });
    await expect(submitAudit(consultant.scope, { auditId })).rejects.toMatchObject({
      fields: { visitStartedAt: "assignmentTooManyInDay" },
    });
    const problem = (when: Date) => withScope(scope, (tx) => findVisitDayProblem(tx, scope, id, when));
    expect(await problem(scope.now)).toMatchObject({ key: "assignmentTooManyInDay" });
    expect(await problem(new Date(scope.now.getTime() + 2 * DAY))).toBeNull();
  });
});

test("a declared conflict of interest declines what is open and refuses what comes, whoever assigns", async () => {
  const { owner, consultant, location, employee, otherLocation, assign, visit } = await tellStory();
  const open = await assign();
  const { declined } = await declareConflict(consultant.scope, {
    locationId: null,
    employeeId: employee.id,
    reason: "My sister",
  });
  expect(declined).toBe(1);
  expect(await getAssignment(consultant.scope, open)).toMatchObject({
    state: "declined",
    declineReason: "My sister",
  });
  await expect(assignVisit(owner.scope, visit({ locationId: location.id }))).rejects.toThrow(
    "assignmentConflictOfEmployee",
  );
  await expect(assign({ locationId: otherLocation.id })).resolves.toBeTruthy();
});

test("a visit begins once it was accepted, the quiz passed, and its window begun", async () => {
  const option = (key: string, isRight: boolean) => ({ key, text: key, isRight });
  const quiz = [{ key: "q", text: "How long?", options: [option("a", false), option("b", true)] }];
  const { consultant, programme, assign, otherLocation } = await tellStory({ quiz });
  const { scope } = consultant;
  const assignmentId = await assign();
  const start = () => startAudit(scope, { assignmentId });
  await expect(start()).rejects.toThrow("assignmentNotAccepted");
  await acceptAssignment(scope, { assignmentId });
  await expect(start()).rejects.toThrow("quizNotPassed");
  const seen = await getAssignment(scope, assignmentId);
  expect(seen.obstacle).toMatchObject({ key: "quizNotPassed" });
  // Which option is right is not given away.
  expect(JSON.stringify(seen.quiz)).not.toContain("isRight");
  const answer = (key: string) => answerQuiz(scope, { programmeId: programme.id, answers: { q: key } });
  expect(await answer("a")).toEqual({ isPassed: false, wrong: ["q"] });
  expect(await answer("b")).toEqual({ isPassed: true, wrong: [] });
  // Passed once is passed.
  expect(await answer("a")).toMatchObject({ isPassed: true });
  const { auditId } = await start();
  expect(await start()).toEqual({ auditId });
  await expect(declineAssignment(scope, { assignmentId, reason: "No" })).rejects.toThrow("assignmentBegun");

  const later = { windowStartsOn: day(3), windowEndsOn: day(6), locationId: otherLocation.id };
  const coming = await assign(later);
  await acceptAssignment(scope, { assignmentId: coming });
  await expect(startAudit(scope, { assignmentId: coming })).rejects.toThrow("assignmentNotBegun");
});

test("the board counts each location's visits by how they stand; ending cancels what nobody has begun", async () => {
  const { scope, owner, manager, localManager, consultant, programme, location, otherLocation, ...rest } =
    await tellStory({ daysBetweenVisits: null, mostVisitsPerDay: null });
  const { assign, form, touchpoint } = rest;
  const place = {
    programmeId: programme.id,
    locationId: location.id,
    touchpointId: touchpoint.id,
    teamId: null,
  };
  await setTarget(owner.scope, { ...place, visits: 2 });
  await setTarget(owner.scope, { ...place, visits: 5 });
  await assign();
  const accepted = await assign({ locationId: otherLocation.id });
  await acceptAssignment(consultant.scope, { assignmentId: accepted });
  const begun = await assign();
  await acceptAssignment(consultant.scope, { assignmentId: begun });
  await startAudit(consultant.scope, { assignmentId: begun });
  await createAudit(scope, {
    form,
    auditorMemberId: consultant.memberId,
    locationId: location.id,
    touchpointId: touchpoint.id,
    programmeId: programme.id,
  });
  const count = { planned: 0, accepted: 0, started: 0, done: 0, late: 0, declined: 0 };
  expect(await getProgrammeBoard(manager.scope, programme.id)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        ...count,
        locationId: location.id,
        wanted: 5,
        planned: 1,
        started: 1,
        done: 1,
      }),
      expect.objectContaining({ ...count, locationId: otherLocation.id, wanted: 0, accepted: 1 }),
    ]),
  );
  // That a visit is going on at this moment is kept from the location's own manager.
  expect(await getProgrammeBoard(localManager.scope, programme.id)).toEqual([
    expect.objectContaining({ ...count, locationId: location.id, planned: 1, accepted: 1, done: 1 }),
  ]);
  // Ten days later what was not submitted is late.
  const late = await getProgrammeBoard(at(manager.scope, new Date(Date.now() + 10 * DAY)), programme.id);
  expect(late.map((row) => row.late).sort()).toEqual([1, 2]);

  await changeProgrammeStatus(owner.scope, { programmeId: programme.id, change: "end" });
  expect((await getAssignment(consultant.scope, accepted)).state).toBe("cancelled");
  expect((await getAssignment(consultant.scope, begun)).state).toBe("started");
  await expect(cancelAssignment(owner.scope, { assignmentId: begun })).rejects.toThrow("assignmentBegun");
});

test("a consultant of two organizations sees in each only what is of that one", async () => {
  const north = await tellStory();
  const south = await tellStory();
  const inSouth = await createMember(south.organization, "consultant", { userId: north.consultant.userId });
  const here = await north.assign();
  const there = await south.assign({ memberIds: [inSouth.memberId] });
  const ids = async (scope: typeof inSouth.scope) =>
    (await listMyAssignments(scope)).open.map((assignment) => assignment.id);
  expect(await ids(north.consultant.scope)).toEqual([here]);
  expect(await ids(inSouth.scope)).toEqual([there]);
  await expect(getAssignment(north.consultant.scope, there)).rejects.toThrow("notFound");
  await expect(acceptAssignment(inSouth.scope, { assignmentId: here })).rejects.toThrow("notFound");
  await expect(startAudit(inSouth.scope, { assignmentId: here })).rejects.toThrow("notFound");
});

test("two consultants of one visit are told apart and share it; a form's touchpoints are the programme's", async () => {
  const { scope, owner, organization, consultant, visit, otherTouchpoint, form } = await tellStory();
  const other = await createMember(organization, "consultant");
  const { ids } = await assignVisit(owner.scope, visit({ memberIds: [consultant.memberId, other.memberId] }));
  expect(ids).toHaveLength(2);
  expect(await getAssignment(other.scope, ids[1] as string)).toMatchObject({ isDouble: true, isOwn: true });
  await expect(
    assignVisit(owner.scope, visit({ memberIds: [other.memberId, other.memberId] })),
  ).rejects.toMatchObject({ fields: { memberIds: "sameConsultantTwice" } });

  await withScope(scope, (tx) =>
    tx.auditFormTouchpoint.createMany({
      data: { organizationId: scope.organizationId, formId: form.id, touchpointId: otherTouchpoint.id },
    }),
  );
  await expect(assignVisit(owner.scope, visit())).rejects.toMatchObject({
    fields: { touchpointId: "formNotForTouchpoint" },
  });
});
