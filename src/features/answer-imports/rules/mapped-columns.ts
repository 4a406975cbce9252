import type { AnswerMapping, ColumnUse, ColumnUseKind, ScoreColumn } from "../mapping";

/** The columns of a mapping that a file has, with their places. A column named twice counts once. */
export function mappedColumns(mapping: AnswerMapping, header: readonly string[]) {
  const places = new Map<string, number>();
  for (const [index, name] of header.entries()) if (!places.has(name)) places.set(name, index);
  const taken = new Set<string>();
  const found: { index: number; column: ColumnUse }[] = [];
  for (const column of mapping.columns) {
    const index = places.get(column.column);
    if (index === undefined || column.use === "ignore" || taken.has(column.column)) continue;
    taken.add(column.column);
    found.push({ index, column });
  }
  // In the order of the file, whatever the order of the mapping.
  found.sort((a, b) => a.index - b.index);
  return {
    scores: found.flatMap(({ index, column }) =>
      column.use === "score" ? [{ index, column: column as ScoreColumn }] : [],
    ),
    /** The one column with a use, or null. */
    find<U extends ColumnUseKind>(use: U) {
      const place = found.find(({ column }) => column.use === use);
      return place ? { index: place.index, column: place.column as Extract<ColumnUse, { use: U }> } : null;
    },
  };
}
