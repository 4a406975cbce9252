import { cleanCell, type RawRow } from "../reading/raw-row";
import type { AnswerImportColumns, ColumnProfile } from "../schema";
import { readDayInForms, TRIED_FORMS } from "./read-day";

/** What is remembered of a file for its mapping page (column `profile`). */
export type FileProfile = AnswerImportColumns & {
  header: string[];
  sheets: string[];
  /** Rows of the whole file below the header, worked out from the part that was read. */
  rowsTotal: number;
  isTotalEstimated: boolean;
};

const MOST_VALUES = 60;
/** Values told apart while counting; a column with more has no list of values anyway. */
const MOST_COUNTED = 2_000;
const FIRST_ROWS = 8;
const LONGEST_SHOWN = 200;
/** Cells looked at to tell whether a column holds dates, and how they are written. */
const DATES_TRIED = 5_000;

/** Gathers what the first rows of a file tell about its columns. */
export function profileRows(header: readonly string[]) {
  const counts = header.map(() => new Map<string, number>());
  const empty = header.map(() => 0);
  const isFull = header.map(() => false);
  const dates = header.map(() => new DateForms());
  const firstRows: string[][] = [];
  let rows = 0;

  return {
    add({ cells }: RawRow) {
      rows += 1;
      if (firstRows.length < FIRST_ROWS) {
        firstRows.push(header.map((_, index) => cleanCell(cells[index]).slice(0, LONGEST_SHOWN)));
      }
      for (let index = 0; index < header.length; index += 1) {
        const text = cleanCell(cells[index]);
        if (text === "") {
          empty[index] = (empty[index] ?? 0) + 1;
          continue;
        }
        dates[index]?.add(text);
        const values = counts[index];
        const count = values?.get(text);
        if (count !== undefined) values?.set(text, count + 1);
        else if (values && values.size < MOST_COUNTED) values.set(text, 1);
        else isFull[index] = true;
      }
    },
    columns(): ColumnProfile[] {
      return header.map((column, index) => {
        const values = [...(counts[index] ?? [])].sort((a, b) => b[1] - a[1]);
        return {
          column,
          values: values
            .slice(0, MOST_VALUES)
            .map(([value, count]) => ({ value: value.slice(0, LONGEST_SHOWN), count })),
          hasMore: values.length > MOST_VALUES || (isFull[index] ?? false),
          empty: empty[index] ?? 0,
          dateForms: dates[index]?.forms() ?? [],
        };
      });
    },
    rows: () => rows,
    firstRows: () => firstRows,
  };
}

/** The forms that read every date of a column, of those tried. */
class DateForms {
  #possible = new Set<(typeof TRIED_FORMS)[number]>(TRIED_FORMS);
  #tried = 0;

  add(text: string) {
    if (this.#possible.size === 0 || this.#tried >= DATES_TRIED) return;
    this.#tried += 1;
    if (text.length > 40) {
      this.#possible.clear();
      return;
    }
    const readings = readDayInForms(text);
    for (const form of this.#possible) if (readings.get(form) === null) this.#possible.delete(form);
  }

  forms() {
    return this.#tried === 0 ? [] : [...this.#possible];
  }
}
