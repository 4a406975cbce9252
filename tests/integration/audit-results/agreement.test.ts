import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { listAuditorResults } from "@/features/audit-results/figures/auditors";
import { getItemResults } from "@/features/audit-results/figures/items";
import { listBehaviourResults, listSectionResults } from "@/features/audit-results/figures/parts";
import { getAuditResult } from "@/features/audit-results/figures/results";
import { openAuditDashboard } from "@/features/dashboards/audits/audit-dashboard";
import { listNamedGroups } from "@/features/dashboards/audits/audit-groups";
import { auditExportHref } from "@/features/dashboards/audits/audit-href";
import { getAuditTrend } from "@/features/dashboards/audits/audit-trend";
import { getBesideCustomers } from "@/features/dashboards/audits/beside-customers";
import { openDashboard } from "@/features/dashboards/dashboard";
import { exportHref } from "@/features/dashboards/dashboard-href";
import { openExport } from "@/features/dashboards/sheets/open-export";
import { type AuditFigure, auditFigure, sumScores } from "@/metrics/audit-figure";
import { formatPlain } from "@/metrics/format";
import { writeCsv } from "@/server/sheet";
import { querySql, setUpTestDatabase } from "../../database";
import type { TestAuditForm } from "../../factories/audit-forms";
import { textsIn } from "../dashboards/texts";
import { type AnswerRow, createRandomAudits, type Row } from "./random-audits";

const database = setUpTestDatabase();
const texts = textsIn("en");
let cast: Awaited<ReturnType<typeof createRandomAudits>>["cast"];
let form: TestAuditForm;
let rows: Row[];
let answers: AnswerRow[];

beforeAll(async () => {
  ({ cast, form, rows, answers } = await createRandomAudits(database.superuserUrl));
});

const slug = "small";
const open = (kind: "mystery" | "observation", raw: Record<string, string> = {}) =>
  openAuditDashboard(cast.owner.scope, { slug, pathname: `/o/${slug}/audit-results` }, kind, raw);

async function readCsv(href: string): Promise<Record<string, string>[]> {
  const url = new URL(href, "http://localhost");
  const table = url.pathname.split("/").at(-1) ?? "";
  const found = await openExport(cast.owner.scope, slug, table, url.searchParams, texts);
  if (!found) throw new Error(`no export at ${href}`);
  return parse(writeCsv(found.sheet), { bom: true, columns: true });
}

const recount = (some: readonly Row[]) => auditFigure(sumScores(some.map(({ score }) => score)));
const plain = (value: number | null | undefined) => formatPlain(value == null ? null : value / 100, "share");
const cells = (figure: AuditFigure) => [
  plain(figure.score),
  plain(figure.interval?.low),
  plain(figure.interval?.high),
  String(figure.n),
];
const csvCells = (row: Record<string, string> | undefined) => [
  row?.["Score (%)"],
  row?.["Interval from (%)"],
  row?.["Interval to (%)"],
  row?.Visits,
];

function expectSame(found: AuditFigure | undefined, expected: AuditFigure): void {
  expect(found?.n).toBe(expected.n);
  for (const [one, two] of [
    [found?.score, expected.score],
    [found?.interval?.low, expected.interval?.low],
    [found?.interval?.high, expected.interval?.high],
  ]) {
    if (two == null) expect(one ?? null).toBeNull();
    else expect(Math.abs((one ?? Number.NaN) - two)).toBeLessThan(1e-9);
  }
}

