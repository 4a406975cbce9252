import { nameSize } from "../lib/options";
import type { ImportFigures } from "../parts/import";
import { formatNumber, formatSpread } from "./format";
import type { PartResult } from "./part-result";

const LEAST_PER_SECOND = 20_000;

export function reportImport(figures: ImportFigures): PartResult {
  const { answersPerSecond, cpu } = figures;
  return {
    data: figures,
    targets: [
      {
        name: "import of a CSV file: answers stored each second",
        wanted: "≥ 20,000",
        measured: formatSpread(answersPerSecond),
        isMet: answersPerSecond.median >= LEAST_PER_SECOND,
      },
    ],
    tables: [
      {
        title: `Import of ${nameSize(figures.rows)} answers, with ${nameSize(figures.answers)} in the database`,
        notes: [
          "From the start of the import to its end, by its own clock; the upload (file sent, kept and looked at) before that. Cores in use while it was stored. Memory: the most that the process held from upload to end.",
        ],
        columns: [
          "file, MB",
          "upload, s",
          "answers per second",
          "web cores",
          "worker cores",
          "postgresql cores",
          "web MB",
          "worker MB",
        ],
        rows: [
          [
            formatNumber(figures.megabytes),
            formatSpread(figures.uploadSeconds),
            formatSpread(answersPerSecond),
            ...["web", "worker", "postgresql"].map((name) => cpu[name]?.median.toFixed(2) ?? ""),
            formatSpread(figures.webMegabytes),
            formatSpread(figures.workerMegabytes),
          ],
        ],
      },
    ],
  };
}
