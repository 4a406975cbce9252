import { SLUG } from "../data/cast";
import type { SizeContext } from "../lib/bench-context";
import { dropFileCache } from "../lib/bench-database";
import { BROWSER_HEADERS } from "../lib/html-form";
import { nameSize } from "../lib/options";
import { cpuBetween, readCpu, readMemory, resetPeakMemory } from "../lib/process-usage";
import { type Spread, spread, timing } from "../lib/statistics";
import { type Bounds, readBounds } from "../raw/bounds";
import { type OverviewRow, overviewSql } from "../raw/overview-sql";
import { requireSameOverview } from "../raw/same-overview";

export const SPANS = ["90 days", "12 months", "5 years"] as const;
export type Span = (typeof SPANS)[number];

/** One page at one size, in milliseconds. */
export type OverviewFigures = {
  answers: number;
  span: Span;
  cold: Spread;
  p50: Spread;
  p95: Spread;
  /** The same figures by one statement over the answers. */
  raw: Spread;
  /** Processor time of one request, in milliseconds, at the web server and at PostgreSQL. */
  webCpu: Spread;
  databaseCpu: Spread;
  kilobytes: number;
  /** The most memory the web server's process held while it served them. */
  webMegabytes: number;
  wereFilesForgotten: boolean;
};

const WARM_UP_ROUNDS = 8;

/** The whole overview page of a signed-in manager, to its last byte, for three periods. */
export async function measureOverview(context: SizeContext): Promise<OverviewFigures[]> {
  const { options, database, server, client, databaseName, cast, tell } = context;
  const pages: { span: Span; bounds: Bounds }[] = [];
  await database.asSuperuser(databaseName, async (connection) => {
    for (const span of SPANS) pages.push({ span, bounds: await readBounds(connection, span) });
  });
  const requests = pages.map(({ span, bounds }) => ({
    path: `/o/${SLUG}${addressOf(span, bounds)}`,
    headers: BROWSER_HEADERS + context.cookie,
  }));
  const fetchPages = (some: typeof requests, rounds: number) =>
    client.fetch({ port: server.port, requests: some, rounds });

  const runs = pages.map(() => ({
    cold: [] as number[],
    p50: [] as number[],
    p95: [] as number[],
    raw: [] as number[],
    webCpu: [] as number[],
    databaseCpu: [] as number[],
  }));
  let wereFilesForgotten = true;
  let webMegabytes = 0;
  const kilobytes: number[] = [];
  for (let run = 0; run < options.repeat; run += 1) {
    for (const [index, request] of requests.entries()) {
      wereFilesForgotten = (await restartAll(context)) && wereFilesForgotten;
      const cold = await fetchPages([request], 1);
      requirePages(cold.statuses);
      runs[index]?.cold.push(cold.milliseconds[0]?.[0] as number);
    }
    resetPeakMemory(server.webPid);
    await fetchPages(requests, WARM_UP_ROUNDS);
    const roots = { web: server.webPid, database: database.pid };
    for (const [index, { span, bounds }] of pages.entries()) {
      const before = readCpu(roots);
      const warm = await fetchPages([requests[index] as (typeof requests)[number]], options.requests);
      const cpu = cpuBetween(before, readCpu(roots));
      requirePages(warm.statuses);
      const { p50, p95 } = timing(warm.milliseconds[0] as number[]);
      runs[index]?.p50.push(p50);
      runs[index]?.p95.push(p95);
      runs[index]?.webCpu.push(((cpu.web ?? 0) * 1000) / options.requests);
      runs[index]?.databaseCpu.push(((cpu.database ?? 0) * 1000) / options.requests);
      kilobytes[index] = (warm.bytes[0] as number) / 1000;
      webMegabytes = Math.max(webMegabytes, readMemory(server.webPid).peak);
      const { milliseconds, rows } = await countRaw(context, span, bounds);
      runs[index]?.raw.push(milliseconds);
      await requireSameOverview(context, rows, {
        address: addressOf(span, bounds),
        html: warm.bodies[0] as string,
        cast,
      });
    }
    tell(
      `${nameSize(context.answers)} overview, run ${run + 1}: p95 ${pages
        .map(({ span }, index) => `${span} ${runs[index]?.p95.at(-1)?.toFixed(0)} ms`)
        .join(", ")}`,
    );
  }
  return pages.map(({ span }, index) => ({
    answers: context.answers,
    span,
    cold: spread(runs[index]?.cold ?? []),
    p50: spread(runs[index]?.p50 ?? []),
    p95: spread(runs[index]?.p95 ?? []),
    raw: spread(runs[index]?.raw ?? []),
    webCpu: spread(runs[index]?.webCpu ?? []),
    databaseCpu: spread(runs[index]?.databaseCpu ?? []),
    kilobytes: kilobytes[index] as number,
    webMegabytes,
    wereFilesForgotten,
  }));
}

/** Ends and starts web server, worker and database, and has the operating system forget the database's files. */
export async function restartAll({ server, database }: SizeContext): Promise<boolean> {
  await server.stop();
  await database.stop();
  const areForgotten = dropFileCache();
  await database.start("production");
  await server.start();
  return areForgotten;
}

function addressOf(span: Span, { firstDay, lastDay }: Bounds): string {
  if (span === "90 days") return "";
  return span === "12 months" ? "?period=12m" : `?period=custom&from=${firstDay}&to=${lastDay}`;
}

/** Counted twice, and timed the second time, with everything in memory that fits. */
async function countRaw({ database, databaseName, cast }: SizeContext, span: Span, bounds: Bounds) {
  return database.asSuperuser(databaseName, async (connection) => {
    const statement = overviewSql(cast.organizationId, bounds, span === "90 days" ? "week" : "month");
    await connection.query(statement);
    const startedAt = performance.now();
    const { rows } = await connection.query<OverviewRow>(statement);
    return { milliseconds: performance.now() - startedAt, rows };
  });
}

function requirePages(statuses: number[]): void {
  const wrong = statuses.find((status) => status !== 200);
  if (wrong !== undefined) throw new Error(`the overview page answered ${wrong}`);
}
