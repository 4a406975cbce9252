import { describe, expect, test } from "vitest";
import { cancelCycle } from "@/features/evaluation-cycles/commands/cancel-cycle";
import { closeCycle } from "@/features/evaluation-cycles/commands/close-cycle";
import { createCycle } from "@/features/evaluation-cycles/commands/create-cycle";
import { extendCycle } from "@/features/evaluation-cycles/commands/extend-cycle";
import { openCycle } from "@/features/evaluation-cycles/commands/open-cycle";
import { openNomination } from "@/features/evaluation-cycles/commands/open-nomination";
import { tendCycles } from "@/features/evaluation-cycles/commands/tend-cycles";
import { updateCycle } from "@/features/evaluation-cycles/commands/update-cycle";
import { getCycle } from "@/features/evaluation-cycles/queries/get-cycle";
import { listCycleSubjects } from "@/features/evaluation-cycles/queries/list-cycle-subjects";
import type { CycleInput } from "@/features/evaluation-cycles/schema";
import { changeEvaluationFrameworkStatus } from "@/features/evaluation-frameworks/commands/change-evaluation-framework-status";
import { ConflictError } from "@/server/errors";
import { makeScope, type Scope } from "@/server/scope";
import { querySql, setUpTestDatabase } from "../../database";
import {
  createFramework,
  createRating,
  createSubject,
  createCycle as insertCycle,
} from "../../factories/evaluations";
import { createSmallOrganization } from "../../factories/small-organization";

const database = setUpTestDatabase();

const settings = (frameworkId: string): CycleInput => ({
  name: "Autumn",
  purpose: { fi: "Jotta opimme." },
  frameworkId,
  anonymityK: 4,
  commentK: 3,
  gapThreshold: null,
  nominatedBy: "manager",
  nominateUntil: "2026-11-10",
  opensOn: "2026-11-11",
  closesOn: "2026-11-22",
  reminderDays: [7, 2],
  managersSee: true,
  ownersSee: false,
  subjectSeesAfterDays: 0,
  groups: [
    { raterGroup: "self", minimum: 1, maximum: 1 },
    { raterGroup: "manager", minimum: 1, maximum: 1 },
    { raterGroup: "peer", minimum: 3, maximum: 8 },
  ],
});

/** The same scope at a moment. */
const at = (scope: Scope, instant: string) => makeScope({ ...scope, now: new Date(instant) });

/** A draft of a cycle in November with one employee in it. */
async function draft() {
  const cast = await createSmallOrganization();
  const framework = await createFramework(cast.scope);
  const owner = at(cast.owner.scope, "2026-11-01T10:00:00Z");
  const { id } = await createCycle(owner, settings(framework.id));
  const subject = await createSubject(cast.scope, { id, framework }, { employeeId: cast.employee.id });
  const job = (instant: string) => makeScope({ ...cast.scope, actor: "job", now: new Date(instant) });
  return { ...cast, framework, owner, id, subject, job, read: () => getCycle(owner, id) };
}

