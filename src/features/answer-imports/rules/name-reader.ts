import { normalizeName } from "@/features/imports/rules/words";
import type { ColumnUse } from "../mapping";
import type { RejectionReason } from "../schema";
import type { Target, TargetBook, ThingKind } from "./things";

export type NameColumn = Extract<ColumnUse, { use: ThingKind }>;

export type NameOutcome =
  | { status: "known" | "created"; target: Target; isExplained: boolean }
  | { status: "empty"; isExplained: boolean }
  | { status: "rejected"; reason: RejectionReason; isExplained: false };

const UNKNOWN: Record<ThingKind, RejectionReason> = {
  touchpoint: "unknownTouchpoint",
  employee: "unknownEmployee",
  location: "unknownLocation",
  encounterType: "unknownEncounterType",
};
const SEVERAL: Record<ThingKind, RejectionReason> = {
  touchpoint: "severalTouchpoints",
  employee: "severalEmployees",
  location: "severalLocations",
  encounterType: "severalEncounterTypes",
};
const LONGEST_NAME = 120;

/**
 * Reads the names of a column: what the mapping says of a value, else the thing of that name, else what the mapping says
 * of unknown names. An empty cell is nobody. `isExplained` is false where only the rule for unknown names decided.
 */
export function nameReader(column: NameColumn, book: TargetBook): (text: string) => NameOutcome {
  const mapped = new Map(column.values.map(({ value, thing }) => [normalizeName(value), thing]));
  const memo = new Map<string, NameOutcome>();

  function read(text: string): NameOutcome {
    const thing = mapped.get(normalizeName(text));
    if (thing === null || (thing === undefined && text === "")) return { status: "empty", isExplained: true };
    if (thing !== undefined) {
      const target = book.ofThing(thing);
      // The thing was deleted since the mapping was made; judgeMapping tells it before anything is started.
      if (!target) return { status: "rejected", reason: UNKNOWN[column.use], isExplained: false };
      return { status: target.id === null ? "created" : "known", target, isExplained: true };
    }
    const found = book.byName(text);
    if (found.status === "several")
      return { status: "rejected", reason: SEVERAL[column.use], isExplained: false };
    if (found.status === "found" && found.target.id !== null) {
      return { status: "known", target: found.target, isExplained: true };
    }
    if (column.unknown === "create") {
      if (text.length > LONGEST_NAME) return { status: "rejected", reason: "tooLong", isExplained: false };
      return { status: "created", target: book.byNameOrNew(text), isExplained: false };
    }
    if (column.unknown === "empty") return { status: "empty", isExplained: false };
    return { status: "rejected", reason: UNKNOWN[column.use], isExplained: false };
  }

  return (text) => {
    let outcome = memo.get(text);
    if (!outcome) {
      outcome = read(text);
      if (memo.size < 20_000) memo.set(text, outcome);
    }
    return outcome;
  };
}
