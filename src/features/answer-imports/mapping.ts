import { z } from "zod";
import { DELIMITERS, ENCODINGS } from "@/features/imports/formats";
import { channel, stage } from "@/features/touchpoints/schema";
import { id, requiredText, respondentLanguage } from "@/server/input";
import { DATE_FORMS, MOST_COLUMNS } from "./formats";

// ---------------------------------------------------------------- how a file is read

/** How the bytes become rows (column `reading`). Of a CSV file encoding and delimiter, of a workbook the sheet. */
export const fileReading = z.object({
  encoding: z.enum(ENCODINGS).nullable().default(null),
  delimiter: z.enum(DELIMITERS).nullable().default(null),
  sheet: z.string().max(200).nullable().default(null),
});
export type FileReading = z.output<typeof fileReading>;

// ---------------------------------------------------------------- the mapping

const name = requiredText(120);
const header = z.string().trim().min(1).max(500);
/** The text of a cell, as it stands in the file. Capitals and outer spaces make no difference; "" is the empty cell. */
const cellText = z.string().max(500);

/** A thing of the organization: an existing one, or a new one of this name (an existing one of the name is used). */
export const thing = z.union([z.object({ id }), z.object({ create: name })]);
export type Thing = z.output<typeof thing>;

/** What a cell's name means: an existing thing, a new one, or nobody (the answer is stored without one). */
const namedValue = z.object({ value: cellText, thing: thing.nullable() });

/** What becomes of names that are neither mapped nor known: refused, created under the name in the file, or left empty. */
export const UNKNOWN_NAMES = ["reject", "create", "empty"] as const;
const unknown = z.enum(UNKNOWN_NAMES).default("reject");
const knownOrEmpty = z.enum(["reject", "empty"]).default("reject");

export const METRICS = ["nps", "csat", "ces"] as const;
const metric = z.enum(METRICS, { error: "chooseOne" });

/** What a column means. `column` is its header as the file has it (repeated ones: "Score (2)"; empty ones: their letter). */
export const columnUse = z.discriminatedUnion("use", [
  z.object({ column: header, use: z.literal("ignore") }),
  /** Answers on the metric's scale (NPS 0–10, CSAT 1–5, CES 1–7). */
  z.object({
    column: header,
    use: z.literal("score"),
    /** Null: the row's metric column says. */
    metric: metric.nullable(),
    /** What was asked; the column's header when left out. */
    question: z.string().trim().max(500).default(""),
    /** Null: the row's touchpoint column, else the fixed touchpoint. */
    touchpoint: thing.nullable().default(null),
    /** Texts and codes that mean a score, or no answer (null). An empty cell is always no answer. */
    values: z
      .array(z.object({ value: cellText, score: z.number().int().min(0).max(10).nullable() }))
      .max(200)
      .default([]),
  }),
  /** A date, with or without a time of day; null while nobody has said how its dates are written. */
  z.object({ column: header, use: z.literal("date"), form: z.enum(DATE_FORMS).nullable().default(null) }),
  z.object({ column: header, use: z.literal("year") }),
  z.object({ column: header, use: z.literal("month") }),
  z.object({ column: header, use: z.literal("day") }),
  z.object({
    column: header,
    use: z.literal("touchpoint"),
    values: z.array(namedValue.extend({ thing })).max(5_000).default([]),
    unknown: z.enum(["reject", "create"]).default("reject"),
  }),
  z.object({
    column: header,
    use: z.literal("employee"),
    values: z.array(namedValue).max(5_000).default([]),
    unknown,
  }),
  z.object({
    column: header,
    use: z.literal("location"),
    values: z.array(namedValue).max(5_000).default([]),
    unknown,
  }),
  z.object({
    column: header,
    use: z.literal("encounterType"),
    values: z.array(namedValue).max(500).default([]),
    unknown,
  }),
  z.object({
    column: header,
    use: z.literal("channel"),
    values: z
      .array(z.object({ value: cellText, channel: channel.nullable() }))
      .max(200)
      .default([]),
    unknown: knownOrEmpty,
  }),
  z.object({ column: header, use: z.literal("segment") }),
  z.object({
    column: header,
    use: z.literal("language"),
    values: z
      .array(z.object({ value: cellText, language: respondentLanguage.nullable() }))
      .max(200)
      .default([]),
    unknown: knownOrEmpty,
  }),
  /** Which metric the row's score is of (long shape). */
  z.object({
    column: header,
    use: z.literal("metric"),
    values: z
      .array(z.object({ value: cellText, metric: metric.nullable() }))
      .max(200)
      .default([]),
  }),
  /** The customer's own reference: the segment and language known of the customer, where the file does not tell them. */
  z.object({ column: header, use: z.literal("customerReference") }),
  /** Goes with the row's first NPS answer, else with its first answer. */
  z.object({ column: header, use: z.literal("comment") }),
  /** The row's own id in the system it comes from: the same id is stored once, whatever else changes in the row. */
  z.object({ column: header, use: z.literal("reference") }),
]);
export type ColumnUse = z.output<typeof columnUse>;
export type ColumnUseKind = ColumnUse["use"];
export type ScoreColumn = Extract<ColumnUse, { use: "score" }>;

/** What holds for every row of the file where no column tells it. */
export const fixedValues = z.object({
  year: z.number().int().min(1990).max(2100).nullable().default(null),
  month: z.number().int().min(1).max(12).nullable().default(null),
  day: z.number().int().min(1).max(31).nullable().default(null),
  touchpoint: thing.nullable().default(null),
  employee: thing.nullable().default(null),
  location: thing.nullable().default(null),
  encounterType: thing.nullable().default(null),
  channel: channel.nullable().default(null),
  language: respondentLanguage.nullable().default(null),
  segment: z.string().trim().max(80).nullable().default(null),
});
export type FixedValues = z.output<typeof fixedValues>;

/** What the columns of a file mean (column `mapping`); saved under a name and sent through the API in the same form. */
export const answerMapping = z.object({
  /** Columns that are not named are ignored. */
  columns: z.array(columnUse).max(MOST_COLUMNS).default([]),
  fixed: fixedValues.prefault({}),
  /** What touchpoints are created as. */
  newTouchpoints: z
    .object({ stage: stage.default("during"), channel: channel.default("in_person") })
    .prefault({}),
  /** Where employees are created; null: at the row's location, and where it has none they are refused. */
  newEmployees: z.object({ locationId: id.nullable().default(null) }).prefault({}),
});
export type AnswerMapping = z.output<typeof answerMapping>;
export type AnswerMappingInput = z.input<typeof answerMapping>;

/** Uses that only one column of a file can have. */
export const SINGLE_USES = [
  "date",
  "year",
  "month",
  "day",
  "touchpoint",
  "employee",
  "location",
  "encounterType",
  "channel",
  "segment",
  "language",
  "metric",
  "customerReference",
  "comment",
  "reference",
] as const satisfies readonly ColumnUseKind[];

/** What keeps a mapping from being started: keys of the messages "answerImports.problems". */
export const MAPPING_PROBLEMS = [
  "scoreNeeded",
  "dateNeeded",
  "dateFormNeeded",
  "touchpointNeeded",
  "metricNeeded",
  "columnMissing",
  "columnTwice",
  "useTwice",
  "scoreOffScale",
  "thingMissing",
  "newEmployeesNeedLocation",
] as const;
/** `column` is the header concerned; null for the mapping as a whole. */
export type MappingProblem = { problem: (typeof MAPPING_PROBLEMS)[number]; column: string | null };