describe("a cycle's life", () => {
  test("by the clock: opened on its first day by day, closed after its last", async () => {
    const { owner, id, job, read, organization } = await draft();
    await tendCycles(job("2026-11-15T10:00:00Z"));
    expect((await read()).status).toBe("draft");
    await openNomination(owner, { cycleId: id });
    expect(await tendCycles(job("2026-11-10T10:00:00Z"))).toEqual({ opened: 0, closed: 0, removed: 0 });
    // The first day has come in Helsinki, but it is night.
    expect(await tendCycles(job("2026-11-10T23:30:00Z"))).toEqual({ opened: 0, closed: 0, removed: 0 });
    expect(await tendCycles(job("2026-11-11T08:30:00Z"))).toEqual({ opened: 1, closed: 0, removed: 0 });
    expect(await read()).toMatchObject({ status: "collecting", framework: { versionNumber: 1 } });
    // The last day still is in Helsinki, though not in UTC's tomorrow.
    expect(await tendCycles(job("2026-11-22T21:30:00Z"))).toEqual({ opened: 0, closed: 0, removed: 0 });
    expect(await tendCycles(job("2026-11-22T22:30:00Z"))).toEqual({ opened: 0, closed: 1, removed: 0 });
    expect((await read()).status).toBe("closed");
    expect(organization.scope.timeZone).toBe("Europe/Helsinki");
  });

  test("by the clock: also when its framework was archived while raters were nominated", async () => {
    const { owner, id, framework, job, read } = await draft();
    await openNomination(owner, { cycleId: id });
    await changeEvaluationFrameworkStatus(owner, { frameworkId: framework.id, change: "archive" });
    expect(await tendCycles(job("2026-11-11T08:30:00Z"))).toMatchObject({ opened: 1 });
    expect(await read()).toMatchObject({ status: "collecting", framework: { versionNumber: 1 } });
    await expect(createCycle(owner, settings(framework.id))).rejects.toThrow("evaluationFrameworkArchived");
  });

  test("by the clock: not a cycle that was extended or put off since the clock looked", async () => {
    const { owner, id, job, read } = await draft();
    const tenth = job("2026-11-10T10:00:00Z");
    await expect(openCycle(tenth, { cycleId: id, begunBy: "2026-11-11" })).rejects.toThrow(ConflictError);
    await openNomination(owner, { cycleId: id });
    await expect(openCycle(tenth, { cycleId: id, begunBy: "2026-11-10" })).rejects.toThrow(ConflictError);
    await openCycle(owner, { cycleId: id });
    await extendCycle(owner, { cycleId: id, closesOn: "2026-11-30" });
    const late = job("2026-11-23T10:00:00Z");
    await expect(closeCycle(late, { cycleId: id, endedBefore: "2026-11-23" })).rejects.toThrow(ConflictError);
    await expect(closeCycle(late, { cycleId: id, endedBefore: "2026-11-30" })).rejects.toThrow(ConflictError);
    await closeCycle(late, { cycleId: id, endedBefore: "2026-12-01" });
    expect((await read()).status).toBe("closed");
  });

  test("whoever was archived leaves a cycle that is under way, and a closed one keeps them", async () => {
    const { scope, owner, framework, employee, job } = await draft();
    const running = await insertCycle(scope, { framework });
    const over = await insertCycle(scope, { framework, status: "closed" });
    for (const cycle of [running, over]) {
      const subject = await createSubject(scope, cycle, { employeeId: employee.id });
      await createRating(scope, subject, { group: "peer", status: "approved" });
    }
    await querySql(database.superuserUrl, "update employees set archived_at = now() where id = $1", [
      employee.id,
    ]);
    // Of the draft, where nobody was to rate, it is forgotten.
    expect(await tendCycles(job("2026-11-02T23:30:00Z"))).toMatchObject({ removed: 2 });
    expect(await listCycleSubjects(owner, running.id)).toMatchObject([{ removedAt: expect.any(Date) }]);
    expect(await listCycleSubjects(owner, over.id)).toMatchObject([{ removedAt: null, isGone: true }]);
    expect(await tendCycles(job("2026-11-03T23:30:00Z"))).toMatchObject({ removed: 0 });
  });

  test("opening early moves the first day; oneself and others are asked, and the promise is set", async () => {
    const { owner, id, read, employee, framework } = await draft();
    await querySql(database.superuserUrl, "update employees set email = 'e@example.test' where id = $1", [
      employee.id,
    ]);
    expect(await openCycle(at(owner, "2026-11-05T10:00:00Z"), { cycleId: id })).toEqual({ invited: 1 });
    const cycle = await read();
    expect(cycle.opensOn.toISOString().slice(0, 10)).toBe("2026-11-05");
    expect(cycle.firstInvitedAt).not.toBeNull();
    const change = { ...settings(framework.id), opensOn: "2026-11-05", cycleId: id };
    await expect(updateCycle(owner, { ...change, anonymityK: 3 })).rejects.toMatchObject({
      fields: { anonymityK: "thresholdPromised" },
    });
    await expect(updateCycle(owner, { ...change, ownersSee: true })).rejects.toMatchObject({
      fields: { ownersSee: "readersPromised" },
    });
    // "Enough" under one threshold and "not yet" under the next would tell how many have answered.
    await expect(updateCycle(owner, { ...change, anonymityK: 5 })).rejects.toMatchObject({
      fields: { anonymityK: "thresholdStays" },
    });
    await updateCycle(owner, { ...change, managersSee: false });
    expect(await read()).toMatchObject({ anonymityK: 4, managersSee: false });
    // Nor by any other way than the settings.
    for (const broken of [
      "anonymity_k = 5",
      "anonymity_k = 3",
      "comment_k = comment_k - 1",
      "owners_see = true",
    ]) {
      const update = `update evaluation_cycles set ${broken} where id = $1`;
      await expect(querySql(database.superuserUrl, update, [id]), broken).rejects.toThrow("promised stays");
    }
  });

  test("needs somebody to evaluate, a published framework and days to come", async () => {
    const { owner, framework, id } = await draft();
    const empty = await createCycle(owner, settings(framework.id));
    await expect(openCycle(owner, { cycleId: empty.id })).rejects.toThrow("cycleWithoutSubjects");
    await expect(openNomination(owner, { cycleId: empty.id })).rejects.toThrow("cycleWithoutSubjects");
    const late = at(owner, "2026-12-01T10:00:00Z");
    await expect(openCycle(late, { cycleId: id })).rejects.toThrow("cycleEndPassed");
    await expect(createCycle(late, settings(framework.id))).rejects.toMatchObject({
      fields: { closesOn: "cycleOpensInPast" },
    });
  });

  test("closing and extending: later than before, today at the earliest, also after closing", async () => {
    const { owner, id, read } = await draft();
    await expect(closeCycle(owner, { cycleId: id })).rejects.toThrow("cycleStateChanged");
    await openCycle(owner, { cycleId: id });
    await expect(extendCycle(owner, { cycleId: id, closesOn: "2026-11-22" })).rejects.toMatchObject({
      fields: { closesOn: "extendLater" },
    });
    await extendCycle(owner, { cycleId: id, closesOn: "2026-11-30" });
    const december = at(owner, "2026-12-03T10:00:00Z");
    await closeCycle(december, { cycleId: id });
    await expect(extendCycle(december, { cycleId: id, closesOn: "2026-12-02" })).rejects.toMatchObject({
      fields: { closesOn: "extendLater" },
    });
    await extendCycle(december, { cycleId: id, closesOn: "2026-12-03" });
    expect(await read()).toMatchObject({ status: "collecting", closedAt: null });
    await closeCycle(december, { cycleId: id });
    await expect(cancelCycle(december, { cycleId: id })).rejects.toThrow("cycleStateChanged");
  });

  test("cancelling destroys every answer of the cycle and of no other, and is final", async () => {
    const { scope, owner, employee, framework } = await draft();
    const cycle = await insertCycle(scope, { framework });
    const other = await insertCycle(scope, { framework });
    for (const one of [cycle, other]) {
      const subject = await createSubject(scope, one, { employeeId: employee.id });
      const answers = { p1: 4, p2: null, more: "Words." };
      await createRating(scope, subject, { group: "peer", answers });
      await createRating(scope, subject, { group: "peer", status: "approved", answers });
    }
    const count = async (what: string) => {
      const rows = await querySql<{ cycle: string; n: number }>(
        database.superuserUrl,
        `select s.cycle_id as cycle, count(*)::int as n from evaluation_answers a
           join evaluation_ratings r on r.id = a.rating_id join evaluation_subjects s on s.id = r.subject_id
          group by s.cycle_id`,
      );
      return rows.find((row) => row.cycle === what)?.n ?? 0;
    };
    const all = () =>
      querySql<{ n: number }>(database.superuserUrl, "select count(*)::int as n from evaluation_answers");
    expect(await count(cycle.id)).toBe(6);
    await cancelCycle(owner, { cycleId: cycle.id });
    expect(await count(cycle.id)).toBe(0);
    expect(await count(other.id)).toBe(6);
    expect(await all()).toEqual([{ n: 6 }]);
    await expect(openCycle(owner, { cycleId: cycle.id })).rejects.toThrow("cycleStateChanged");
    await expect(extendCycle(owner, { cycleId: cycle.id, closesOn: "2099-12-31" })).rejects.toThrow(
      "cycleStateChanged",
    );
  });

  test("a manager limited to locations has no part in it", async () => {
    const { localManager, id, framework } = await draft();
    for (const act of [
      () => getCycle(localManager.scope, id),
      () => listCycleSubjects(localManager.scope, id),
      () => createCycle(localManager.scope, settings(framework.id)),
      () => openCycle(localManager.scope, { cycleId: id }),
      () => cancelCycle(localManager.scope, { cycleId: id }),
    ]) {
      await expect(act()).rejects.toThrow("wholeOrganizationOnly");
    }
  });
});
