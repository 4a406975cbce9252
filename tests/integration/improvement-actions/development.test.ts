import { beforeAll, describe, expect, test } from "vitest";
import { changeGoalStatus } from "@/features/evaluation-reports/goals/commands/change-goal-status";
import { createGoal } from "@/features/evaluation-reports/goals/commands/create-goal";
import { deleteGoal } from "@/features/evaluation-reports/goals/commands/delete-goal";
import { updateGoal } from "@/features/evaluation-reports/goals/commands/update-goal";
import { getDevelopmentPlan } from "@/features/evaluation-reports/goals/queries/get-development-plan";
import { getGoalToActOn } from "@/features/evaluation-reports/goals/queries/get-goal-to-act-on";
import { changeActionStatus } from "@/features/improvement-actions/commands/change-action-status";
import { createImprovementAction } from "@/features/improvement-actions/commands/create-improvement-action";
import { updateImprovementAction } from "@/features/improvement-actions/commands/update-improvement-action";
import { getImprovementAction } from "@/features/improvement-actions/queries/get-improvement-action";
import { listImprovementActions } from "@/features/improvement-actions/queries/list-improvement-actions";
import type { ActionInput } from "@/features/improvement-actions/schema";
import { withScope } from "@/server/database";
import { makeScope, type Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createBehaviour } from "../../factories/audit-forms";
import {
  createCycle,
  createFramework,
  createSubject,
  smallFrameworkDefinition,
} from "../../factories/evaluations";
import { createMember } from "../../factories/organization";
import { createSmallOrganization } from "../../factories/small-organization";

setUpTestDatabase();
const DAY = 24 * 3600_000;
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
beforeAll(async () => {
  small = await createSmallOrganization();
});

const goal = (title = "Listen") => ({ title, plan: "Count to two", competencyKey: null, dueOn: null });
const action = (changes: Partial<ActionInput> = {}): ActionInput => ({
  title: "Greet at the door",
  description: "Queue at noon",
  concern: "organization",
  locationId: null,
  employeeId: null,
  behaviourId: null,
  responsibleMemberId: null,
  startsOn: "2026-11-01",
  reviewOn: "2026-11-20",
  ...changes,
});

/** A subject whose report was released so many days ago and is open to the employee from a day on. */
async function createReleased(
  options: { ownersSee?: boolean; subjectSeesFrom?: Date; behaviourId?: string } = {},
) {
  const { scope, employee, localManager } = small;
  const definition = smallFrameworkDefinition();
  for (const item of definition.competencies[0]?.items ?? []) item.behaviourId = options.behaviourId ?? null;
  const framework = await createFramework(scope, { definition });
  const cycle = await createCycle(scope, {
    framework,
    status: "closed",
    ownersSee: options.ownersSee ?? false,
  });
  const subject = await createSubject(scope, cycle, {
    employeeId: employee.id,
    managerMemberId: localManager.memberId,
  });
  await withScope(scope, (tx) =>
    tx.evaluationReport.create({
      data: {
        organizationId: scope.organizationId,
        subjectId: subject.id,
        number: 1,
        releasedAt: new Date(scope.now.getTime() - DAY),
        subjectSeesFrom: options.subjectSeesFrom ?? new Date(scope.now.getTime() - DAY),
        anonymityK: 3,
        commentK: 3,
        gapThreshold: 4 / 3,
        isInCohort: true,
      },
      select: { id: true },
    }),
  );
  return subject.id;
}

