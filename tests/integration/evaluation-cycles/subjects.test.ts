import { describe, expect, test } from "vitest";
import { addSubjects } from "@/features/evaluation-cycles/commands/add-subjects";
import { nameManager } from "@/features/evaluation-cycles/commands/name-manager";
import { removeSubject } from "@/features/evaluation-cycles/commands/remove-subject";
import { listCycleSubjects } from "@/features/evaluation-cycles/queries/list-cycle-subjects";
import { listSubjectChoices } from "@/features/evaluation-cycles/queries/list-subject-choices";
import { querySql, setUpTestDatabase } from "../../database";
import { createCycle, createRating, createSubject } from "../../factories/evaluations";
import { createMember } from "../../factories/organization";
import { createSmallOrganization } from "../../factories/small-organization";

const database = setUpTestDatabase();

async function cycleOf(overrides: Parameters<typeof createCycle>[1] = {}) {
  const cast = await createSmallOrganization();
  const cycle = await createCycle(cast.scope, { status: "draft", ...overrides });
  const { scope } = cast.owner;
  const add = (kind: "employee" | "team" | "location", subjects: string[], managerMemberId: string | null) =>
    addSubjects(scope, { cycleId: cycle.id, kind, subjects, managerMemberId });
  const list = () => listCycleSubjects(scope, cycle.id);
  return { ...cast, cycle, owner: scope, add, list };
}

describe("subjects", () => {
  test("are added once, with the place of now and the one manager of their location", async () => {
    const { add, list, employee, otherEmployee, team, location, localManager } = await cycleOf();
    expect(await add("employee", [employee.id, otherEmployee.id], null)).toEqual({ added: 2 });
    expect(await add("employee", [employee.id], null)).toEqual({ added: 0 });
    await add("team", [team.id], null);
    await add("location", [location.id], null);
    const rows = await list();
    expect(rows).toHaveLength(4);
    const of = (name: string) => rows.find((row) => row.name === name);
    expect(of(employee.name)).toMatchObject({
      place: `${location.name}, ${team.name}`,
      manager: { memberId: localManager.memberId },
    });
    expect(of(otherEmployee.name)).toMatchObject({ manager: null });
    expect(of(team.name)?.groups.map(({ group }) => group)).toEqual([
      "manager",
      "member",
      "peer",
      "customer",
    ]);
  });

  test("who is in it is not offered again", async () => {
    const { add, owner, cycle, employee, otherEmployee } = await cycleOf();
    await add("employee", [employee.id], null);
    const filter = { kind: "employee" as const, locationId: null, teamId: null, q: "" };
    const offered = await listSubjectChoices(owner, cycle.id, filter);
    expect(offered.rows.map(({ id }) => id)).toEqual([otherEmployee.id]);
    const none = await listSubjectChoices(owner, cycle.id, { ...filter, q: "nobody at all" });
    expect(none).toEqual({ rows: [], total: 0 });
  });

  test("nobody is the manager of oneself, and only owners and managers are named", async () => {
    const { add, owner, organization, cycle, employee, consultant, manager, list } = await cycleOf();
    const self = await createMember(organization, "manager", { employeeId: employee.id });
    await expect(add("employee", [employee.id], self.memberId)).rejects.toMatchObject({
      fields: { managerMemberId: "managerOfOneself" },
    });
    await expect(add("employee", [employee.id], consultant.memberId)).rejects.toMatchObject({
      fields: { managerMemberId: "notAManager" },
    });
    await add("employee", [employee.id], manager.memberId);
    const [subject] = await list();
    const naming = { cycleId: cycle.id, subjectIds: [subject?.id as string] };
    await expect(nameManager(owner, { ...naming, managerMemberId: self.memberId })).rejects.toMatchObject({
      fields: { managerMemberId: "managerOfOneself" },
    });
  });

  test("once others were asked nobody else comes to read, not even for a manager who left", async () => {
    const { owner, scope, cycle, employee, manager, localManager, list } = await cycleOf({
      status: "collecting",
    });
    const subject = await createSubject(scope, cycle, {
      employeeId: employee.id,
      managerMemberId: manager.memberId,
    });
    await createRating(scope, subject, { group: "peer", status: "approved" });
    const naming = { cycleId: cycle.id, subjectIds: [subject.id] };
    const change = () => nameManager(owner, { ...naming, managerMemberId: localManager.memberId });
    await expect(change()).rejects.toMatchObject({ fields: { managerMemberId: "managerPromised" } });
    await querySql(database.superuserUrl, "update members set archived_at = now() where id = $1", [
      manager.memberId,
    ]);
    await expect(change()).rejects.toMatchObject({ fields: { managerMemberId: "managerPromised" } });
    expect((await list())[0]?.manager).toMatchObject({ memberId: manager.memberId, isGone: true });
    await nameManager(owner, { ...naming, managerMemberId: null });
    await expect(change()).rejects.toMatchObject({ fields: { managerMemberId: "managerPromised" } });
  });

  test("are forgotten when nobody was to rate them, else removed, and come back as they were", async () => {
    const { owner, scope, cycle, employee, otherEmployee, add, list } = await cycleOf();
    await add("employee", [employee.id, otherEmployee.id], null);
    const rows = await list();
    const idOf = (name: string) => rows.find((row) => row.name === name)?.id as string;
    const rated = { id: idOf(employee.name), cycle };
    await createRating(scope, rated, { group: "peer", status: "proposed" });
    await removeSubject(owner, { subjectId: rated.id });
    await removeSubject(owner, { subjectId: idOf(otherEmployee.name) });
    expect(await list()).toMatchObject([{ id: rated.id, removedAt: expect.any(Date) }]);
    // The clock and an organizer at the same time: it happened once.
    await removeSubject(owner, { subjectId: rated.id });
    const removals = await querySql<{ subject: string }>(
      database.superuserUrl,
      "select detail ->> 'subject' as subject from activity_events where action = 'evaluationCycle.subjectRemoved'",
    );
    expect(removals.map(({ subject }) => subject).sort()).toEqual([employee.name, otherEmployee.name].sort());
    expect(await add("employee", [employee.id], null)).toEqual({ added: 1 });
    expect(await list()).toMatchObject([{ id: rated.id, removedAt: null }]);
  });

  test("nobody is added to a closed cycle", async () => {
    const { add, employee } = await cycleOf({ status: "closed" });
    await expect(add("employee", [employee.id], null)).rejects.toThrow("cycleStateChanged");
  });
});

