import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { listAuditorResults } from "@/features/audit-results/figures/auditors";
import { getItemResults } from "@/features/audit-results/figures/items";
import { listBehaviourResults, listSectionResults } from "@/features/audit-results/figures/parts";
import { getAuditResult, listAuditGroups } from "@/features/audit-results/figures/results";
import type { AuditSlice } from "@/features/audit-results/schema";
import type { Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import {
  createAuditForm,
  createBehaviour,
  scaleItem,
  smallFormDefinition,
  type TestAuditForm,
  yesNoItem,
} from "../../factories/audit-forms";
import { createAudit } from "../../factories/audits";
import { createMember } from "../../factories/organization";
import { createSmallOrganization } from "../../factories/small-organization";

setUpTestDatabase();

const DAY = 86_400_000;
const now = new Date();
let cast: Awaited<ReturnType<typeof createSmallOrganization>>;
let other: { scope: Scope; memberId: string };
let form: TestAuditForm;
let behaviourId: string;
const slice = (overrides: Partial<AuditSlice> = {}): AuditSlice => ({
  kind: "mystery",
  from: new Date(now.getTime() - 100 * DAY),
  to: new Date(now.getTime() + DAY),
  filters: {},
  ...overrides,
});
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY);

/** Greeting: greeted, smiled. Service: honest (critical), listened (scale 0–4, the behaviour), passed from 3. */
function definition() {
  const small = smallFormDefinition();
  const [greeting, service] = small.sections;
  if (!greeting || !service) throw new Error("the small form has two sections");
  const items = [
    yesNoItem("honest", { isCritical: true }),
    scaleItem("listened", { behaviourId, passPoints: 3 }),
    yesNoItem("gift", { behaviourId, isBonus: true }),
  ];
  return { ...small, sections: [greeting, { ...service, items }] };
}

beforeAll(async () => {
  cast = await createSmallOrganization();
  const { scope, consultant, owner, location, otherLocation, touchpoint, otherTouchpoint, employee } = cast;
  other = await createMember(cast.organization, "consultant", { name: "Another" });
  behaviourId = (await createBehaviour(scope, { name: "Listening" })).id;
  form = await createAuditForm(scope, { definition: definition() });
  const base = {
    form,
    reviewerMemberId: owner.memberId,
    touchpointId: touchpoint.id,
    employeeId: employee.id,
  };
  const mine = { ...base, auditorMemberId: consultant.memberId, locationId: location.id };
  const theirs = { ...mine, auditorMemberId: other.memberId };
  const full = { greeted: true, smiled: true, honest: true, listened: "p4" };
  // Greeting 50, service (1 + 4)/5 = 100: total 75.
  await createAudit(scope, { ...mine, visitStartedAt: daysAgo(10), answers: { ...full, smiled: false } });
  // Greeting 100, service (0 + 2)/5 = 40: total 70, FAILED.
  await createAudit(scope, {
    ...mine,
    visitStartedAt: daysAgo(20),
    answers: { ...full, honest: false, listened: "p2" },
    timesReturned: 2,
    submittedAt: new Date(daysAgo(20).getTime() + (20 + 300) * 60_000),
  });
  // Greeting not applicable, service (1 + 3 + 1 of bonus)/5 = 100: total 100.
  await createAudit(scope, {
    ...mine,
    visitStartedAt: daysAgo(30),
    answers: { ...full, greeted: null, smiled: null, listened: "p3", gift: true },
  });
  // Three others at the same location: 100, 100 and, at another touchpoint without a name, 60:
  // greeting 100, service (1 + 0)/5 = 20.
  await createAudit(scope, { ...theirs, visitStartedAt: daysAgo(10) });
  await createAudit(scope, { ...theirs, visitStartedAt: daysAgo(20) });
  await createAudit(scope, {
    ...theirs,
    touchpointId: otherTouchpoint.id,
    employeeId: null,
    visitStartedAt: daysAgo(30),
    answers: { ...full, listened: "p0" },
  });
  // Elsewhere, where nobody else went: 0.
  await createAudit(scope, {
    ...mine,
    locationId: otherLocation.id,
    employeeId: null,
    visitStartedAt: daysAgo(40),
    answers: { greeted: false, smiled: false, honest: false, listened: "p0" },
  });
  // Not counted: an observation, a draft, one that is not published, one before the period.
  await createAudit(scope, { ...mine, kind: "observation", visitStartedAt: daysAgo(10) });
  await createAudit(scope, { ...mine, status: "draft" });
  await createAudit(scope, { ...mine, status: "in_review" });
  await createAudit(scope, { ...mine, visitStartedAt: daysAgo(200) });
});

