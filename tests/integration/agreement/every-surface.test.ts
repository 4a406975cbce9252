import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { openDashboard } from "@/features/dashboards/dashboard";
import { exportHref } from "@/features/dashboards/dashboard-href";
import { listHeadlines } from "@/features/dashboards/figures/headlines";
import { getResponseFunnel } from "@/features/dashboards/figures/response";
import { getSortedGroupTable } from "@/features/dashboards/figures/sorted-groups";
import { getTrend } from "@/features/dashboards/figures/trend";
import type { Dimension } from "@/features/dashboards/schema";
import { exportNameOf } from "@/features/dashboards/sheets/load-sheet";
import { openExport } from "@/features/dashboards/sheets/open-export";
import { makeTrendSheet } from "@/features/dashboards/sheets/trend-sheet";
import { buildDigestMail } from "@/features/digests/digest-mail";
import { digestTexts } from "@/features/digests/digest-texts";
import { getDigest } from "@/features/digests/queries/get-digest";
import type { Figure, FigureUnit } from "@/metrics/figure";
import { formatPlain } from "@/metrics/format";
import { HEADLINES } from "@/metrics/headline";
import type { MetricKey } from "@/metrics/score-distribution";
import { makeScope, type Scope } from "@/server/scope";
import { writeCsv } from "@/server/sheet";
import { seedDemo } from "../../../scripts/seed-demo";
import { querySql, setUpTestDatabase } from "../../database";
import { callApi, createApiKey } from "../api/call-api";
import { textsIn } from "../dashboards/texts";
import {
  BUCKET_SIZES,
  type BucketSize,
  bucketBeginning,
  GROUPINGS,
  NOTHING,
  placeOf,
  type Recounted,
  recountEverything,
  recountResponseRates,
} from "./recount";

/**
 * Dashboard, its CSV, the programming interface and the digest show the digits of a recount from the stored answers: on the
 * demo organization, for every metric, grouping and interval.
 */
const database = setUpTestDatabase();

const NOW = new Date("2026-11-20T12:00:00Z");
/** Half a year with a change of clocks in it; the first and last week and month are cut. */
const FIRST = "2026-05-20";
const LAST = "2026-11-18";
const AFTER = "2026-11-19";
const slug = "kotikulma";
const METRICS: readonly MetricKey[] = ["nps", "csat", "ces"];
const texts = textsIn("en");

let owner: Scope;
let apiKeys: string[];
let recounted: Map<string, Recounted>;

beforeAll(async () => {
  // A third of the demo tells the same story: every group has answers to each metric it is asked about.
  await seedDemo({ databaseUrl: database.appUrl, onProgress: () => {}, now: NOW, share: 1 / 3 });
  const [member] = await querySql<Record<"organizationId" | "memberId" | "userId", string>>(
    database.superuserUrl,
    `select organization_id as "organizationId", id as "memberId", user_id as "userId" from members where role = 'owner'`,
  );
  if (!member) throw new Error("the demo has an owner");
  owner = makeScope({ ...member, actor: "member", role: "owner", timeZone: "Europe/Helsinki", now: NOW });
  apiKeys = await Promise.all(METRICS.map(async () => (await createApiKey(owner, "read")).key));
  recounted = await recountEverything(database.superuserUrl, owner.organizationId, FIRST, AFTER);
}, 180_000);

const address = (metric: MetricKey, more: Record<string, string> = {}) => ({
  period: "custom",
  from: FIRST,
  to: LAST,
  metric,
  ...more,
});

const open = (metric: MetricKey, more: Record<string, string> = {}, fixed = {}) =>
  openDashboard(owner, { slug, pathname: `/o/${slug}` }, address(metric, more), fixed);

type ApiPoint = {
  group: { id: string | null } | null;
  start: string | null;
  value: number | null;
  n: number;
  interval: { low: number; high: number } | null;
};