describe("a development plan", () => {
  test("belongs to those who see the report and is unknown to everybody else", async () => {
    const { owner, manager, localManager, consultant, employeeMember } = small;
    const subjectId = await createReleased();
    const { id } = await createGoal(employeeMember.scope, { subjectId, ...goal() });
    await updateGoal(localManager.scope, { id, ...goal("Listen to the end") });
    expect(await getDevelopmentPlan(localManager.scope, subjectId)).toMatchObject({
      goals: [{ title: "Listen to the end", status: "open", hasAction: false }],
      competencies: [{ key: "presence" }, { key: "clarity" }],
    });
    for (const stranger of [owner, manager, consultant]) {
      const tries = [
        () => getDevelopmentPlan(stranger.scope, subjectId),
        () => getGoalToActOn(stranger.scope, id),
        () => createGoal(stranger.scope, { subjectId, ...goal() }),
        () => updateGoal(stranger.scope, { id, ...goal() }),
        () => changeGoalStatus(stranger.scope, { id, status: "done" }),
        () => deleteGoal(stranger.scope, id),
        () => createImprovementAction(stranger.scope, { ...action(), goalId: id }),
      ];
      for (const attempt of tries) await expect(attempt()).rejects.toThrow("notFound");
    }
    // Not in the trail either, which the owner reads.
    const events = await withScope(small.scope, (tx) => tx.activityEvent.count({}));
    expect(events).toBe(0);
  });

  test("waits for the employee until the report is to be seen", async () => {
    const { employeeMember, localManager } = small;
    const tomorrow = new Date(small.scope.now.getTime() + DAY);
    const subjectId = await createReleased({ subjectSeesFrom: tomorrow });
    await createGoal(localManager.scope, { subjectId, ...goal() });
    await expect(getDevelopmentPlan(employeeMember.scope, subjectId)).rejects.toThrow("notFound");
    const later = makeScope({ ...employeeMember.scope, now: new Date(tomorrow.getTime() + 1) });
    expect((await getDevelopmentPlan(later, subjectId)).goals).toHaveLength(1);
  });

  test("has three goals at most, also when they are added at once, and room again after one is deleted", async () => {
    const { localManager } = small;
    const subjectId = await createReleased();
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => createGoal(localManager.scope, { subjectId, ...goal() })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    const refused = results.flatMap((result) =>
      result.status === "rejected" ? [result.reason.message] : [],
    );
    expect(refused).toEqual(["goalsFull", "goalsFull"]);
    const { goals } = await getDevelopmentPlan(localManager.scope, subjectId);
    await deleteGoal(localManager.scope, goals[1]?.id as string);
    const { id } = await createGoal(localManager.scope, { subjectId, ...goal("Between") });
    const after = await getDevelopmentPlan(localManager.scope, subjectId);
    expect(after.goals.map((each) => each.id)).toEqual([goals[0]?.id, id, goals[2]?.id]);
  });

  test("points to a competency of its framework, and to its behaviour", async () => {
    const { localManager, scope } = small;
    const behaviour = await createBehaviour(scope);
    const subjectId = await createReleased({ behaviourId: behaviour.id });
    await expect(
      createGoal(localManager.scope, { subjectId, ...goal(), competencyKey: "courage" }),
    ).rejects.toMatchObject({ fields: { competencyKey: "chooseOne" } });
    const { id } = await createGoal(localManager.scope, { subjectId, ...goal(), competencyKey: "presence" });
    expect(await getGoalToActOn(localManager.scope, id)).toMatchObject({ behaviourId: behaviour.id });
  });

  test("has goals that become an improvement action once, which lives on without them", async () => {
    const { localManager, employee, owner } = small;
    const subjectId = await createReleased();
    const { id: goalId } = await createGoal(localManager.scope, { subjectId, ...goal() });
    const input = { ...action({ concern: "employee", employeeId: employee.id }), goalId };
    const { id } = await createImprovementAction(localManager.scope, input);
    await expect(createImprovementAction(localManager.scope, input)).rejects.toThrow("goalHasAction");
    expect((await getDevelopmentPlan(localManager.scope, subjectId)).goals).toMatchObject([
      { hasAction: true },
    ]);
    // The owner sees the action, with the words it was given, and still not the plan.
    expect(await getImprovementAction(owner.scope, id)).toMatchObject({ title: "Greet at the door" });
    await expect(getDevelopmentPlan(owner.scope, subjectId)).rejects.toThrow("notFound");
    await deleteGoal(localManager.scope, goalId);
    expect(await getImprovementAction(owner.scope, id)).toMatchObject({ title: "Greet at the door" });
  });
});

describe("an improvement action", () => {
  const seenBy = async (scope: Scope) =>
    (await listImprovementActions(scope, { tab: "open", page: 1, q: "wall", location: "" })).rows
      .map(({ title }) => title)
      .sort();

  test("is seen by owners, managers of the whole organization, those of its location, and who is responsible", async () => {
    const { owner, manager, localManager, organization, location, otherLocation, otherEmployee } = small;
    const elsewhere = await createMember(organization, "manager", { locationIds: [otherLocation.id] });
    const make = (title: string, changes: Partial<ActionInput>) =>
      createImprovementAction(owner.scope, { ...action({ title, ...changes }), goalId: null });
    await make("wall everybody", {});
    await make("wall here", { concern: "location", locationId: location.id });
    await make("wall person there", { concern: "employee", employeeId: otherEmployee.id });
    const entrusted = await make("wall entrusted", { responsibleMemberId: localManager.memberId });

    const all = ["wall entrusted", "wall everybody", "wall here", "wall person there"];
    expect(await seenBy(owner.scope)).toEqual(all);
    expect(await seenBy(manager.scope)).toEqual(all);
    expect(await seenBy(localManager.scope)).toEqual(["wall entrusted", "wall here"]);
    expect(await seenBy(elsewhere.scope)).toEqual(["wall person there"]);

    // Who is entrusted with one of the whole organization may change its words, and make no other one such.
    const { id } = entrusted;
    const kept = action({ title: "wall entrusted", responsibleMemberId: localManager.memberId });
    await updateImprovementAction(localManager.scope, { id, ...kept, description: "Anew" });
    await expect(
      createImprovementAction(localManager.scope, { ...action(), goalId: null }),
    ).rejects.toMatchObject({ fields: { concern: "wholeOrganizationOnly" } });
  });

  test("goes from plan to result, with what was found", async () => {
    const { owner } = small;
    const { id } = await createImprovementAction(owner.scope, { ...action(), goalId: null });
    const become = (status: "planned" | "running" | "done" | "cancelled", outcome: string | null = null) =>
      changeActionStatus(owner.scope, { id, status, outcome });
    await expect(become("done", "Too early")).rejects.toThrow("actionStatusMeanwhile");
    await become("running");
    const later = makeScope({ ...owner.scope, now: new Date("2026-11-20T12:00:00Z") });
    expect(await getImprovementAction(later, id)).toMatchObject({ isReviewDue: true, endedAt: null });
    await expect(become("done")).rejects.toMatchObject({ fields: { outcome: "required" } });
    await become("done", "Queues are shorter");
    expect(await getImprovementAction(later, id)).toMatchObject({
      status: "done",
      outcome: "Queues are shorter",
      endedAt: owner.scope.now,
      isReviewDue: false,
    });
    await become("running");
    await become("cancelled");
    const events = await withScope(small.scope, (tx) =>
      tx.activityEvent.findMany({
        where: { organizationId: small.scope.organizationId, subjectId: id },
        select: { action: true },
        orderBy: { id: "asc" },
      }),
    );
    expect(events.map((event) => event.action.split(".")[1])).toEqual([
      "created",
      "started",
      "done",
      "started",
      "cancelled",
    ]);
  });
});