const owner = () => cast.owner.scope;

describe("figures of audits, by hand", () => {
  it("are the means of the visits' totals, and the share of FAILED verdicts", async () => {
    // 75, 70, 100, 100, 100, 60, 0: 505 ÷ 7.
    const { figure, failed } = await getAuditResult(owner(), slice());
    expect(figure.n).toBe(7);
    expect(figure.score).toBeCloseTo(505 / 7, 10);
    expect([failed.count, failed.n]).toEqual([2, 7]);
    // Wilson of 2/7: 8.2–64.1 %.
    expect(failed.interval?.low).toBeCloseTo(0.0822, 3);
    expect(failed.interval?.high).toBeCloseTo(0.6411, 3);
  });

  it("never count observations with mystery visits", async () => {
    const { figure } = await getAuditResult(owner(), slice({ kind: "observation" }));
    expect(figure).toMatchObject({ score: 100, n: 1, isProvisional: true });
  });

  it("by touchpoint, location and named employee: provisional below three visits and then not ranked", async () => {
    const by = async (dimension: "touchpoint" | "location" | "employee") =>
      (await listAuditGroups(owner(), slice(), dimension)).map(({ id, figure, rank }) => [
        id,
        figure.n,
        Number((figure.score ?? 0).toFixed(6)),
        rank,
      ]);
    expect(await by("touchpoint")).toEqual([
      [cast.touchpoint.id, 6, Number((445 / 6).toFixed(6)), 1],
      [cast.otherTouchpoint.id, 1, 60, null],
    ]);
    expect(await by("location")).toEqual([
      [cast.location.id, 6, Number((505 / 6).toFixed(6)), 1],
      [cast.otherLocation.id, 1, 0, null],
    ]);
    expect(await by("employee")).toEqual([[cast.employee.id, 5, 89, 1]]);
  });

  it("by section: visits to which it did not apply are left out", async () => {
    const sections = await listSectionResults(owner(), slice());
    expect(sections.map(({ key, figure }) => [key, figure.n, figure.score])).toEqual([
      // 50, 100, 100, 100, 100, 0
      ["greeting", 6, 75],
      // 100, 40, 100, 100, 100, 20, 0
      ["service", 7, expect.closeTo(460 / 7, 10)],
    ]);
  });

  it("by behaviour: without bonus items", async () => {
    const [listening] = await listBehaviourResults(owner(), slice());
    // 4/4, 2/4, 3/4, 4/4, 4/4, 0/4, 0/4
    expect(listening?.figure).toMatchObject({ n: 7, score: expect.closeTo(425 / 7, 10) });
  });

  it("by item: points, failures by the item's own limit, not applicable, and by location", async () => {
    const { items, locationIds, doubleVisits } = await getItemResults(owner(), slice(), form.id);
    const found = items.map(({ key, points, failed, notApplicable }) => [
      key,
      points.n,
      Number(((points.value ?? 0) * points.n).toFixed(6)),
      failed.count,
      notApplicable,
    ]);
    expect(found).toEqual([
      ["greeted", 6, 5, 1, 1],
      ["smiled", 6, 4, 2, 1],
      ["honest", 7, 5, 2, 0],
      // 1 + ½ + ¾ + 1 + 1 + 0 + 0; p2 and p0 are below 3.
      ["listened", 7, 4.25, 3, 0],
      ["gift", 1, 1, 0, 0],
    ]);
    expect(locationIds).toEqual([cast.location.id, cast.otherLocation.id]);
    const listened = items.find(({ key }) => key === "listened")?.cells;
    expect(listened?.get(cast.location.id)).toMatchObject({ n: 6, value: 4.25 / 6, isProvisional: false });
    expect(listened?.get(cast.otherLocation.id)).toMatchObject({ n: 1, value: 0, isProvisional: true });
    expect(doubleVisits).toBe(0);
    expect(items[0]?.agreement).toMatchObject({ verdict: "tooFew", n: 0 });
  });
});

