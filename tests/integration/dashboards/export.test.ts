import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { type Dashboard, openDashboard } from "@/features/dashboards/dashboard";
import { exportHref } from "@/features/dashboards/dashboard-href";
import { getCaseMix } from "@/features/dashboards/figures/case-mix";
import { listPageOfComments } from "@/features/dashboards/figures/comments";
import { getEmployeePlot } from "@/features/dashboards/figures/funnel-plot";
import { listHeadlines } from "@/features/dashboards/figures/headlines";
import { getInviting } from "@/features/dashboards/figures/inviting";
import { getResponseFunnel } from "@/features/dashboards/figures/response";
import { getScoreShares } from "@/features/dashboards/figures/score-shares";
import { getSortedGroupTable } from "@/features/dashboards/figures/sorted-groups";
import { getTrend } from "@/features/dashboards/figures/trend";
import type { DimensionFilters } from "@/features/dashboards/schema";
import { openExport } from "@/features/dashboards/sheets/open-export";
import { formatPlain } from "@/metrics/format";
import { METRIC_SCALES } from "@/metrics/score-distribution";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { writeCsv } from "@/server/sheet";
import { setUpTestDatabase } from "../../database";
import { createMember } from "../../factories/organization";
import { Random } from "../../factories/random";
import { createFactWorld, type FactWorld, randomFacts, storeFacts } from "./random-facts";
import { textsIn } from "./texts";

setUpTestDatabase();

const now = new Date("2026-11-15T12:00:00Z");
const texts = textsIn("en");
const slug = "the-organization";
let world: FactWorld;
let owner: Scope;
let manager: Scope;
let employee: Scope;

beforeAll(async () => {
  world = await createFactWorld("Europe/Helsinki");
  const options = { from: new Date("2026-03-01T00:00:00Z"), to: now, now, count: 1500 };
  await storeFacts(world, randomFacts(world, new Random(5), options));
  const locationId = world.locations[0]?.id ?? "";
  owner = (await createMember(world.organization, "owner", { now })).scope;
  manager = (await createMember(world.organization, "manager", { now, locationIds: [locationId] })).scope;
  employee = (await createMember(world.organization, "employee", { now, employeeId: world.employees[0]?.id }))
    .scope;
});

/** What a page with this address shows, and the CSV behind the link on it: columns by label. */
async function open(
  scope: Scope,
  address: Record<string, string>,
  table: string,
  options: { fixed?: DimensionFilters; limit?: number } = {},
) {
  const { fixed = {}, limit } = options;
  const dashboard = await openDashboard(scope, { slug, pathname: `/o/${slug}` }, address, fixed);
  const href = exportHref(dashboard, table, { limit });
  const url = new URL(href, "http://localhost");
  expect(url.pathname).toBe(`/o/${slug}/export/${table}`);
  const exported = await openExport(scope, slug, table, url.searchParams, texts);
  if (!exported) throw new Error(`no export of ${table}`);
  const rows = parse(writeCsv(exported.sheet), { bom: true, columns: true }) as Record<string, string>[];
  return { dashboard, rows, exported };
}

const nameEmployee = (dashboard: Dashboard, id: string) => texts.nameOf(dashboard, "employee", id);

