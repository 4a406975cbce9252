import { CommandError, parseCommandLine } from "../../scripts/lib/command-line";

export const PARTS = ["overview", "api", "answers", "ingest", "page", "import"] as const;
export type Part = (typeof PARTS)[number];

export type BenchOptions = {
  /** Answers in each database, ascending. */
  sizes: number[];
  parts: ReadonlySet<Part>;
  /** How long each load lasts. */
  seconds: number;
  /** How often each figure is measured; the spread of these runs is reported. */
  repeat: number;
  /** Requests of a page or query within one run. */
  requests: number;
  /** Answers in the imported file. */
  importRows: number;
  keep: boolean;
  folder: string;
  results: string;
};

const help = `Usage: npm run bench [-- options]

Measures the product at several sizes of one organization: dashboards, programming interface, answering, imports.
Everything runs on this machine, in processes of its own: PostgreSQL, web server, worker and load client. Prints what it
measures and writes it to bench/results/<date>-<commit>.json and .md. bench/README.md explains each figure.

  --sizes 10k,100k,1M,10M   answers in the organization; one database each
  --only a,b                only these of: ${PARTS.join(", ")}
                            (answers, ingest, page and import run on the largest size)
  --seconds 10              how long each load lasts
  --repeat 3                how often each figure is measured
  --requests 30             requests of each page and query in one run
  --import-rows 1M          answers in the imported file
  --keep                    keep the databases in .data/bench for the next run
  --results <folder>        where results are written (default bench/results)
  --help                    show this text

Ctrl-C stops everything and removes what was made (unless --keep). All four sizes need about 54 GB of disk.`;

export function readOptions(): BenchOptions {
  const { values } = parseCommandLine({
    help,
    options: {
      sizes: { type: "string" },
      only: { type: "string" },
      seconds: { type: "string" },
      repeat: { type: "string" },
      requests: { type: "string" },
      "import-rows": { type: "string" },
      keep: { type: "boolean" },
      results: { type: "string" },
    },
  });
  const only = values.only?.split(",") ?? [...PARTS];
  const unknown = only.filter((part) => !(PARTS as readonly string[]).includes(part));
  if (unknown.length > 0) throw new CommandError(`--only knows no "${unknown[0]}". See --help.`, 2);
  return {
    sizes: (values.sizes ?? "10k,100k,1M,10M")
      .split(",")
      .map((text) => readCount("--sizes", text))
      .sort((a, b) => a - b),
    parts: new Set(only as Part[]),
    seconds: readNumber("--seconds", values.seconds ?? "10", 1, 600),
    repeat: readNumber("--repeat", values.repeat ?? "3", 1, 100),
    requests: readNumber("--requests", values.requests ?? "30", 5, 10_000),
    importRows: readCount("--import-rows", values["import-rows"] ?? "1M"),
    keep: values.keep ?? false,
    folder: ".data/bench",
    results: values.results ?? "bench/results",
  };
}

function readNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new CommandError(`${name} must be a whole number from ${min} to ${max}, not "${text}".`, 2);
}

/** "10k" is 10,000 and "1M" a million. */
function readCount(name: string, text: string): number {
  const match = /^(\d{1,8})(k|m)?$/i.exec(text.trim());
  const value = match
    ? Number(match[1]) * { k: 1e3, m: 1e6, "": 1 }[(match[2] ?? "").toLowerCase() as "k"]
    : 0;
  if (value >= 1000 && value <= 50_000_000) return value;
  throw new CommandError(`${name}: "${text}" is no number from 1k to 50M.`, 2);
}

/** 10000 as "10k". */
export function nameSize(answers: number): string {
  if (answers % 1e6 === 0) return `${answers / 1e6}M`;
  return answers % 1e3 === 0 ? `${answers / 1e3}k` : String(answers);
}