describe("consultants", () => {
  it("are compared with what others gave at the same location and form", async () => {
    const auditors = await listAuditorResults(owner(), slice());
    expect(auditors.map(({ memberId, visits }) => [memberId, visits]).sort()).toEqual(
      [
        [cast.consultant.memberId, 4],
        [other.memberId, 3],
      ].sort(),
    );
    const mine = auditors.find(({ memberId }) => memberId === cast.consultant.memberId);
    // 75, 70, 100 against 100, 100, 60: −5. Within: 516.67 + 1066.67 over 4 degrees = 395.83; factor 3 + 9/3 = 6;
    // reach 2.776445 · √(395.83 · 6) / 3 = 45.10.
    expect(mine?.severity).toMatchObject({ comparedN: 3, othersN: 3, isDifferent: false });
    expect(mine?.severity?.difference).toBeCloseTo(-5, 10);
    expect(mine?.severity?.interval.high).toBeCloseTo(40.1, 1);
    expect([mine?.sentBack.count, mine?.sentBack.n, mine?.timesSentBack]).toEqual([1, 4, 2]);
    // Visits of 20 minutes submitted 80 minutes after their beginning: an hour; one after five.
    expect([mine?.medianHours, mine?.lowerHours, mine?.upperHours]).toEqual([1, 1, 2]);
  });

  it("see themselves only, with the same difference", async () => {
    const own = await listAuditorResults(cast.consultant.scope, slice());
    expect(own.map(({ memberId }) => memberId)).toEqual([cast.consultant.memberId]);
    expect(own[0]?.severity).toMatchObject({ comparedN: 3, othersN: 3 });
    expect(own[0]?.severity?.difference).toBeCloseTo(-5, 10);
    expect(await listAuditorResults(cast.employeeMember.scope, slice())).toEqual([]);
  });
});

describe("who counts what", () => {
  it("managers of locations theirs, employees the visits that name them, others after the first look", async () => {
    const fresh = { ...slice(), from: daysAgo(0.9), to: new Date(now.getTime() + DAY) };
    await createAudit(cast.scope, {
      form,
      auditorMemberId: cast.consultant.memberId,
      reviewerMemberId: cast.owner.memberId,
      locationId: cast.location.id,
      touchpointId: cast.touchpoint.id,
      employeeId: cast.employee.id,
      visitStartedAt: daysAgo(0.5),
      publishedAt: daysAgo(0.1),
    });
    const n = async (scope: Scope, of = slice()) => (await getAuditResult(scope, of)).figure.n;
    expect(await n(cast.localManager.scope)).toBe(7);
    expect(await n(cast.employeeMember.scope)).toBe(6);
    expect(await n(cast.consultant.scope)).toBe(5);
    expect(await n(cast.manager.scope, fresh)).toBe(0);
    expect(await n(cast.owner.scope, fresh)).toBe(1);
    expect(
      await n(cast.localManager.scope, { ...slice(), filters: { location: cast.otherLocation.id } }),
    ).toBe(0);
  });
});

describe("double visits", () => {
  it("tell where auditors agree, by the kind of the item", async () => {
    const { scope, consultant, owner: reviewer, otherLocation, otherTouchpoint } = cast;
    const pairs: [string, string, boolean, boolean][] = [
      ["p4", "p4", true, true],
      ["p0", "p0", true, false],
      ["p2", "p2", false, true],
      ["p3", "p3", true, true],
      ["p1", "p1", false, false],
    ];
    const from = daysAgo(300);
    for (const [index, [first, second, smiled, also]] of pairs.entries()) {
      const doubleVisitId = uuidv7();
      for (const [auditorMemberId, listened, smile] of [
        [consultant.memberId, first, smiled],
        [other.memberId, second, also],
      ] as const) {
        await createAudit(scope, {
          form,
          auditorMemberId,
          doubleVisitId,
          reviewerMemberId: reviewer.memberId,
          locationId: otherLocation.id,
          touchpointId: otherTouchpoint.id,
          visitStartedAt: new Date(from.getTime() + index * DAY),
          answers: { greeted: true, smiled: smile, honest: null, listened },
        });
      }
    }
    const old = { ...slice(), from, to: daysAgo(250) };
    const { items, doubleVisits } = await getItemResults(owner(), old, form.id);
    expect(doubleVisits).toBe(5);
    const agreement = Object.fromEntries(items.map(({ key, agreement: found }) => [key, found]));
    expect(agreement.greeted).toMatchObject({ verdict: "noVariation", n: 5 });
    expect(agreement.listened).toMatchObject({ alpha: 1, verdict: "agree", n: 5 });
    expect(agreement.honest).toMatchObject({ verdict: "tooFew", n: 0 });
    // Nominal: 6 × yes, 4 × no; two of five pairs differ: 1 − (4/10) ÷ (2·6·4/90) = 0.25.
    expect(agreement.smiled?.alpha).toBeCloseTo(0.25, 10);
    expect(agreement.smiled?.verdict).toBe("unclear");
  });
});