describe("progress", () => {
  test("tells whether enough have answered and never how many, also of those taken off", async () => {
    const { scope, cycle, employee, list } = await cycleOf({
      status: "collecting",
      groups: ["peer", "self"],
    });
    const subject = await createSubject(scope, cycle, { employeeId: employee.id });
    const of = async (wanted: string) => (await list())[0]?.groups.find(({ group }) => group === wanted);
    const peers = () => of("peer");
    await createRating(scope, subject, { group: "peer", status: "approved" });
    await createRating(scope, subject, { group: "peer", status: "declined" });
    await createRating(scope, subject, { group: "peer", status: "proposed" });
    const one = await createRating(scope, subject, { group: "peer" });
    await createRating(scope, subject, { group: "peer" });
    expect(await peers()).toEqual({ group: "peer", asked: 3, proposed: 1, minimum: 0, isEnough: false });
    await createRating(scope, subject, { group: "peer" });
    expect(await peers()).toMatchObject({ asked: 4, isEnough: true });
    await querySql(
      database.superuserUrl,
      "update evaluation_ratings set withdrawn_at = now() where id = $1",
      [one.id],
    );
    expect(await peers()).toMatchObject({ asked: 3, isEnough: true });
    // Of one person it would tell who has answered.
    await createRating(scope, subject, { group: "self" });
    expect(await of("self")).toMatchObject({ asked: 1, isEnough: null });
  });
});
