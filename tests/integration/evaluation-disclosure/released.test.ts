import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { nameManager } from "@/features/evaluation-cycles/commands/name-manager";
import { makeCohortTexts } from "@/features/evaluation-reports/cohort/cohort-texts";
import { makeUnitSheet } from "@/features/evaluation-reports/cohort/export/cohort-sheets";
import { getCohort } from "@/features/evaluation-reports/cohort/queries/get-cohort";
import { releaseReports } from "@/features/evaluation-reports/commands/release-reports";
import { makeReportSheet } from "@/features/evaluation-reports/export/report-sheet";
import { getReport } from "@/features/evaluation-reports/queries/get-report";
import { describeReport } from "@/features/evaluation-reports/report/describe-report";
import { makeEvaluationTexts } from "@/features/evaluation-reports/report/evaluation-texts";
import type { ReleasedFigures } from "@/features/evaluation-reports/rules/publish-report";
import { isNamedGroup, type ReleasedReport } from "@/features/evaluation-reports/schema";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { writeCsv } from "@/server/sheet";
import { setUpTestDatabase } from "../../database";
import { createCycle, createRating, createSubject, type TestCycle } from "../../factories/evaluations";
import { createEmployee } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";
import { sendRatings } from "./play";
import { anySubject, listProtected, readReleases, type SimulatedSubject } from "./simulated-subject";
import { findExposed } from "./solver";

setUpTestDatabase();

const K = 3;
const STAGES = [1, 2, 3];
const SUBJECTS = 9;

type Played = {
  simulated: SimulatedSubject;
  id: string;
  reports: { stage: number; report: ReleasedReport }[];
};

let cast: Awaited<ReturnType<typeof createSmallOrganization>>;
let cycle: TestCycle;
let played: Played[];
/** The cohort as the manager sees it after each stage. */
const cohorts: unknown[] = [];

const later = (scope: Scope, days: number): Scope => ({
  ...scope,
  now: new Date(scope.now.getTime() + days * 24 * 3600_000),
});

beforeAll(async () => {
  cast = await createSmallOrganization();
  const { scope, location, otherLocation, localManager, manager } = cast;
  cycle = await createCycle(scope, { status: "closed", anonymityK: K, closesOn: new Date("2026-06-30") });
  const simulated = fc
    .sample(
      anySubject({ largestK: K, largestGroup: 6 }).filter(
        ({ isOnePerson, raters }) => isOnePerson && raters.length > 9,
      ),
      { numRuns: SUBJECTS, seed: 360 },
    )
    .map((subject) => ({ ...subject, items: ["p1", "c1"] }));
  played = [];
  for (const [at, subject] of simulated.entries()) {
    const locationId = at < 5 ? location.id : otherLocation.id;
    const employee = await createEmployee(scope, { locationId });
    const { id } = await createSubject(scope, cycle, {
      employeeId: employee.id,
      ofLocationId: locationId,
      managerMemberId: localManager.memberId,
    });
    played.push({ simulated: subject, id, reports: [] });
  }
  for (const stage of STAGES) {
    const sent = played.flatMap(({ simulated: subject, id: subjectId }) =>
      subject.raters.flatMap(({ group, arrives, points: [p1 = null, c1 = null] }, rater) =>
        arrives === stage
          ? [{ subjectId, group, answers: { p1, c1, more: `words of ${group} ${rater}` } }]
          : [],
      ),
    );
    await sendRatings(scope, cycle, sent);
    await releaseReports(later(manager.scope, stage), cycle.id);
    for (const each of played) {
      const report = await getReport(later(localManager.scope, stage), each.id).catch(() => null);
      if (report && report.number > each.reports.length) each.reports.push({ stage, report });
    }
    cohorts.push(await getCohort(later(manager.scope, stage), cycle.id));
  }
});

const asReleased = ({ cells, figures }: ReleasedReport): ReleasedFigures => ({
  cells,
  figures: figures.map(({ itemKey, ...figure }) => ({ ...figure, itemId: itemKey })),
});

