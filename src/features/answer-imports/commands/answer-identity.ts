import "server-only";
import { hash } from "node:crypto";
import type { AnswerMapping } from "../mapping";
import { cleanCell } from "../reading/raw-row";
import { mappedColumns } from "../rules/mapped-columns";
import type { Target } from "../rules/things";
import { OccurrenceCounter } from "./occurrence-counter";

/**
 * Makes the ids of a file's answers from what the answers are, so that an answer gets the same id whenever it is imported
 * again: from the organization, what is fixed by hand for the whole file, the row, and the column (with its metric and
 * touchpoint).
 *
 * A row is its reference where the file has one (and what it is about); else everything that stands in it, mapped or not,
 * whatever the order of the columns, and which of several equal rows it is. The mapping is no part of it: a column that
 * is mapped later adds its answers to a file that was imported before, and doubles none.
 *
 * One digest for each row; an answer's id is that digest combined with one of its column.
 */
export function answerIdentity(
  organizationId: string,
  mapping: AnswerMapping,
  header: readonly string[],
  fixedTargets: readonly (Target | null)[],
) {
  const columns = mappedColumns(mapping, header);
  const { year, month, day, channel, segment } = mapping.fixed;
  const fixed = JSON.stringify([
    organizationId,
    [year, month, day, channel, segment],
    fixedTargets.map((target) => target?.id ?? null),
  ]);
  const reference = columns.find("reference");
  const about = [columns.find("touchpoint")?.index, columns.find("metric")?.index];
  const names = header.map((name) => `\u001e${name}\u001f`);
  const inOrder = header.map((_, index) => index).sort((a, b) => compare(names[a] ?? "", names[b] ?? ""));
  const occurrences = new OccurrenceCounter();

  function contentOf(cells: readonly string[]): string {
    let content = fixed;
    for (const index of inOrder) {
      const text = cleanCell(cells[index]);
      // A column that was added and holds nothing makes no other row.
      if (text !== "") content += (names[index] ?? "") + text;
    }
    return content;
  }

  return {
    /** Whether a row is known by its reference. */
    isReference: (cells: readonly string[]) => reference !== null && cleanCell(cells[reference.index]) !== "",
    /** 16 bytes that stand for a row. To be asked once for every row of the file, in its order. */
    ofRow(cells: readonly string[]): Buffer {
      const text = reference ? cleanCell(cells[reference.index]) : "";
      if (reference && text !== "") {
        const subject = about.map((index) => (index === undefined ? "" : cleanCell(cells[index])));
        return digest(`${fixed}\u001d${names[reference.index]}${text}\u001e${subject.join("\u001f")}`);
      }
      const row = digest(contentOf(cells));
      const nth = occurrences.count(row);
      return nth === 1 ? row : digest(`${row.toString("base64")} ${nth}`);
    },
    /** 16 bytes that stand for a column's answers of one metric at one touchpoint. */
    ofColumn(column: string, metric: string, touchpoint: Target | null): Buffer {
      return digest(JSON.stringify([column, metric, touchpoint?.id ?? null]));
    },
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function digest(text: string): Buffer {
  return hash("sha256", text, "buffer").subarray(0, 16);
}

/**
 * The id of a row's answer in a column: a UUID of version 8. It begins with the time of the answer where the row has no
 * reference (a row with one may be dated anew), which keeps answers of one time together in the indexes.
 */
export function answerId(row: Buffer, column: Buffer, time: number | null): string {
  const bytes = Buffer.allocUnsafe(16);
  for (let at = 0; at < 16; at += 1) bytes[at] = (row[at] ?? 0) ^ (column[at] ?? 0);
  if (time !== null) bytes.writeUIntBE(time, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
