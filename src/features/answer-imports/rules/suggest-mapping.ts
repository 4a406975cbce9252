import { COLUMN_NAMES } from "@/features/imports/column-names";
import { normalizeName } from "@/features/imports/rules/words";
import { type AnswerMapping, answerMapping, type ColumnUse } from "../mapping";
import type { ColumnProfile } from "../schema";
import { readNumber } from "./read-score";

const names = (text: string): readonly string[] => text.split(" | ");

/** Header names that tell what a column is, in en, fi and sv; scores are never guessed from a name alone. */
const NAMES: [Exclude<ColumnUse["use"], "ignore" | "score">, readonly string[]][] = [
  [
    "date",
    [
      ...(COLUMN_NAMES.encounters.occurredAt ?? []),
      ...names("answered at | answer date | survey date | submitted | vastattu | vastauspäivä | svarsdatum"),
    ],
  ],
  ["year", names("year | vuosi | år")],
  ["month", names("month | kuukausi | kk | månad")],
  ["touchpoint", COLUMN_NAMES.encounters.touchpoint ?? []],
  ["employee", COLUMN_NAMES.encounters.employee ?? []],
  ["location", COLUMN_NAMES.employees.location ?? []],
  ["encounterType", names("encounter type | kohtaamistyyppi | mötestyp")],
  ["channel", COLUMN_NAMES.encounters.channel ?? []],
  ["segment", COLUMN_NAMES.encounters.segment ?? []],
  ["language", COLUMN_NAMES.encounters.language ?? []],
  ["metric", names("metric | mittari | metrik | metric type")],
  ["customerReference", COLUMN_NAMES.encounters.customerReference ?? []],
  [
    "comment",
    names("comment | comments | free text | kommentti | kommentit | avoin palaute | palaute | kommentar"),
  ],
  [
    "reference",
    names(
      "response id | responseid | response reference | answer id | vastauksen tunniste | vastaustunnus | " +
        "vastaus id | svars-id | external reference | reference | viite | tunniste | id",
    ),
  ],
];

const SCORES: [RegExp, "nps" | "csat" | "ces"][] = [
  [/(^| )(nps|net promoter( score)?|netpro|suositteluhalukkuus)( |$)/, "nps"],
  [/(^| )(csat|customer satisfaction|asiakastyytyväisyys)( |$)/, "csat"],
  [/(^| )(ces|customer effort( score)?|vaivattomuus)( |$)/, "ces"],
];

/**
 * What the columns of a file probably mean: by names of their headers, and for dates by what their cells read as. Only a
 * start for a person to look over: no value is mapped, and a date that can be read in two ways has no form.
 */
export function suggestMapping(profile: readonly ColumnProfile[]): AnswerMapping {
  const normalized = profile.map(({ column }) => normalizeName(column.replace(/[_\-./:()]+/g, " ")));
  const uses = new Map<number, ColumnUse>();
  for (const [use, known] of NAMES) {
    const wanted = known.map((name) => normalizeName(name.replace(/[_\-./:()]+/g, " ")));
    const index = wanted
      .map((name) => normalized.findIndex((header, place) => header === name && !uses.has(place)))
      .find((place) => place >= 0);
    const column = index === undefined ? undefined : profile[index];
    if (index === undefined || !column) continue;
    if (use === "date" && column.dateForms.length === 0) continue;
    if (use === "reference" && column.values.some(({ count }) => count > 1)) continue;
    const columnUse = answerMapping.parse({ columns: [{ column: column.column, use }] }).columns[0];
    if (columnUse?.use === "date") columnUse.form = clearDateForm(column);
    if (columnUse) uses.set(index, columnUse);
  }
  const hasMetric = [...uses.values()].some(({ use }) => use === "metric");
  for (const [index, header] of normalized.entries()) {
    const column = profile[index];
    if (uses.has(index) || !column) continue;
    const metric = SCORES.find(([pattern]) => pattern.test(header))?.[1] ?? null;
    const isOfMetricColumn = hasMetric && /^(score|value|arvosana|pisteet|arvo|poäng|betyg)$/.test(header);
    if (!metric && !isOfMetricColumn) continue;
    if (!column.values.some(({ value }) => readNumber(value) !== null)) continue;
    uses.set(index, {
      column: column.column,
      use: "score",
      metric,
      question: "",
      touchpoint: null,
      values: [],
    });
  }
  return answerMapping.parse({ columns: [...uses].sort(([a], [b]) => a - b).map(([, use]) => use) });
}

/** The form of a column whose dates are clear; null where two forms read all of them, and differently. */
export function clearDateForm({ dateForms, values }: ColumnProfile) {
  const [form, ...rivals] = dateForms;
  if (!form) return null;
  if (rivals.length === 0) return form;
  // Year-first dates read the same in every form. `values` are the most frequent only: with a date among the others that is
  // not year first, that form would have fallen away.
  return form === "ymd" && values.every(({ value }) => /^\d{4}[./-]/.test(value)) ? form : null;
}