describe("what a manager gets of released reports", () => {
  it("tells nothing of fewer than k raters, all releases of a subject together", () => {
    expect(played.filter(({ reports }) => reports.length > 0).length).toBeGreaterThan(5);
    expect(played.filter(({ reports }) => reports.length > 1).length).toBeGreaterThan(3);
    for (const { simulated, reports } of played) {
      const releases = reports.map(({ stage, report }) => ({ number: stage, shown: asReleased(report) }));
      simulated.items.forEach((_, item) => {
        const { equations } = readReleases(simulated, releases, item);
        expect(findExposed(equations, listProtected(simulated, item).length, K)).toEqual([]);
      });
    }
  });

  it("stays word for word what it was after later releases", async () => {
    for (const { id, reports } of played) {
      for (const { report } of reports) {
        const now = await getReport(later(cast.localManager.scope, 9), id, report.number);
        expect({ ...now, releases: [] }).toEqual({ ...report, releases: [] });
      }
    }
  });

  it("has no comment of a hidden group, and at least k at each place, between two releases, too", () => {
    for (const { reports } of played) {
      const texts = reports.map(({ report }) => report.comments);
      for (const [at, { report }] of reports.entries()) {
        const before = texts[at - 1] ?? [];
        for (const { place, text } of report.comments) {
          const group = text.split(" ")[2] as "peer";
          const cell = report.cells.find(({ groups }) => groups.includes(group));
          expect(cell?.raters).not.toBeNull();
          if (isNamedGroup(group, true)) continue;
          const there = report.comments.filter((comment) => comment.place === place).length;
          const more = there - before.filter((comment) => comment.place === place).length;
          expect(more === 0 || more >= K).toBe(true);
        }
      }
    }
  });

  it("is the same as CSV: no line but of published figures", () => {
    for (const { reports } of played) {
      for (const { report } of reports) {
        const view = describeReport(report, "en", "UTC");
        const { rows, columns } = makeReportSheet(view, makeEvaluationTexts("en", "UTC"));
        const published = report.figures.map(({ n, sum }) => `${n} ${(sum / n).toFixed(6)}`);
        expect(columns.length).toBeGreaterThan(5);
        for (const [level, , , , mean, n] of rows) {
          if (level?.kind !== "text" || mean?.kind !== "value" || n?.kind !== "count")
            throw new Error("other columns");
          // One item to a competency was answered, so that competencies have the figures of their items.
          expect(published).toContain(`${n.count} ${mean.value?.toFixed(6)}`);
        }
      }
    }
  });

  it("names no rater and no time but the release's", () => {
    for (const { reports } of played) {
      const seen = JSON.stringify(reports.map(({ report }) => report));
      expect(seen).not.toMatch(/Rater \d|rater-\d|@example/);
      const times = seen.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
      const allowed = reports.flatMap(({ report: { releasedAt, subjectSeesFrom, cycle: round } }) =>
        [releasedAt, subjectSeesFrom, round.opensOn, round.closesOn].map((moment) => moment.toISOString()),
      );
      expect(times.filter((time) => !allowed.includes(time))).toEqual([]);
    }
  });
});