describe.each(["mystery", "observation"] as const)("page, CSV and a recount of the rows: %s", (kind) => {
  it("total and FAILED verdicts", async () => {
    const dashboard = await open(kind);
    const { figure, failed } = await getAuditResult(dashboard.scope, dashboard.slice);
    const mine = rows.filter((row) => row.kind === kind);
    expect(mine.length).toBeGreaterThan(5);
    expectSame(figure, recount(mine));
    expect([failed.count, failed.n]).toEqual([mine.filter((row) => row.is_failed).length, mine.length]);
    const [row] = await readCsv(auditExportHref(dashboard, "audit-headlines"));
    expect(csvCells(row)).toEqual(cells(figure));
    expect(row?.["Failed audits, number"]).toBe(String(failed.count));
  });

  it("by month", async () => {
    const dashboard = await open(kind, { interval: "month" });
    const { points, by } = await getAuditTrend(dashboard);
    expect(by).toBe("month");
    const csv = await readCsv(auditExportHref(dashboard, "audit-trend"));
    expect(csv).toHaveLength(points.length);
    for (const [index, point] of points.entries()) {
      const ofMonth = rows.filter((row) => row.kind === kind && row.month === point.key.slice(0, 7));
      expectSame(point.figure, recount(ofMonth));
      expect(csvCells(csv[index])).toEqual(cells(point.figure));
    }
    expect(points.reduce((sum, { figure }) => sum + figure.n, 0)).toBe(
      rows.filter((row) => row.kind === kind && row.score !== null).length,
    );
  });

  it("by touchpoint, location and employee", async () => {
    const dashboard = await open(kind);
    for (const [by, column, table] of [
      ["touchpoint", "touchpoint_id", "audit-touchpoints"],
      ["location", "location_id", "audit-locations"],
      ["employee", "employee_id", "audit-employees"],
    ] as const) {
      const groups = await listNamedGroups(dashboard, by, texts);
      const csv = await readCsv(auditExportHref(dashboard, table));
      const ids = new Set(
        rows.filter((row) => row.kind === kind && row[column] !== null).map((row) => row[column]),
      );
      expect(new Set(groups.map(({ id }) => id))).toEqual(ids);
      for (const [index, group] of groups.entries()) {
        const mine = rows.filter((row) => row.kind === kind && row[column] === group.id);
        expectSame(group.figure, recount(mine));
        expect(group.failed.count).toBe(mine.filter((row) => row.is_failed).length);
        expect(csvCells(csv[index])).toEqual(cells(group.figure));
      }
    }
  });
});

