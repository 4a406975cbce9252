import type { AnswerMapping } from "../mapping";
import type { RejectionReason } from "../schema";
import type { mappedColumns } from "./mapped-columns";
import { type DayReading, dayOfParts, readDay } from "./read-day";
import { readNumber } from "./read-score";

export type RowDate =
  | { ok: true; at: number; identity: number }
  | { ok: false; index: number; reason: RejectionReason };
type InstantOf = (day: DayReading) => { at: number; identity: number } | null;

/** Reads the date of a row: from its date column, or from year, month and day, each a column or the same for all rows. */
export function rowDateReader(
  mapping: AnswerMapping,
  columns: ReturnType<typeof mappedColumns>,
  instantOf: InstantOf,
): (cell: (index: number) => string) => RowDate {
  const date = columns.find("date");
  const memo = new Map<string, RowDate>();
  const remember = (key: string, read: RowDate) => {
    if (memo.size < 20_000) memo.set(key, read);
    return read;
  };
  const judged = (day: DayReading | null, index: number): RowDate => {
    if (!day) return { ok: false, index, reason: "notADate" };
    const instant = instantOf(day);
    return instant ? { ok: true, ...instant } : { ok: false, index, reason: "inFuture" };
  };

  if (date) {
    const form = date.column.form ?? "ymd";
    return (cell) => {
      const text = cell(date.index);
      if (text === "") return { ok: false, index: date.index, reason: "noDate" };
      return memo.get(text) ?? remember(text, judged(readDay(text, form), date.index));
    };
  }
  const parts = (["year", "month", "day"] as const).map((use) => ({
    index: columns.find(use)?.index ?? null,
    fixed: mapping.fixed[use],
  }));
  return (cell) => {
    const texts = parts.map(({ index, fixed }) => (index === null ? String(fixed ?? "") : cell(index)));
    const key = texts.join("-");
    const known = memo.get(key);
    if (known) return known;
    const numbers = texts.map(readNumber);
    const bad = numbers.findIndex((number) => number === null || !Number.isInteger(number));
    const index = parts[bad === -1 ? 2 : bad]?.index ?? -1;
    if (bad !== -1) return { ok: false, index, reason: texts[bad] === "" ? "noDate" : "notADate" };
    const [year = 0, month = 0, day = 0] = numbers as number[];
    return remember(key, judged(dayOfParts(year, month, day), index));
  };
}