/** The API's points by `group id | first day`. */
async function askApi(metric: string, grouping: string, size: BucketSize, from = FIRST, to = AFTER) {
  const query = new URLSearchParams({ metric, from, to, groupBy: grouping, interval: size });
  const key = apiKeys[Math.max(0, METRICS.indexOf(metric as MetricKey))];
  const { status, body } = await callApi("GET", `/metrics?${query}`, { key });
  expect(status, JSON.stringify(body)).toBe(200);
  return new Map(
    (body.data as ApiPoint[]).map((point) => [`${point.group?.id ?? ""} | ${point.start ?? ""}`, point]),
  );
}

/** The same digits to the twelfth: two orders of adding up may differ after that. */
function expectRecounted(
  figure: Pick<Figure, "value" | "n" | "interval">,
  expected: Recounted | undefined,
  at: string,
) {
  const { value, n, low, high } = expected ?? NOTHING;
  expect(figure.n, at).toBe(n);
  for (const [shown, counted] of [
    [figure.value, value],
    [figure.interval?.low ?? null, low],
    [figure.interval?.high ?? null, high],
  ]) {
    if (counted === null || counted === undefined) expect(shown, at).toBeNull();
    else expect(Math.abs((shown ?? Number.NaN) - counted), at).toBeLessThan(1e-6);
  }
}

const unrounded = ({ value, n, interval }: Pick<Figure, "value" | "n" | "interval">) => ({
  value,
  n,
  interval: interval && { low: interval.low, high: interval.high },
});

const plainCells = ({ value, n, interval }: Pick<Figure, "value" | "n" | "interval">, unit: FigureUnit) => [
  formatPlain(value, unit),
  formatPlain(interval?.low ?? null, unit),
  formatPlain(interval?.high ?? null, unit),
  String(n),
];

async function readExport(href: string): Promise<Record<string, string>[]> {
  const url = new URL(href, "http://localhost");
  const exported = await openExport(
    owner,
    slug,
    url.pathname.split("/").at(-1) ?? "",
    url.searchParams,
    texts,
  );
  if (!exported) throw new Error(`no export at ${href}`);
  return parse(writeCsv(exported.sheet), { bom: true, columns: true });
}

const valueCells = (row: Record<string, string> | undefined) => [
  row?.Value,
  row?.["Interval from"],
  row?.["Interval to"],
  row?.Answers,
];

