import type { Cast } from "../data/cast";
import { SLUG } from "../data/cast";
import type { SizeContext } from "../lib/bench-context";
import { BROWSER_HEADERS } from "../lib/html-form";
import type { OverviewRow } from "./overview-sql";

/**
 * Fails when the page shows other figures than the raw count: numbers of answers in its HTML, and every row of its tables of
 * touchpoints and employees in the files it offers.
 */
export async function requireSameOverview(
  { client, server, cookie }: SizeContext,
  rows: OverviewRow[],
  page: { address: string; html: string; cast: Cast },
): Promise<void> {
  const current = rows.filter((row) => row.isCurrent);
  const totals = current.filter((row) => !row.bucket && !row.touchpoint && !row.employee);
  for (const metric of new Set(totals.map((row) => row.metric))) {
    const n = countAnswers(totals.filter((row) => row.metric === metric));
    const written = n.toLocaleString("en-GB");
    if (!page.html.includes(written))
      throw new Error(`the overview does not show the ${written} answers of ${metric}`);
  }
  const query = page.address === "" ? "?" : `${page.address}&`;
  for (const metric of new Set(totals.map((row) => row.metric))) {
    const { bodies, statuses } = await client.fetch({
      port: server.port,
      requests: ["touchpoints", "employees"].map((table) => ({
        path: `/o/${SLUG}/export/${table}${query}metric=${metric}`,
        headers: BROWSER_HEADERS + cookie,
      })),
      rounds: 1,
    });
    if (statuses.some((status) => status !== 200)) throw new Error(`an export answered ${statuses}`);
    const ofMetric = current.filter((row) => row.metric === metric);
    compare(`touchpoints by ${metric}`, readCounts(bodies[0] as string, metric), {
      counts: countBy(ofMetric, (row) => row.touchpoint),
      nameOf: (id) => page.cast.touchpoints.find((touchpoint) => touchpoint.id === id)?.name,
    });
    compare(`employees by ${metric}`, readCounts(bodies[1] as string, metric), {
      counts: countBy(ofMetric, (row) => row.employee),
      nameOf: (id) => {
        const index = page.cast.employees.findIndex((employee) => employee.id === id);
        return `Työntekijä ${String(index + 1).padStart(4, "0")}`;
      },
    });
  }
}

function compare(
  what: string,
  shown: Map<string, number>,
  raw: { counts: Map<string, number>; nameOf: (id: string) => string | undefined },
): void {
  for (const [id, n] of raw.counts) {
    const found = shown.get(raw.nameOf(id) ?? "");
    if (found !== n)
      throw new Error(`${what}: ${raw.nameOf(id)} has ${n} answers and is shown with ${found}`);
  }
  const total = [...shown.values()].reduce((sum, n) => sum + n, 0);
  const rawTotal = [...raw.counts.values()].reduce((sum, n) => sum + n, 0);
  if (total !== rawTotal) throw new Error(`${what}: ${rawTotal} answers, and ${total} are shown`);
}

function countBy(rows: OverviewRow[], keyOf: (row: OverviewRow) => string | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + row.count);
  }
  return counts;
}

const countAnswers = (rows: OverviewRow[]) => rows.reduce((sum, row) => sum + row.count, 0);

/** Numbers of answers by name in an exported table; rows that stand there with another metric are left out. */
function readCounts(csv: string, metric: string): Map<string, number> {
  const [head = "", ...lines] = csv
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/);
  const separator = head.includes(";") ? ";" : ",";
  const labels = head.split(separator).map((label) => label.replaceAll('"', ""));
  const [answers, ofMetric] = [labels.indexOf("Answers"), labels.indexOf("Metric")];
  if (answers === -1 || ofMetric === -1) throw new Error(`no columns of metric and answers in: ${head}`);
  return new Map(
    lines.flatMap((line) => {
      const cells = line.split(separator).map((cell) => cell.replaceAll('"', ""));
      if (cells[ofMetric]?.toLowerCase() !== metric) return [];
      return [[cells[0] as string, Number(cells[answers] || 0)]];
    }),
  );
}
