import { describe, expect, it } from "vitest";
import { releaseReports } from "@/features/evaluation-reports/commands/release-reports";
import { getReport } from "@/features/evaluation-reports/queries/get-report";
import type { ReleasedReport } from "@/features/evaluation-reports/schema";
import { withScope } from "@/server/database";
import { ConflictError, ForbiddenError, NotFoundError } from "@/server/errors";
import { key } from "@/server/scope";
import { querySql, setUpTestDatabase } from "../../database";
import { createRating, createSubject } from "../../factories/evaluations";
import { createReportCast, later, points, rate, rateFromAllSides } from "./report-cast";

const database = setUpTestDatabase();

/** "cell n/sum counts" of an item. */
function figuresOf(report: ReleasedReport, itemKey: string): string[] {
  return report.figures
    .filter((figure) => figure.itemKey === itemKey)
    .map(({ cell, n, sum, counts }) => `${cell} ${n}/${sum} ${counts?.join("") ?? "-"}`)
    .sort();
}

describe("releaseReports", () => {
  it("stores what may be shown: named people, cells of at least k, sums of cells", async () => {
    const { manager, scope, cycle, subject, localManager } = await createReportCast();
    await rateFromAllSides(scope, subject);
    expect(await releaseReports(manager.scope, cycle.id)).toEqual({ released: 1, again: 0, waiting: 0 });

    const report = await getReport(localManager.scope, subject.id);
    // Two reports are too few alone, and two are not three: the smallest shown group, three colleagues, joins them.
    expect(report.cells).toEqual([
      { cell: "self", groups: ["self"], raters: 1, invited: 1 },
      { cell: "manager", groups: ["manager"], raters: 1, invited: 1 },
      { cell: "customer", groups: ["customer"], raters: 4, invited: 4 },
      { cell: "others", groups: ["peer", "report"], raters: 5, invited: 5 },
    ]);
    expect(figuresOf(report, "p1")).toEqual([
      "customer 4/17 -",
      "manager 1/4 00010",
      "others 5/11 21110",
      "self 1/5 00001",
      "total 10/32 -",
    ]);
    // One customer could not say.
    expect(figuresOf(report, "p2")).toContain("customer 3/12 -");
    const comments = report.comments.map(({ place, text }) => `${place}: ${text}`);
    expect(comments.filter((comment) => comment.startsWith("customer")).sort()).toEqual([
      "customer: Customer one",
      "customer: Customer three",
      "customer: Customer two",
    ]);
    // Two colleagues and a report wrote: shown under the cell they form.
    expect(comments.filter((comment) => comment.startsWith("others"))).toHaveLength(3);
    expect(comments).toContain("manager: Manager's words");
    expect(report).toMatchObject({ number: 1, anonymityK: 3, earlier: null, gapThreshold: 4 / 3 });
  });

  it("only of a closed cycle, by whoever has the whole organization", async () => {
    const { manager, localManager, cycle, subject, scope } = await createReportCast({ status: "collecting" });
    await rateFromAllSides(scope, subject);
    await expect(releaseReports(manager.scope, cycle.id)).rejects.toThrow(ConflictError);
    await expect(releaseReports(localManager.scope, cycle.id)).rejects.toThrow(ForbiddenError);
    const other = await createReportCast();
    await expect(releaseReports(other.manager.scope, cycle.id)).rejects.toThrow(NotFoundError);
  });

  it("waits as long as nothing but the subject's own answers can be shown", async () => {
    const { manager, scope, cycle, subject } = await createReportCast();
    await rate(scope, subject, "self", points(4));
    await rate(scope, subject, "peer", points(1), points(2));
    expect(await releaseReports(manager.scope, cycle.id)).toEqual({ released: 0, again: 0, waiting: 1 });
    await expect(getReport(manager.scope, subject.id)).rejects.toThrow(NotFoundError);
    await rate(scope, subject, "peer", points(3));
    expect(await releaseReports(manager.scope, cycle.id)).toEqual({ released: 1, again: 0, waiting: 0 });
  });

  it("again only with k new ratings, and leaves the first release as it was", async () => {
    const { manager, scope, cycle, subject, localManager } = await createReportCast();
    await rate(
      scope,
      subject,
      "peer",
      points(2, { more: "a" }),
      points(3, { more: "b" }),
      points(4, { more: "c" }),
    );
    await releaseReports(manager.scope, cycle.id);
    const first = await getReport(localManager.scope, subject.id);
    const afterwards = later(manager.scope, 1);

    await rate(scope, subject, "peer", points(5, { more: "d" }), points(5, { more: "e" }));
    expect(await releaseReports(afterwards, cycle.id)).toEqual({ released: 0, again: 0, waiting: 1 });
    await rate(scope, subject, "peer", points(5));
    expect(await releaseReports(afterwards, cycle.id)).toEqual({ released: 0, again: 1, waiting: 0 });

    const { releases, ...kept } = await getReport(localManager.scope, subject.id, 1);
    expect(kept).toEqual({ ...first, releases: undefined });
    expect(releases.map(({ number }) => number)).toEqual([2, 1]);
    const second = await getReport(localManager.scope, subject.id);
    expect(second.number).toBe(2);
    expect(figuresOf(second, "p1")).toContain("peer 6/24 -");
    // Two new comments would be told from the three before.
    expect(second.comments.map(({ text }) => text).sort()).toEqual(["a", "b", "c"]);
    expect((await getReport(localManager.scope, subject.id, 2)).id).toBe(second.id);
    await expect(getReport(localManager.scope, subject.id, 3)).rejects.toThrow(NotFoundError);
  });

  it("counts a rating that was sent although its rater was taken off, and nobody who was never asked", async () => {
    const { manager, scope, cycle, subject, localManager } = await createReportCast();
    const [withdrawn] = await rate(scope, subject, "peer", points(2), points(3), points(4));
    await createRating(scope, subject, { group: "peer", status: "declined" });
    await createRating(scope, subject, { group: "peer", status: "refused" });
    await createRating(scope, subject, { group: "peer", status: "proposed" });
    await createRating(scope, subject, { group: "report", status: "refused" });
    const early = await createRating(scope, subject, { group: "peer", status: "approved" });
    await withScope(scope, async (tx) => {
      await tx.evaluationRating.update({
        where: key(scope, withdrawn?.id as string),
        data: { withdrawnAt: later(scope, 1).now },
        select: { id: true },
      });
      // Before anybody was asked.
      await tx.evaluationRating.update({
        where: key(scope, early.id),
        data: { withdrawnAt: later(scope, -1).now },
        select: { id: true },
      });
    });
    await releaseReports(manager.scope, cycle.id);
    const report = await getReport(localManager.scope, subject.id);
    expect(report.cells).toEqual([{ cell: "peer", groups: ["peer"], raters: 3, invited: 4 }]);
  });

  it("nothing of a subject that was removed; a team has no named self", async () => {
    const { manager, owner, scope, cycle, subject, team, location, localManager } = await createReportCast({
      ownersSee: true,
    });
    const unit = await createSubject(scope, cycle, {
      kind: "team",
      teamId: team.id,
      ofLocationId: location.id,
      managerMemberId: localManager.memberId,
    });
    for (const one of [subject, unit]) await rateFromAllSides(scope, one);
    await rate(scope, unit, "member", points(5), points(4));
    await withScope(scope, (tx) =>
      tx.evaluationSubject.update({
        where: key(scope, subject.id),
        data: { removedAt: scope.now },
        select: { id: true },
      }),
    );
    expect(await releaseReports(manager.scope, cycle.id)).toEqual({ released: 1, again: 0, waiting: 0 });
    const report = await getReport(owner.scope, unit.id);
    // One "self", two members, two reports: five together, without the colleagues' help.
    expect(report.cells.map(({ cell, groups }) => `${cell}: ${groups.join("+")}`)).toEqual([
      "manager: manager",
      "peer: peer",
      "customer: customer",
      "others: self+member+report",
    ]);
    expect(report.subject).toMatchObject({ kind: "team", location: { id: location.id } });
  });

  it("never changes afterwards, whoever asks", async () => {
    const { manager, scope, cycle, subject } = await createReportCast();
    await rateFromAllSides(scope, subject);
    await releaseReports(manager.scope, cycle.id);
    for (const table of ["reports", "report_cells", "report_figures", "report_comments"]) {
      for (const sql of [
        `update evaluation_${table} set organization_id = organization_id`,
        `delete from evaluation_${table}`,
      ]) {
        await expect(querySql(database.superuserUrl, sql)).rejects.toThrow(/never change/);
      }
    }
  });

  it("once, however often it is asked for at the same time, and says so in the audit trail", async () => {
    const { manager, scope, cycle, subject } = await createReportCast();
    await rateFromAllSides(scope, subject);
    const outcomes = await Promise.all([1, 2, 3].map(() => releaseReports(manager.scope, cycle.id)));
    expect(outcomes.map(({ released, again }) => released + again).sort()).toEqual([0, 0, 1]);
    const events = await withScope(scope, (tx) =>
      tx.activityEvent.findMany({
        where: { action: "evaluationCycle.released" },
        select: { subjectId: true, detail: true },
      }),
    );
    expect(events).toEqual([
      { subjectId: cycle.id, detail: { name: expect.any(String), released: 1, again: 0 } },
    ]);
  });

  it("tells the subject when it may see it, and the others once for all of them", async () => {
    const cast = await createReportCast({ subjectSeesAfterDays: 3, ownersSee: true });
    const { manager, owner, localManager, employeeMember, scope, cycle, subject } = cast;
    await rateFromAllSides(scope, subject);
    await releaseReports(manager.scope, cycle.id);
    const mails = await withScope(scope, (tx) =>
      tx.memberMail.findMany({
        where: { kind: { startsWith: "evaluation" } },
        select: { memberId: true, kind: true, createdAt: true },
      }),
    );
    const told = (memberId: string) => mails.filter((mail) => mail.memberId === memberId);
    expect(mails).toHaveLength(3);
    expect(told(employeeMember.memberId)).toMatchObject([{ kind: "evaluationReportReleased" }]);
    expect(told(employeeMember.memberId)[0]?.createdAt.getTime()).toBeGreaterThan(
      scope.now.getTime() + 2.9 * 86_400_000,
    );
    for (const { memberId } of [owner, localManager]) {
      expect(told(memberId)).toMatchObject([{ kind: "evaluationReportsReleased" }]);
    }
  });
});
