import { normalizeName } from "@/features/imports/rules/words";
import type { MetricKey } from "@/generated/prisma/enums";
import { METRIC_SCALES } from "@/metrics/score-distribution";
import {
  type AnswerMapping,
  type ColumnUse,
  type ColumnUseKind,
  type ScoreColumn,
  SINGLE_USES,
} from "../mapping";
import { clearDateForm } from "../rules/suggest-mapping";
import type { ColumnProfile } from "../schema";

/** What a column is used for; null when it is left out. */
export function findUse(mapping: AnswerMapping, column: string): ColumnUse | null {
  const found = mapping.columns.find((use) => use.column === column);
  return found && found.use !== "ignore" ? found : null;
}

/** The column that has a use only one column can have. */
export function findColumnOf<K extends ColumnUseKind>(
  mapping: AnswerMapping,
  kind: K,
): Extract<ColumnUse, { use: K }> | null {
  return (mapping.columns.find((use) => use.use === kind) as Extract<ColumnUse, { use: K }>) ?? null;
}

/** Replaces what is said of one column, leaving the others as they are. */
export function changeUse(mapping: AnswerMapping, next: ColumnUse): AnswerMapping {
  const known = mapping.columns.some((use) => use.column === next.column);
  return {
    ...mapping,
    columns: known
      ? mapping.columns.map((use) => (use.column === next.column ? next : use))
      : [...mapping.columns, next],
  };
}

/** Gives a column a use, with details guessed from its values. A use for one column only is taken from its former one. */
export function assignUse(
  mapping: AnswerMapping,
  profile: ColumnProfile,
  kind: ColumnUseKind,
): AnswerMapping {
  const isSingle = (SINGLE_USES as readonly ColumnUseKind[]).includes(kind);
  const freed: AnswerMapping = isSingle
    ? { ...mapping, columns: mapping.columns.filter((use) => use.use !== kind) }
    : mapping;
  return changeUse(freed, freshUse(freed, profile, kind));
}

export const BULK_USES = ["ignore", "score", "scoreOwnTouchpoint"] as const;
export type BulkUse = (typeof BULK_USES)[number];

/** Gives several columns a use at once; as scores each may be of a touchpoint of its own, created under its name. */
export function assignBulkUse(
  mapping: AnswerMapping,
  profiles: readonly ColumnProfile[],
  use: BulkUse,
): AnswerMapping {
  return profiles.reduce((changed, profile) => {
    if (use === "ignore") return assignUse(changed, profile, "ignore");
    const known = findUse(changed, profile.column);
    const withScore = known?.use === "score" ? changed : assignUse(changed, profile, "score");
    const score = findUse(withScore, profile.column);
    if (use === "score" || score?.use !== "score" || score.touchpoint !== null) return withScore;
    return changeUse(withScore, { ...score, touchpoint: { create: profile.column.slice(0, 120) } });
  }, mapping);
}

function freshUse(mapping: AnswerMapping, profile: ColumnProfile, kind: ColumnUseKind): ColumnUse {
  const { column, values } = profile;
  switch (kind) {
    case "score": {
      const metric = findColumnOf(mapping, "metric") ? null : guessMetric(column, values);
      return { column, use: "score", metric, question: "", touchpoint: null, values: [] };
    }
    case "date":
      return { column, use: "date", form: clearDateForm(profile) };
    case "touchpoint":
      return { column, use: "touchpoint", values: [], unknown: "reject" };
    case "employee":
    case "location":
    case "encounterType":
      return { column, use: kind, values: [], unknown: "reject" };
    case "channel":
      return { column, use: "channel", values: [], unknown: "reject" };
    case "language":
      return { column, use: "language", values: [], unknown: "reject" };
    case "metric":
      return { column, use: "metric", values: [] };
    default:
      return { column, use: kind };
  }
}

/** By the name; otherwise NPS when a good part of the answers lies above the shorter scales. */
function guessMetric(column: string, values: ColumnProfile["values"]): MetricKey {
  if (/nps|net.?pro|recommend|suosit/i.test(column)) return "nps";
  if (/\bces\b|effort|helppo|vaiva/i.test(column)) return "ces";
  const above = values.filter(({ value }) => Number(value) > 7 && Number(value) <= 10);
  const all = values.reduce((sum, { count }) => sum + count, 0);
  return above.reduce((sum, { count }) => sum + count, 0) > all / 5 ? "nps" : "csat";
}

/** Says what one value of a score column means: a score, no answer (null), or what it says itself (undefined). */
export function changeScoreValue(
  use: ScoreColumn,
  value: string,
  score: number | null | undefined,
): ScoreColumn {
  const others = use.values.filter((entry) => normalizeName(entry.value) !== normalizeName(value));
  return { ...use, values: score === undefined ? others : [...others, { value, score }] };
}

/** Changes the metric; scores that its scale does not have are taken back. */
export function changeMetric(use: ScoreColumn, metric: MetricKey | null): ScoreColumn {
  const scale = metric ? METRIC_SCALES[metric] : { min: 0, max: 10 };
  return {
    ...use,
    metric,
    values: use.values.filter(({ score }) => score === null || (score >= scale.min && score <= scale.max)),
  };
}

/** The other score columns of the same metric. */
export function listAlikeColumns(mapping: AnswerMapping, of: ScoreColumn): ScoreColumn[] {
  return mapping.columns.filter(
    (use): use is ScoreColumn => use.use === "score" && use.column !== of.column && use.metric === of.metric,
  );
}

/** Reads the values of all score columns of the same metric as those of this one. */
export function copyScoreValues(mapping: AnswerMapping, from: ScoreColumn): AnswerMapping {
  const alike = new Set(listAlikeColumns(mapping, from).map(({ column }) => column));
  return {
    ...mapping,
    columns: mapping.columns.map((use) =>
      use.use === "score" && alike.has(use.column) ? { ...use, values: from.values } : use,
    ),
  };
}

/** What was said of a value in a list of values, whatever its capitals. */
export function findValue<V extends { value: string }>(values: readonly V[], value: string): V | null {
  const name = normalizeName(value);
  return values.find((entry) => normalizeName(entry.value) === name) ?? null;
}

/** The list with what is said of a value replaced, or taken back (null). */
export function withValue<V extends { value: string }>(
  values: readonly V[],
  value: string,
  entry: V | null,
): V[] {
  const name = normalizeName(value);
  const others = values.filter((other) => normalizeName(other.value) !== name);
  return entry ? [...others, entry] : others;
}

/** Whether the mapping itself names something new: a question's touchpoint, or what holds for every row. */
export function namesNewThings({ columns, fixed }: AnswerMapping): boolean {
  const { touchpoint, employee, location, encounterType } = fixed;
  const things = [touchpoint, employee, location, encounterType];
  for (const use of columns) if (use.use === "score") things.push(use.touchpoint);
  return things.some((thing) => thing !== null && "create" in thing);
}