describe.each(METRICS)("%s", (metric) => {
  it("is the same everywhere over the whole period", async () => {
    const dashboard = await open(metric);
    const headline = (await listHeadlines(dashboard)).find((one) => one.metric === metric);
    if (!headline) throw new Error("the demo has answers to every metric");
    const { figure } = headline;
    expect(figure.n).toBeGreaterThan(150);
    expectRecounted(figure, recounted.get(placeOf(metric, "none", "", "none", "")), metric);
    expect(unrounded((await askApi(metric, "none", "none")).get(" | ") as ApiPoint)).toEqual(
      unrounded(figure),
    );
    const row = (await readExport(exportHref(dashboard, "headlines"))).find(
      (one) => one.Figure === texts.metric(metric),
    );
    expect(valueCells(row)).toEqual(plainCells(figure, figure.unit));
  });

  it.each(GROUPINGS.filter((grouping) => grouping !== "none"))(
    "is the same everywhere by %s",
    async (grouping) => {
      const dashboard = await open(metric);
      const table = await getSortedGroupTable(dashboard, grouping, texts);
      const api = await askApi(metric, grouping, "none");
      const rows = await readExport(exportHref(dashboard, exportNameOf(grouping)));
      expect(rows).toHaveLength(table.rows.length);
      const withAnswers = table.rows.filter(({ figure }) => figure.n > 0);
      expect(withAnswers.length).toBeGreaterThan(0);
      expect(api.size).toBe(withAnswers.length);
      table.rows.forEach((row, index) => {
        const at = `${metric} of ${row.name}`;
        expectRecounted(row.figure, recounted.get(placeOf(metric, grouping, row.id, "none", "")), at);
        if (row.figure.n > 0) {
          expect(unrounded(api.get(`${row.id} | `) as ApiPoint), at).toEqual(unrounded(row.figure));
        }
        // Where nobody answered this metric the table shows the one that was answered instead, and says so.
        const { metric: shownMetric, figure: shown } = row.instead ?? { metric, figure: row.figure };
        expectRecounted(shown, recounted.get(placeOf(shownMetric, grouping, row.id, "none", "")), at);
        expect([rows[index]?.Metric, ...valueCells(rows[index])], at).toEqual([
          texts.metric(shownMetric),
          ...plainCells(shown, shown.unit),
        ]);
      });
    },
  );

  it.each(["week", "month"] as const)(
    "is the same everywhere by %s, together and in each group",
    async (size) => {
      for (const grouping of GROUPINGS) {
        const api = await askApi(metric, grouping, size);
        const groups = new Set(Array.from(api.keys(), (place) => place.split(" | ")[0] ?? ""));
        expect(groups.size).toBeGreaterThan(0);
        for (const group of groups) {
          // No page is about customers without a segment.
          if (grouping === "segment" && group === "") continue;
          await compareTrend(metric, grouping, group, size, api);
        }
      }
    },
  );

  it("has no figure that the interface leaves out or makes up, by day, week and month", async () => {
    for (const grouping of GROUPINGS) {
      for (const size of BUCKET_SIZES) {
        const api = await askApi(metric, grouping, size);
        const answered = Array.from(api).filter(([, { n }]) => n > 0);
        const places = answered.map(([place]) => {
          const [group = "", start = ""] = place.split(" | ");
          return placeOf(metric, grouping, group, size, bucketBeginning(start, size));
        });
        answered.forEach(([, point], index) => {
          const place = places[index] ?? "";
          expectRecounted(point, recounted.get(place), place);
        });
        const counted = [...recounted.keys()].filter((place) => {
          const [ofMetric, ofGrouping, , ofSize] = place.split(" | ");
          return ofMetric === metric && ofGrouping === grouping && ofSize === size;
        });
        expect(places.toSorted()).toEqual(counted.toSorted());
      }
    }
  });
});

/** One trend: the chart's points, its table and CSV, the API's points and the recount. */
async function compareTrend(
  metric: MetricKey,
  grouping: Dimension | "none",
  group: string,
  size: "week" | "month",
  api: ReadonlyMap<string, ApiPoint>,
) {
  const filters = grouping === "none" ? {} : { [grouping]: group };
  const dashboard = await open(metric, { interval: size, ...filters });
  expect(dashboard.ignored).toEqual([]);
  const trend = await getTrend(dashboard);
  const csv = parse(writeCsv(makeTrendSheet(trend, dashboard, texts)), {
    bom: true,
    columns: true,
  }) as Record<string, string>[];
  const { unit } = HEADLINES[metric];
  const sign = unit === "share" ? " (%)" : "";
  expect(csv).toHaveLength(trend.points.length);
  trend.points.forEach(({ bucket, point }, index) => {
    const at = `${metric} of ${grouping} ${group}, ${size} of ${bucket.key}`;
    const place = placeOf(metric, grouping, group, size, bucketBeginning(bucket.key, size));
    expectRecounted(point, recounted.get(place), at);
    expect(unrounded(api.get(`${group} | ${bucket.key}`) as ApiPoint), at).toEqual(unrounded(point));
    const row = csv[index];
    const names = [`${texts.metric(metric)}${sign}`, `Interval from${sign}`, `Interval to${sign}`, "Answers"];
    expect(
      names.map((name) => row?.[name]),
      at,
    ).toEqual(plainCells(point, unit));
  });
}

