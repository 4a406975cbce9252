import { METRIC_SCALES } from "@/metrics/score-distribution";
import type { AnswerMapping } from "../mapping";
import { cleanCell, type RawRow } from "../reading/raw-row";
import type {
  AnswerImportPreview,
  AnswerRejection,
  NamePreview,
  ScorePreview,
  ValueReading,
} from "../schema";
import { countDates } from "./count-dates";
import { mappedColumns } from "./mapped-columns";
import { makeRowReader, type RowWatcher } from "./row-reader";
import type { KnownThings } from "./things";

const MOST_VALUES = 60;
const MOST_UNKNOWN = 500;
const MOST_COUNTED = 10_000;
const FIRST_REJECTIONS = 50;
const LONGEST_SHOWN = 200;

const NAME_USES = [
  "touchpoint",
  "employee",
  "location",
  "encounterType",
  "channel",
  "language",
  "metric",
] as const;

/** Counts, row by row, what an import of a file would come to with a mapping. */
export function previewRows(
  mapping: AnswerMapping,
  header: readonly string[],
  things: KnownThings,
  options: { timeZone: string; now: Date },
) {
  const columns = mappedColumns(mapping, header);
  const scores = columns.scores.map(({ column }) => new ScoreCounter(column.column, column.metric));
  const names = new Map(
    NAME_USES.flatMap((use) => {
      const found = columns.find(use);
      return found ? [[found.index, new NameCounter(found.column.column, use)] as const] : [];
    }),
  );
  const watcher: RowWatcher = {
    score: (column, text, reading) => scores[column]?.add(text, reading.reading, reading.score),
    name: (column, text, outcome) => names.get(column)?.add(text, outcome),
  };
  const reader = makeRowReader(mapping, header, things, { ...options, watcher });
  const date = columns.find("date");
  const dates = date && countDates(date.column, date.index);
  const firstRejections: AnswerRejection[] = [];
  let rows = 0;
  let answers = 0;
  let noAnswers = 0;
  let rejected = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;

  return {
    add(raw: RawRow) {
      rows += 1;
      dates?.add(raw);
      const row = reader.read(raw);
      answers += row.answers.length;
      noAnswers += row.noAnswers;
      rejected += row.rejections.length;
      if (row.answers.length > 0) {
        first = Math.min(first, row.at);
        last = Math.max(last, row.at);
      }
      for (const { index, reason } of row.rejections) {
        if (firstRejections.length >= FIRST_REJECTIONS) break;
        const value = cleanCell(raw.cells[index]).slice(0, LONGEST_SHOWN);
        firstRejections.push({ line: raw.line, column: header[index] ?? "", value, reason });
      }
    },
    finish(isWhole: boolean): Omit<AnswerImportPreview, "problems"> {
      const dayOf = (at: number) =>
        Number.isFinite(at)
          ? new Intl.DateTimeFormat("sv", { timeZone: options.timeZone, dateStyle: "short" }).format(at)
          : null;
      return {
        rows,
        isWhole,
        answers,
        noAnswers,
        rejected,
        firstDay: dayOf(first),
        lastDay: dayOf(last),
        scores: scores.map((score) => score.finish()),
        names: [...names].sort(([a], [b]) => a - b).map(([, counter]) => counter.finish()),
        dates: dates?.finish() ?? null,
        firstRejections,
      };
    },
  };
}

class ScoreCounter {
  readonly #column: string;
  readonly #metric: ScorePreview["metric"];
  readonly #values = new Map<string, ValueReading>();
  #answers = 0;
  #none = 0;
  #outOfScale = 0;
  #hasMore = false;
  readonly #distribution: number[] | null;

  constructor(column: string, metric: ScorePreview["metric"]) {
    this.#column = column;
    this.#metric = metric;
    const scale = metric && METRIC_SCALES[metric];
    this.#distribution = scale && new Array<number>(scale.max - scale.min + 1).fill(0);
  }

  add(text: string, reading: ValueReading["reading"], score: number | null) {
    if (reading === "answer") this.#answers += 1;
    else if (reading === "none") this.#none += 1;
    else this.#outOfScale += 1;
    if (this.#distribution && this.#metric && score !== null) {
      const at = score - METRIC_SCALES[this.#metric].min;
      this.#distribution[at] = (this.#distribution[at] ?? 0) + 1;
    }
    // Where another column tells the metric, one text may come to different things.
    const key = this.#metric ? text : `${reading} ${text}`;
    const known = this.#values.get(key);
    if (known) known.count += 1;
    else if (this.#values.size < MOST_COUNTED) {
      this.#values.set(key, { value: text.slice(0, LONGEST_SHOWN), count: 1, reading, score });
    } else this.#hasMore = true;
  }

  finish(): ScorePreview {
    const values = [...this.#values.values()].sort((a, b) => b.count - a.count);
    // What will be rejected is shown however rare it is.
    const bad = values.filter(({ reading }) => reading === "outOfScale" || reading === "notANumber");
    const shown = new Set([...bad.slice(0, MOST_VALUES / 2), ...values].slice(0, MOST_VALUES));
    return {
      column: this.#column,
      metric: this.#metric,
      answers: this.#answers,
      none: this.#none,
      outOfScale: this.#outOfScale,
      distribution: this.#distribution,
      values: values.filter((value) => shown.has(value)),
      hasMore: this.#hasMore || values.length > shown.size,
    };
  }
}

type CountedOutcome = { status: "known" | "created" | "empty" | "rejected"; isExplained: boolean };

class NameCounter {
  readonly #column: string;
  readonly #use: NamePreview["use"];
  readonly #counts = { known: 0, created: 0, empty: 0, rejected: 0 };
  readonly #unknown = new Map<string, NamePreview["unknown"][number]>();
  #hasMore = false;

  constructor(column: string, use: NamePreview["use"]) {
    this.#column = column;
    this.#use = use;
  }

  add(text: string, { status, isExplained }: CountedOutcome) {
    this.#counts[status] += 1;
    if (isExplained || text === "" || status === "known") return;
    const known = this.#unknown.get(text);
    if (known) known.count += 1;
    else if (this.#unknown.size < MOST_COUNTED) {
      this.#unknown.set(text, { value: text.slice(0, LONGEST_SHOWN), count: 1, becomes: status });
    } else this.#hasMore = true;
  }

  finish(): NamePreview {
    const unknown = [...this.#unknown.values()].sort((a, b) => b.count - a.count);
    return {
      column: this.#column,
      use: this.#use,
      ...this.#counts,
      unknown: unknown.slice(0, MOST_UNKNOWN),
      hasMore: this.#hasMore || unknown.length > MOST_UNKNOWN,
    };
  }
}
