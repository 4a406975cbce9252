import { describe, expect, it } from "vitest";
import { releaseReports } from "@/features/evaluation-reports/commands/release-reports";
import { getReport } from "@/features/evaluation-reports/queries/get-report";
import { setUpTestDatabase } from "../../database";
import { createCycle, createRating, createSubject } from "../../factories/evaluations";
import { createSmallOrganization } from "../../factories/small-organization";
import { findExposed } from "./solver";

setUpTestDatabase();

/** Three colleagues and the manager have answered; `reader` is one of the three and reads the report. */
async function rateWith(reader: "owner" | "localManager", others: number) {
  const cast = await createSmallOrganization();
  const { scope, employee, localManager, manager } = cast;
  const cycle = await createCycle(scope, { status: "closed", ownersSee: true });
  const subject = await createSubject(scope, cycle, {
    employeeId: employee.id,
    managerMemberId: localManager.memberId,
  });
  const point = (value: number) => ({ p1: value, p2: value, c1: value, c2: value, more: `words ${value}` });
  await createRating(scope, subject, { group: "peer", answers: point(5), memberId: cast[reader].memberId });
  for (let at = 0; at < others; at += 1)
    await createRating(scope, subject, { group: "peer", answers: point(at + 1) });
  await createRating(scope, subject, { group: "manager", answers: point(4), memberId: manager.memberId });
  await releaseReports(manager.scope, cycle.id);
  return getReport(cast[reader].scope, subject.id);
}

describe("whoever reads a report and rated anonymously", () => {
  it("would find the two others of three", () => {
    const cell = { members: [0, 1, 2], sum: 8 };
    const own = { members: [0], sum: 5 };
    expect(findExposed([cell, own], 3, 3)).toContainEqual([1, 2]);
  });

  it.each(["owner", "localManager"] as const)("gets a group only with k others in it: %s", async (reader) => {
    const few = await rateWith(reader, 2);
    expect(few.cells.find(({ cell }) => cell === "peer")?.raters).toBeNull();
    expect(few.comments.map(({ place }) => place)).toEqual(["manager"]);
    const enough = await rateWith(reader, 3);
    expect(enough.cells.find(({ cell }) => cell === "peer")?.raters).toBe(4);
    expect(enough.comments.filter(({ place }) => place === "peer")).toHaveLength(4);
    expect(enough).toMatchObject({ anonymityK: 4, commentK: 4 });
  });
});