describe("page, CSV and a recount of the answers", () => {
  it("filters count the same on a page of one touchpoint and in the table", async () => {
    const all = await open("mystery");
    const groups = await listNamedGroups(all, "touchpoint", texts);
    for (const { id, figure } of groups) {
      const narrowed = await open("mystery", { touchpoint: id });
      expect((await getAuditResult(narrowed.scope, narrowed.slice)).figure).toEqual(figure);
    }
  });

  it("visit by visit where they are few, with limits from the first half of them", async () => {
    const dashboard = await open("mystery", { touchpoint: cast.otherTouchpoint.id });
    const trend = await getAuditTrend(dashboard);
    const mine = rows.filter(
      (row) => row.kind === "mystery" && row.touchpoint_id === cast.otherTouchpoint.id && row.score !== null,
    );
    expect(trend.by).toBe("visit");
    expect(trend.points.map(({ key, figure }) => [key, figure.score])).toEqual(
      mine.map(({ id, score }) => [id, score]),
    );
    const half = mine.slice(0, Math.max(8, Math.ceil(mine.length / 2))).map(({ score }) => score ?? 0);
    const mean = half.reduce((sum, score) => sum + score, 0) / half.length;
    const ranges = half.slice(1).map((score, at) => Math.abs(score - (half[at] ?? score)));
    const reach = (3 * ranges.reduce((sum, range) => sum + range, 0)) / ranges.length / 1.128;
    expect(trend.centre).toBeCloseTo(mean, 9);
    expect(trend.points[0]?.limits.lower).toBeCloseTo(Math.max(0, mean - reach), 9);
    expect(trend.points[0]?.limits.upper).toBeCloseTo(Math.min(100, mean + reach), 9);
  });

  it("sections and behaviours", async () => {
    const dashboard = await open("mystery");
    const { scope, slice } = dashboard;
    const sections = await listSectionResults(scope, slice);
    const csv = await readCsv(auditExportHref(dashboard, "audit-sections"));
    const scores = (await querySql(
      database.superuserUrl,
      `select s.section_key, s.score from audit_section_scores s join audits a on a.id = s.audit_id
        where a.kind = 'mystery'`,
    )) as { section_key: string; score: number | null }[];
    for (const [index, { key, figure }] of sections.entries()) {
      const mine = scores.filter(({ section_key }) => section_key === key);
      expectSame(figure, auditFigure(sumScores(mine.map(({ score }) => score))));
      expect(csvCells(csv[index])).toEqual(cells(figure));
    }
    const [behaviour] = await listBehaviourResults(scope, slice);
    const listened = answers.filter(({ key, possible }) => key === "listened" && possible !== null);
    const shares = listened.map(({ earned, possible }) => (100 * (earned ?? 0)) / (possible ?? 1));
    expectSame(behaviour?.figure, auditFigure(sumScores(shares)));
    const [row] = await readCsv(auditExportHref(dashboard, "audit-behaviours"));
    expect(csvCells(row)).toEqual(cells(behaviour?.figure as AuditFigure));
  });

  it("items, and items by location", async () => {
    const dashboard = await open("mystery");
    const { items } = await getItemResults(dashboard.scope, dashboard.slice, form.id);
    const csv = await readCsv(auditExportHref(dashboard, "audit-items"));
    const heat = await readCsv(auditExportHref(dashboard, "audit-heat"));
    for (const [index, item] of items.entries()) {
      const mine = answers.filter(({ key, possible }) => key === item.key && possible !== null);
      const shareOf = (some: AnswerRow[]) =>
        some.reduce((sum, { earned, possible }) => sum + (earned ?? 0) / (possible ?? 1), 0) / some.length;
      expect(item.points.n).toBe(mine.length);
      expect(item.points.value).toBeCloseTo(shareOf(mine), 10);
      const limit = item.key === "listened" ? 2 : 1;
      expect(item.failed.count).toBe(mine.filter(({ earned }) => (earned ?? 0) < limit).length);
      expect(csv[index]?.["Points earned (%)"]).toBe(formatPlain(item.points.value, "share"));
      expect(csv[index]?.["Item failed (%)"]).toBe(formatPlain(item.failed.value, "share"));
      for (const { id } of [cast.location, cast.otherLocation]) {
        const there = mine.filter(({ location_id }) => location_id === id);
        const cell = item.cells.get(id);
        expect(cell?.n).toBe(there.length);
        expect(cell?.value).toBeCloseTo(shareOf(there), 10);
        const name = texts.nameOf(dashboard, "location", id);
        expect(heat[index]?.[`${name} (%)`]).toBe(formatPlain(cell?.value ?? null, "share"));
      }
    }
  });

  it("consultants", async () => {
    const dashboard = await open("mystery");
    const auditors = await listAuditorResults(dashboard.scope, dashboard.slice);
    const csv = await readCsv(auditExportHref(dashboard, "audit-consultants"));
    expect(auditors).toHaveLength(2);
    for (const [index, auditor] of auditors.entries()) {
      const mine = rows.filter((row) => row.kind === "mystery" && row.auditor_member_id === auditor.memberId);
      expectSame(auditor.figure, recount(mine));
      expect(auditor.timesSentBack).toBe(mine.reduce((sum, row) => sum + row.times_returned, 0));
      expect(csvCells(csv[index])).toEqual(cells(auditor.figure));
      // By hand once more: the others' mean at each location, weighted by the own visits there.
      const scored = rows.filter((row) => row.kind === "mystery" && row.score !== null);
      const own = scored.filter((row) => row.auditor_member_id === auditor.memberId);
      const expected = own.map((row) => {
        const others = scored.filter(
          (one) => one.location_id === row.location_id && one.auditor_member_id !== auditor.memberId,
        );
        return others.reduce((sum, one) => sum + (one.score ?? 0), 0) / others.length;
      });
      const difference =
        own.reduce((sum, row, at) => sum + (row.score ?? 0) - (expected[at] ?? 0), 0) / own.length;
      expect(auditor.severity?.difference).toBeCloseTo(difference, 9);
      expect(csv[index]?.["Against others (%)"]).toBe(plain(auditor.severity?.difference));
    }
  });

  it("audits beside customers are the audits of the audit page", async () => {
    const address = { slug, pathname: `/o/${slug}/touchpoints/${cast.touchpoint.id}` };
    const dashboard = await openDashboard(
      cast.owner.scope,
      address,
      { period: "12m" },
      { touchpoint: cast.touchpoint.id },
    );
    const beside = await getBesideCustomers(dashboard);
    const audits = await open("mystery", { touchpoint: cast.touchpoint.id });
    expect(beside?.audits).toEqual(await getAuditResult(audits.scope, audits.slice));
    expect(beside?.customers.n).toBe(12);
    const csv = await readCsv(exportHref(dashboard, "beside-audits"));
    expect(csv[0]?.Value).toBe(plain(beside?.audits.figure.score));
    expect(csv[1]?.Value).toBe(
      formatPlain(beside?.customers.value ?? null, beside?.customers.unit ?? "points"),
    );
    // A segment is nothing that audits have.
    const segment = {
      ...dashboard,
      slice: { ...dashboard.slice, filters: { ...dashboard.slice.filters, segment: "x" } },
    };
    expect(await getBesideCustomers(segment)).toBeNull();
  });

  it("roles get the files of their own pages only", async () => {
    const ask = (who: "consultant" | "employeeMember" | "manager", table: string) =>
      openExport(cast[who].scope, slug, table, new URLSearchParams(), texts);
    expect(await ask("consultant", "audit-headlines")).toBeNull();
    expect(await ask("employeeMember", "audit-items")).toBeNull();
    expect(await ask("employeeMember", "audit-consultants")).toBeNull();
    expect((await ask("consultant", "audit-consultants"))?.sheet.rows).toHaveLength(1);
    expect((await ask("manager", "audit-consultants"))?.sheet.rows).toHaveLength(2);
    expect((await ask("employeeMember", "beside-audits"))?.sheet).toBeTruthy();
    expect(await ask("manager", "audit-nothing")).toBeNull();
  });
});