describe.each([
  ["the default", {}],
  ["a month, CSAT, compared with nothing", { period: "last-month", metric: "csat", compare: "none" }],
  ["custom days over a clock change, CES", { from: "2026-10-20", to: "2026-10-31", metric: "ces" }],
  ["a channel", { period: "12m", channel: "phone", metric: "nps" }],
])("CSV of %s", (_name, address) => {
  it("holds the page's key figures", async () => {
    for (const scope of [owner, manager]) {
      const { dashboard, rows } = await open(scope, address, "headlines");
      const headlines = await listHeadlines(dashboard);
      const figures = headlines.flatMap(({ figure, second }) => (second ? [figure, second] : [figure]));
      const { rate } = await getResponseFunnel(dashboard);
      expect(rows.map((row) => [row.Value, row["Interval from"], row["Interval to"], row.Answers])).toEqual(
        [...figures, rate].map(({ value, interval, n, unit }) => [
          formatPlain(value, unit),
          formatPlain(interval?.low ?? null, unit),
          formatPlain(interval?.high ?? null, unit),
          String(n),
        ]),
      );
      expect(Number(rows[0]?.Answers)).toBeGreaterThan(0);
    }
  });

  it("holds the points of the trend, and what they are compared with", async () => {
    const fixed = { employee: world.employees[2]?.id ?? "" };
    const { dashboard, rows } = await open(owner, address, "trend", { fixed });
    const { points, hasContext, hasLimits } = await getTrend(dashboard);
    expect(hasContext).toBe(true);
    const unit = dashboard.metric === "csat" ? " (%)" : "";
    const name = `${texts.metric(dashboard.metric)}${unit}`;
    expect(rows.map((row) => [row.From, row[name], row.Answers, row[`Whole organization${unit}`]])).toEqual(
      points.map(({ bucket, point, context }) => [
        bucket.firstDay,
        formatPlain(point.value, context?.unit ?? "points"),
        String(point.n),
        formatPlain(context?.value ?? null, context?.unit ?? "points"),
      ]),
    );
    expect(rows.map((row) => row[`Lower limit${unit}`])).toEqual(
      points.map(({ point, context }) =>
        hasLimits ? formatPlain(point.lower, context?.unit ?? "points") : undefined,
      ),
    );
  });

  it("holds the distribution and the funnel", async () => {
    const { dashboard, rows } = await open(owner, address, "distribution");
    const { scores } = await getScoreShares(dashboard);
    const { min, max } = METRIC_SCALES[dashboard.metric];
    expect(rows).toHaveLength(max - min + 1);
    expect(rows.map((row) => [row.Score, row.Answers])).toEqual(
      scores.map(({ score, count }) => [String(score), String(count)]),
    );
    const funnel = await open(owner, address, "funnel");
    const { steps, reasons, counts } = await getResponseFunnel(funnel.dashboard);
    expect(funnel.rows.map((row) => row.Number)).toEqual(
      [
        ...steps.map(({ count }) => count),
        ...(counts.bounced > 0 ? [counts.bounced] : []),
        ...reasons.map(({ count }) => count),
      ].map(String),
    );
  });

  it("holds the rows of tables in the order of the page, only those shown", async () => {
    for (const sort of ["-score", "-n", "certainty"]) {
      const { dashboard, rows } = await open(owner, { ...address, sort }, "employees", { limit: 4 });
      const table = await getSortedGroupTable(dashboard, "employee", texts, { limit: 4 });
      expect(table.rows.length).toBe(4);
      expect(rows.map((row) => [row.Employee, row.Rank, row.Tie])).toEqual(
        table.rows.map((row) => [row.name, String(row.rank ?? ""), row.tie ?? ""]),
      );
      expect(rows.map((row) => row.Value)).toEqual(
        table.rows.map(({ figure, instead }) => {
          const { value, unit } = instead?.figure ?? figure;
          return formatPlain(value, unit);
        }),
      );
    }
    const { dashboard, rows } = await open(owner, address, "inviting");
    const inviting = await getInviting(dashboard, "employee", nameEmployee, "en");
    expect(rows.map((row) => [row.Employee, row.Encounters, row.Invited, row["Response rate (%)"]])).toEqual(
      inviting.rows.map(({ name, funnel, rate }) => [
        name,
        String(funnel.encounters),
        String(funnel.invited),
        formatPlain(rate.value, "share"),
      ]),
    );
  });

  it("holds the dots of the funnel plot with both pairs of limits", async () => {
    const { dashboard, rows } = await open(owner, { ...address, period: "12m" }, "employee-plot");
    const plot = await getEmployeePlot(dashboard, nameEmployee, "en");
    const columns = ["Employee", "Answers", "Lower 99.8% limit", "Upper 95% limit"];
    const unit = dashboard.metric === "csat" ? " (%)" : "";
    expect(rows.map((row) => columns.map((name) => row[name] ?? row[`${name}${unit}`]))).toEqual(
      plot?.points.map(({ name, figure, outer, inner }) => [
        name,
        String(figure.n),
        formatPlain(outer.low, figure.unit),
        formatPlain(inner.high, figure.unit),
      ]),
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  it("holds the comparison on the same mix", async () => {
    const id = world.employees[1]?.id ?? "";
    const { dashboard, rows } = await open(owner, address, "case-mix", { fixed: { employee: id } });
    const mix = await getCaseMix(dashboard, id);
    expect(Object.values(rows[0] ?? {})).toEqual(
      mix
        ? [
            ...[mix.observed, mix.expected, mix.difference, mix.interval.low, mix.interval.high].map(
              (value) => formatPlain(value, mix.unit),
            ),
            String(mix.n),
          ]
        : [],
    );
  });

  it("holds all comments that are found, on however many pages", async () => {
    const { dashboard, rows } = await open(owner, { ...address, page: "2" }, "comments");
    expect(rows).toHaveLength((await listPageOfComments(dashboard)).total);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows[0]?.Comment).toBe("Kiitos, hyvää palvelua.");
  });
});

describe("what an export refuses", () => {
  const refused = (scope: Scope, table: string, search = "") =>
    openExport(scope, slug, table, new URLSearchParams(search), texts);

  it("gives an employee nothing about colleagues, under any name", async () => {
    for (const table of [
      "employees",
      "locations",
      "inviting",
      "case-mix",
      "employee-plot",
      "touchpoint-funnels",
      "channel-funnels",
      "funnel",
      "channels",
      "segments",
    ]) {
      expect(await refused(employee, table), table).toBeNull();
    }
    const other = world.employees[1]?.id ?? "";
    await expect(refused(employee, "trend", `about=employee&employee=${other}`)).rejects.toThrow(
      NotFoundError,
    );
    const own = await refused(employee, "distribution", `employee=${other}&period=12m`);
    const mine = await refused(employee, "distribution", "period=12m");
    expect(own?.sheet).toEqual(mine?.sheet);
  });

  it("gives a consultant nothing, and nobody a table that does not exist", async () => {
    const consultant = (await createMember(world.organization, "consultant", { now })).scope;
    expect(await refused(consultant, "headlines")).toBeNull();
    expect(await refused(owner, "salaries")).toBeNull();
    expect(await refused(owner, "__proto__")).toBeNull();
  });

  it("does not know subjects outside the manager's locations or the organization", async () => {
    const elsewhere = world.locations[1]?.id ?? "";
    await expect(refused(manager, "trend", `about=location&location=${elsewhere}`)).rejects.toThrow(
      NotFoundError,
    );
    const foreign = await createFactWorld("UTC");
    const touchpoint = foreign.touchpoints[0]?.id ?? "";
    await expect(refused(owner, "trend", `about=touchpoint&touchpoint=${touchpoint}`)).rejects.toThrow(
      NotFoundError,
    );
  });
});