it.each(GROUPINGS)("the response rate is the same everywhere by %s", async (grouping) => {
  const dashboard = await open("nps");
  const counted = await recountResponseRates(
    database.superuserUrl,
    owner.organizationId,
    grouping,
    FIRST,
    AFTER,
  );
  const api = await askApi("responseRate", grouping, "none");
  if (grouping === "none") {
    const { rate } = await getResponseFunnel(dashboard);
    expectRecounted(rate, counted.get(""), "response rate");
    expect(unrounded(api.get(" | ") as ApiPoint)).toEqual(unrounded(rate));
    const rows = await readExport(exportHref(dashboard, "headlines"));
    expect(valueCells(rows.find(({ Figure }) => Figure === "Response rate"))).toEqual(
      plainCells(rate, "share"),
    );
    return;
  }
  const { rows } = await getSortedGroupTable(dashboard, grouping, texts);
  const csv = await readExport(exportHref(dashboard, exportNameOf(grouping)));
  expect(rows.some(({ responseRate }) => responseRate.n > 0)).toBe(true);
  rows.forEach(({ id, name, responseRate }, index) => {
    expectRecounted(responseRate, counted.get(id), `response rate of ${name}`);
    const point = api.get(`${id} | `);
    if (point) expect(unrounded(point), name).toEqual(unrounded(responseRate));
    else expect(responseRate.n, name).toBe(0);
    const row = csv[index];
    expect([
      row?.["Response rate (%)"],
      row?.["Response rate: interval from (%)"],
      row?.["Response rate: interval to (%)"],
      row?.["Delivered invitations"],
    ]).toEqual(plainCells(responseRate, "share"));
  });
});

describe("the digest of a week", () => {
  const [monday, sunday, nextMonday] = ["2026-11-09", "2026-11-15", "2026-11-16"] as const;

  it("says what the dashboard, its CSV, the interface and a recount say of the week", async () => {
    const digest = await getDigest(owner, monday);
    if (!digest) throw new Error("the demo has answers every week");
    const counted = await recountEverything(database.superuserUrl, owner.organizationId, monday, nextMonday);
    const week = await open("nps", { from: monday, to: sunday });
    const csv = await readExport(exportHref(week, "headlines"));
    const mail = await buildDigestMail(digest, {
      to: "owner@demo.test",
      language: "en",
      appUrl: "http://localhost",
      token: "token",
      memberId: owner.memberId ?? "",
    });
    const words = digestTexts("en");
    expect(digest.headlines).toHaveLength(METRICS.length);
    for (const { metric, figure } of digest.headlines) {
      expectRecounted(figure, counted.get(placeOf(metric, "none", "", "none", "")), `week's ${metric}`);
      const api = await askApi(metric, "none", "none", monday, nextMonday);
      expect(unrounded(api.get(" | ") as ApiPoint)).toEqual(unrounded(figure));
      expect(valueCells(csv.find(({ Figure }) => Figure === texts.metric(metric)))).toEqual(
        plainCells(figure, figure.unit),
      );
      for (const text of [mail.text, mail.html.replaceAll(/<[^>]*>/g, " ")]) {
        expect(text).toContain(words.figure(figure));
        expect(text).toContain(words.interval(figure));
        expect(text).toContain(words.answers(figure.n));
      }
    }
    const { rate } = digest.response;
    const rates = await recountResponseRates(
      database.superuserUrl,
      owner.organizationId,
      "none",
      monday,
      nextMonday,
    );
    expectRecounted(rate, rates.get(""), "week's response rate");
    expect(valueCells(csv.find(({ Figure }) => Figure === "Response rate"))).toEqual(
      plainCells(rate, "share"),
    );
    expect(mail.text).toContain(words.interval(rate));
  });

  it("draws the weeks that the dashboard's trend has", async () => {
    const digest = await getDigest(owner, monday);
    const { metric = "nps" as MetricKey, trend } = digest ?? {};
    const [first, last] = [trend?.points[0]?.bucket, trend?.points.at(-1)?.bucket];
    const counted = await recountEverything(
      database.superuserUrl,
      owner.organizationId,
      first?.firstDay ?? "",
      last?.dayAfter ?? "",
    );
    const api = await askApi(metric, "none", "week", first?.firstDay, last?.dayAfter);
    expect(trend?.points.length).toBeGreaterThan(8);
    for (const { bucket, point } of trend?.points ?? []) {
      const place = placeOf(metric, "none", "", "week", bucketBeginning(bucket.key, "week"));
      expectRecounted(point, counted.get(place), place);
      expect(unrounded(api.get(` | ${bucket.key}`) as ApiPoint)).toEqual(unrounded(point));
    }
  });
});
