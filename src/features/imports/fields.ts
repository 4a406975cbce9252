import type { ImportKind } from "@/generated/prisma/enums";
import { COLUMN_NAMES } from "./column-names";
import { normalizeName } from "./rules/words";
import type { ImportMapping } from "./schema";

/** What a column of a file can mean. `key` names it in mappings and messages ("imports.fields.<kind>.<key>"). */
export type TargetField = {
  key: string;
  /** Needs a column, or a default where `hasDefault` says that one may be chosen instead. */
  isRequired: boolean;
  hasDefault?: boolean;
  /** Header names it is recognised by, normalized, best first; in en, fi and sv. */
  names: readonly string[];
};

type FieldShape = Omit<TargetField, "names">;
const required = (key: string): FieldShape => ({ key, isRequired: true });
const optional = (key: string): FieldShape => ({ key, isRequired: false });
const withDefault = (field: FieldShape): FieldShape => ({ ...field, hasDefault: true });

const FIELDS: Record<ImportKind, readonly FieldShape[]> = {
  encounters: [
    required("externalReference"),
    required("occurredAt"),
    optional("time"),
    withDefault(required("touchpoint")),
    required("employee"),
    withDefault(required("encounterType")),
    optional("channel"),
    optional("customerReference"),
    optional("customerEmail"),
    optional("customerName"),
    withDefault(optional("language")),
    optional("segment"),
    optional("consent"),
  ],
  employees: [
    required("name"),
    optional("email"),
    optional("title"),
    optional("externalReference"),
    required("location"),
    optional("team"),
  ],
  customers: [
    optional("name"),
    optional("email"),
    optional("phone"),
    optional("externalReference"),
    optional("language"),
    optional("segment"),
    optional("consent"),
  ],
};

const withNames = (kind: ImportKind): TargetField[] =>
  FIELDS[kind].map((field) => ({ ...field, names: COLUMN_NAMES[kind][field.key] ?? [] }));

/** What the columns of each kind of file can mean, in the order they are shown. */
export const TARGET_FIELDS: Record<ImportKind, readonly TargetField[]> = {
  encounters: withNames("encounters"),
  employees: withNames("employees"),
  customers: withNames("customers"),
};

/** The target fields that a mapping still leaves open: required, without a column and without a default. */
export function listUnmapped(
  kind: ImportKind,
  { columns, defaults }: Pick<ImportMapping, "columns" | "defaults">,
): string[] {
  const chosen: Record<string, string | null> = {
    touchpoint: defaults.touchpointId,
    encounterType: defaults.encounterTypeId,
  };
  return TARGET_FIELDS[kind]
    .filter((field) => field.isRequired && columns[field.key] === undefined && !chosen[field.key])
    .map((field) => field.key);
}

/** Whether a file can be read with a mapping: nothing open, and the order of its dates known. */
export function isMapped(kind: ImportKind, mapping: ImportMapping): boolean {
  return listUnmapped(kind, mapping).length === 0 && (kind !== "encounters" || mapping.dateOrder !== null);
}

/**
 * Which column each field is read from, by index: first the header remembered from the last file, then the best known
 * name. No column is used twice; a field without one is left out.
 */
export function guessColumns(
  kind: ImportKind,
  header: readonly string[],
  remembered: Record<string, string> = {},
): Record<string, number> {
  const names = header.map(normalizeHeader);
  const columns: Record<string, number> = {};
  const taken = new Set<number>();
  const take = (key: string, name: string) => {
    const index = names.findIndex((candidate, position) => candidate === name && !taken.has(position));
    if (index < 0 || columns[key] !== undefined) return;
    columns[key] = index;
    taken.add(index);
  };
  for (const [key, name] of Object.entries(remembered)) take(key, normalizeHeader(name));
  const fields = TARGET_FIELDS[kind];
  // By rank of the name, so that "customer e-mail" is not lost to a field that knows it as its fifth guess.
  const mostNames = Math.max(...fields.map((field) => field.names.length));
  for (let rank = 0; rank < mostNames; rank += 1) {
    for (const field of fields) {
      const name = field.names[rank];
      if (name !== undefined) take(field.key, normalizeHeader(name));
    }
  }
  return columns;
}

/** A header without capitals, punctuation and doubled spaces: "E-Mail_address" is "e mail address". */
function normalizeHeader(text: string): string {
  return normalizeName(text.replace(/[_\-./:()]+/g, " "));
}
