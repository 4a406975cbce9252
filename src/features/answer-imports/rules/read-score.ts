import { normalizeName } from "@/features/imports/rules/words";
import { METRIC_SCALES, type MetricKey } from "@/metrics/score-distribution";
import type { ScoreColumn } from "../mapping";

export type ScoreReading =
  | { reading: "answer"; score: number }
  | { reading: "none" | "outOfScale" | "notANumber"; score: null };

const NONE: ScoreReading = { reading: "none", score: null };
const OUT_OF_SCALE: ScoreReading = { reading: "outOfScale", score: null };
const NOT_A_NUMBER: ScoreReading = { reading: "notANumber", score: null };

/** A number as files write it: 5, 5.0, 5,0, 4.5, -1; null for anything else. */
export function readNumber(text: string): number | null {
  return /^[+-]?\d{1,15}(?:[.,]\d*)?$/.test(text) ? Number(text.replace(",", ".")) : null;
}

/** The texts and codes of a score column, to be looked up by `readScore`. */
export type ScoreValues = ReadonlyMap<string, number | null>;

/** The texts and codes that were decided for a column by what `readScore` looks up; none gives an empty index. */
export function indexScoreValues(values: ScoreColumn["values"]): ScoreValues {
  const index = new Map<string, number | null>();
  for (const { value, score } of values) {
    const text = normalizeName(value);
    const number = readNumber(text);
    // "11" also means 11.0, whichever of the two the file has.
    index.set(number === null ? text : String(number), score);
  }
  return index;
}

/**
 * What a cell (trimmed) of a score column is: the score its text stands for, no answer, or a number that is not on the
 * metric's scale. An empty cell is no answer. Nothing is rounded or moved into the scale.
 */
export function readScore(text: string, metric: MetricKey, values: ScoreValues): ScoreReading {
  if (text === "") return NONE;
  const number = readNumber(text);
  const mapped = values.get(number === null ? normalizeName(text) : String(number));
  if (mapped === null) return NONE;
  const score = mapped ?? number;
  if (score === null) return NOT_A_NUMBER;
  const { min, max } = METRIC_SCALES[metric];
  if (!Number.isInteger(score) || score < min || score > max) return OUT_OF_SCALE;
  return { reading: "answer", score };
}
