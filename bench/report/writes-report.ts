import type { MeasuredLoad } from "../lib/measure-load";
import { nameSize } from "../lib/options";
import { spread } from "../lib/statistics";
import { CLIENTS } from "../parts/limits";
import type { WriteFigures } from "../parts/writes";
import { formatNumber, formatPercent, formatSpread } from "./format";
import type { PartResult, ReportTable, Target } from "./part-result";

const FLOWS = [
  { key: "answer", name: "answers through the page", share: 0.06 },
  { key: "ingest", name: "encounters through the API", share: 0.16 },
] as const;
const SLOWEST_P95 = 150;
const MOST_CLIENTS = 32;

export function reportWrites({ answers, limits, flows }: WriteFigures): PartResult {
  const kinds = [
    { name: "bare Node + pg", runs: limits.bare },
    { name: "INSERT + COMMIT", runs: limits.insert },
    ...FLOWS.flatMap(({ key, name }) => (flows[key] ? [{ name, runs: flows[key] }] : [])),
  ];
  const rows = kinds.flatMap(({ name, runs }) =>
    CLIENTS.flatMap((clients) => {
      const loads = runs.get(clients) ?? [];
      if (loads.length === 0) return [];
      const share = shareOf(loads, limits.bare.get(clients) ?? []);
      const times = (read: (load: MeasuredLoad) => number) => formatSpread(spread(loads.map(read)));
      return [
        [
          name,
          String(clients),
          times((load) => load.perSecond),
          formatPercent(share.median),
          times((load) => load.milliseconds.p50),
          times((load) => load.milliseconds.p95),
          times((load) => load.milliseconds.p99),
          describeErrors(loads),
        ],
      ];
    }),
  );
  return {
    data: {
      answers,
      limits: { bare: Object.fromEntries(limits.bare), insert: Object.fromEntries(limits.insert) },
      ...Object.fromEntries(
        FLOWS.flatMap(({ key }) => (flows[key] ? [[key, Object.fromEntries(flows[key])]] : [])),
      ),
    },
    targets: FLOWS.flatMap(({ key, name, share: wanted }): Target[] => {
      const loads = flows[key]?.get(MOST_CLIENTS);
      if (!loads) return [];
      const share = shareOf(loads, limits.bare.get(MOST_CLIENTS) ?? []);
      const p95 = spread(loads.map((load) => load.milliseconds.p95));
      const failed = loads.reduce((sum, load) => sum + countErrors(load), 0);
      return [
        {
          name: `${name}, ${MOST_CLIENTS} clients: share of the bare Node + pg limit`,
          wanted: `≥ ${formatPercent(wanted)}`,
          measured: `${formatPercent(share.median)} (${formatPercent(share.min)}–${formatPercent(share.max)})`,
          isMet: share.median >= wanted,
        },
        {
          name: `${name}, ${MOST_CLIENTS} clients: p95`,
          wanted: `< ${SLOWEST_P95} ms`,
          measured: `${formatSpread(p95)} ms`,
          isMet: p95.median < SLOWEST_P95,
        },
        {
          name: `${name}, ${MOST_CLIENTS} clients: errors`,
          wanted: "0",
          measured: String(failed),
          isMet: failed === 0,
        },
      ];
    }),
    tables: [
      {
        title: `Stored each second, with ${nameSize(answers)} answers in the database`,
        notes: [
          "Milliseconds for page and post together. Share: of the bare Node + pg server of the same run at as many clients.",
        ],
        columns: ["what", "clients", "per second", "share", "median", "p95", "p99", "errors"],
        rows,
      },
      cpuTable(kinds),
    ],
  };
}

/** Each run by the limit of the same run. */
function shareOf(loads: readonly MeasuredLoad[], limits: readonly MeasuredLoad[]) {
  return spread(loads.map((load, run) => load.perSecond / (limits[run]?.perSecond ?? Number.NaN)));
}

function cpuTable(kinds: { name: string; runs: Map<number, MeasuredLoad[]> }[]): ReportTable {
  const processes = ["web", "bare server", "postgresql", "worker", "client"];
  return {
    title: "Where the processor's time goes",
    notes: [
      "Cores in use by each process while it was counted (medians of the runs); in brackets milliseconds of processor time for each stored row. Memory: the most that the process held.",
    ],
    columns: ["what", "clients", ...processes, "web MB", "worker MB"],
    rows: kinds.flatMap(({ name, runs }) =>
      CLIENTS.flatMap((clients) => {
        const loads = runs.get(clients) ?? [];
        if (loads.length === 0) return [];
        const rate = spread(loads.map((load) => load.perSecond)).median;
        const cells = processes.map((process) => {
          const cores = spread(loads.map((load) => load.cpu[process] ?? 0)).median;
          return cores < 0.005 ? "" : `${cores.toFixed(2)} (${formatNumber((cores / rate) * 1000)})`;
        });
        const isProduct = FLOWS.some((flow) => flow.name === name);
        const memory = (read: (load: MeasuredLoad) => number) =>
          isProduct ? formatNumber(Math.max(...loads.map(read))) : "";
        return [
          [
            name,
            String(clients),
            ...cells,
            memory((load) => load.webMegabytes),
            memory((load) => load.workerMegabytes),
          ],
        ];
      }),
    ),
  };
}

const countErrors = (load: MeasuredLoad) => Object.values(load.errors).reduce((sum, count) => sum + count, 0);

function describeErrors(loads: readonly MeasuredLoad[]): string {
  const all = new Map<string, number>();
  for (const { errors } of loads) {
    for (const [problem, count] of Object.entries(errors)) all.set(problem, (all.get(problem) ?? 0) + count);
  }
  return all.size === 0 ? "0" : [...all].map(([problem, count]) => `${count} × ${problem}`).join(", ");
}
