import type { DateForm } from "../formats";
import type { ColumnUse } from "../mapping";
import { cleanCell, type RawRow } from "../reading/raw-row";
import type { DatePreview } from "../schema";
import { readDay, readDayInForms, TRIED_FORMS } from "./read-day";

const FIRST_DIFFERING = 20;
const MOST_REMEMBERED = 50_000;

type Differing = DatePreview["differing"][number];

/**
 * Finds out in which forms the dates of a column can be read, and which rows would get another day in another form. A row
 * differs as long as two forms that have read everything so far read it differently; forms fall away as rows rule them out.
 */
export function countDates(column: Extract<ColumnUse, { use: "date" }>, index: number) {
  const possible = new Set<DateForm>(TRIED_FORMS);
  /** By pair of forms: rows that the two read as different days. Which forms stay possible is known at the end only. */
  const differing = new Map<string, { count: number; first: Differing[] }>();
  const memo = new Map<string, Map<DateForm, string | null>>();
  let unreadable = 0;
  let dates = 0;

  function readings(text: string) {
    let read = memo.get(text);
    if (!read) {
      read = readDayInForms(text);
      if (memo.size < MOST_REMEMBERED) memo.set(text, read);
    }
    return read;
  }

  return {
    add({ line, cells }: RawRow) {
      const text = cleanCell(cells[index]);
      if (text === "") return;
      if (column.form && !readDay(text, column.form)) unreadable += 1;
      const read = readings(text);
      const days = TRIED_FORMS.filter((form) => read.get(form) !== null);
      // What no form reads is an error of the row, not of the form.
      if (days.length === 0) return;
      dates += 1;
      for (const form of [...possible]) if (read.get(form) === null) possible.delete(form);
      for (const [place, one] of days.entries()) {
        for (const other of days.slice(place + 1)) {
          if (read.get(one) === read.get(other)) continue;
          const pair = `${one} ${other}`;
          const counted = differing.get(pair) ?? { count: 0, first: [] };
          counted.count += 1;
          if (counted.first.length < FIRST_DIFFERING) {
            const shown = days.map((form) => ({ form, day: read.get(form) ?? null }));
            counted.first.push({ line, value: text, readings: shown });
          }
          differing.set(pair, counted);
        }
      }
    },
    finish(): DatePreview {
      const forms: DateForm[] = dates === 0 ? [] : [...possible];
      const pairs = forms.flatMap((one, place) =>
        forms.slice(place + 1).flatMap((other) => differing.get(`${one} ${other}`) ?? []),
      );
      const most = pairs.sort((a, b) => b.count - a.count)[0];
      return {
        column: column.column,
        form: column.form,
        possibleForms: forms,
        isAmbiguous: most !== undefined,
        differing: most?.first ?? [],
        differingCount: most?.count ?? 0,
        unreadable,
      };
    },
  };
}