describe("the cohort of released reports", () => {
  it("is of the first release alone, whatever comes later", async () => {
    const [first, ...others] = cohorts;
    for (const other of others) expect(other).toEqual(first);
    const { scope, manager } = cast;
    const gone = played[0]?.id as string;
    await withScope(scope, (tx) =>
      tx.evaluationSubject.update({
        where: key(scope, gone),
        data: { removedAt: scope.now },
        select: { id: true },
      }),
    );
    expect(await getCohort(manager.scope, cycle.id)).toEqual(first);
  });

  it("is what the reports show of at least k employees, added up, and the same as CSV", async () => {
    const cohort = await getCohort(cast.manager.scope, cycle.id);
    const first = played.flatMap(({ reports }) => reports.filter(({ stage }) => stage === 1));
    const means = first.flatMap(({ report }) =>
      report.figures
        .filter(({ cell, itemKey }) => cell === "total" && itemKey === "p1")
        .map(({ n, sum }) => sum / n),
    );
    expect(first.length).toBeGreaterThanOrEqual(2 * K);
    expect(cohort.rows[0]?.subjects).toBe(first.length);
    const figure = cohort.rows[0]?.figures.presence;
    expect(figure?.n).toBe(means.length);
    expect(figure?.mean).toBeCloseTo(means.reduce((sum, mean) => sum + mean, 0) / means.length, 9);
    for (const { figures } of cohort.rows) {
      for (const { n } of Object.values(figures)) expect(n).toBeGreaterThanOrEqual(K);
    }
    const csv = writeCsv(makeUnitSheet(cohort, makeCohortTexts("en")));
    for (const { id } of played) expect(csv).not.toContain(id);
    expect(csv.trim().split("\r\n")).toHaveLength(1 + 2 * cohort.rows.length);
  });

  it("hides a unit from the manager who knows nearly all of it, and is nobody's who is limited to locations", async () => {
    // The named manager may open all reports of the cycle: nothing is a secret.
    const whole = { ...cast.localManager.scope, locationIds: null };
    expect((await getCohort(whole, cycle.id)).rows.every(({ hidden }) => hidden === null)).toBe(true);
    await expect(getCohort(cast.localManager.scope, cycle.id)).rejects.toThrow();
    // Two of the subjects have another manager from now on: whoever knows all others would find those two.
    const { scope, manager } = cast;
    const two = played.filter(({ reports }) => reports[0]?.stage === 1).slice(0, 2);
    for (const { id } of two) {
      await withScope(scope, (tx) =>
        tx.evaluationSubject.update({
          where: key(scope, id),
          data: { managerMemberId: manager.memberId },
          select: { id: true },
        }),
      );
    }
    const rows = (await getCohort(whole, cycle.id)).rows;
    expect(rows.filter(({ depth }) => depth > 0).some(({ hidden }) => hidden === "known")).toBe(true);
    const shown = rows.filter(({ depth, hidden }) => depth > 0 && hidden === null);
    expect(rows[0]?.figures.presence?.n ?? 0).toBe(
      shown.reduce((n, { figures }) => n + (figures.presence?.n ?? 0), 0),
    );
  });

  it("shows a former manager no more than before, who remembers the reports", async () => {
    const { scope, manager } = cast;
    const subjects = played.filter(({ reports }) => reports[0]?.stage === 1).slice(0, 3);
    const name = (managerMemberId: string | null) =>
      withScope(scope, (tx) =>
        tx.evaluationSubject.updateMany({
          where: { organizationId: scope.organizationId, id: { in: subjects.map(({ id }) => id) } },
          data: { managerMemberId },
        }),
      );
    await name(manager.memberId);
    const rater = { group: "manager", status: "approved", memberId: manager.memberId } as const;
    const [one, ...more] = subjects.map(({ id }) => ({ id, cycle }));
    const { raterId } = await createRating(scope, one as { id: string; cycle: TestCycle }, rater);
    for (const subject of more) await createRating(scope, subject, { ...rater, raterId });
    const before = (await getCohort(manager.scope, cycle.id)).rows;
    expect(before.some(({ hidden }) => hidden === "known")).toBe(true);
    await name(null);
    expect((await getCohort(manager.scope, cycle.id)).rows).toEqual(before);
  });

  it("nor where managers were not asked to rate: releases remember whose reports they were", async () => {
    const { scope, manager, location } = cast;
    const quiet = await createCycle(scope, { status: "closed", groups: ["self", "peer"], managersSee: true });
    const subjects: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      const subject = await createSubject(scope, quiet, {
        employeeId: (await createEmployee(scope, { locationId: location.id })).id,
        ofLocationId: location.id,
        // The manager knows three of five, and would find the other two.
        managerMemberId: at < 3 ? manager.memberId : null,
      });
      subjects.push(subject.id);
      for (let peer = 0; peer < 3; peer += 1) {
        await createRating(scope, subject, { group: "peer", answers: { p1: 4, p2: 3, c1: 5, c2: 2 } });
      }
    }
    expect(await releaseReports(cast.owner.scope, quiet.id)).toMatchObject({ released: 5 });
    const before = (await getCohort(manager.scope, quiet.id)).rows;
    expect(before).toMatchObject([{ hidden: "known", figures: {} }]);
    await nameManager(manager.scope, {
      cycleId: quiet.id,
      subjectIds: subjects.slice(0, 3),
      managerMemberId: null,
    });
    expect((await getCohort(manager.scope, quiet.id)).rows).toEqual(before);
    // To somebody who never read one it is shown.
    const stranger = { ...manager.scope, memberId: cast.localManager.memberId };
    expect((await getCohort(stranger, quiet.id)).rows).toMatchObject([{ hidden: null }]);
  });
});
