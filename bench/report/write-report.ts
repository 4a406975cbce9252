import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Loading } from "../data/size-database";
import type { Machine } from "../lib/machine";
import { type BenchOptions, nameSize } from "../lib/options";
import { formatNumber } from "./format";
import type { PartResult, ReportTable, Target } from "./part-result";

export type Report = {
  machine: Machine;
  options: BenchOptions;
  loading: { answers: number; loading: Loading; bytes: number }[];
  parts: Record<string, PartResult>;
};

/** Writes the results for programs and for readers; returns the two files. */
export function writeReport(report: Report): string[] {
  const { machine, options, loading, parts } = report;
  const name = `${machine.date.slice(0, 10)}-${machine.commit}`;
  mkdirSync(options.results, { recursive: true });
  const files = ["json", "md"].map((kind) => path.join(options.results, `${name}.${kind}`));
  const data = Object.fromEntries(Object.entries(parts).map(([part, result]) => [part, result.data]));
  const targets = listTargets(report);
  const settings = { ...options, parts: [...options.parts] };
  writeFileSync(
    files[0] as string,
    `${JSON.stringify({ machine, options: settings, loading, targets, ...data }, null, 1)}\n`,
  );
  writeFileSync(files[1] as string, writeMarkdown(report));
  return files;
}

export const listTargets = ({ parts }: Report): Target[] =>
  Object.values(parts).flatMap(({ targets }) => targets);

function writeMarkdown(report: Report): string {
  const { machine, options } = report;
  const listAll = (record: Record<string, string>) =>
    Object.entries(record)
      .map(([key, value]) => `${key} ${value}`)
      .join(", ");
  const targets = listTargets(report);
  return [
    `# Bench of ${machine.date.slice(0, 10)}, commit ${machine.commit}${machine.hasChanges ? " with changes" : ""}`,
    `- Machine: ${machine.processor}, ${machine.cores} cores, ${machine.memoryGigabytes} GB; everything on it, load client included`,
    `- Versions: ${listAll(machine.versions)}`,
    `- PostgreSQL: ${listAll(machine.databaseSettings)}`,
    `- Each figure ${options.repeat} times: median (least–greatest). Loads of ${options.seconds} s, ${options.requests} requests of each page and query in a run.`,
    "",
    "## Targets",
    "",
    writeTable({
      title: "",
      columns: ["", "target", "measured", "met"],
      rows: targets.map(({ name, wanted, measured, isMet }) => [
        name,
        wanted,
        measured,
        isMet ? "yes" : "**no**",
      ]),
    }),
    ...Object.values(report.parts).flatMap(({ tables }) => tables.map(writeSection)),
    writeSection(loadingTable(report)),
  ].join("\n");
}

function loadingTable({ loading }: Report): ReportTable {
  return {
    title: "Filling the databases",
    columns: ["answers", "seconds", "of them rollups", "database, GB"],
    rows: loading.map(({ answers, loading: times, bytes }) => [
      nameSize(answers),
      times ? formatNumber(times.seconds) : "kept from before",
      times ? formatNumber(times.rollupSeconds) : "",
      formatNumber(bytes / 1e9),
    ]),
  };
}

function writeSection(table: ReportTable): string {
  return [
    `## ${table.title}`,
    "",
    ...(table.notes ?? []).flatMap((note) => [note, ""]),
    writeTable(table),
  ].join("\n");
}

function writeTable({ columns, rows }: ReportTable): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line), ""].join("\n");
}

/** The targets for the terminal. */
export function printTargets(report: Report): void {
  for (const { name, wanted, measured, isMet } of listTargets(report)) {
    console.log(`  ${isMet ? "met    " : "NOT MET"} ${name}: ${measured} (target ${wanted})`);
  }
}
