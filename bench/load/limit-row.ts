import { randomUUID } from "node:crypto";

/** A table as wide as the product's answers, with a primary key and nothing else around it. */
export const LIMIT_TABLE = `CREATE TABLE bench_rows (
  organization_id uuid NOT NULL, response_id uuid NOT NULL, question_id uuid NOT NULL, metric text NOT NULL,
  is_main boolean NOT NULL, score smallint NOT NULL, answered_at timestamptz NOT NULL, touchpoint_id uuid NOT NULL,
  employee_id uuid, location_id uuid, team_id uuid, encounter_type_id uuid, channel text NOT NULL, segment text,
  PRIMARY KEY (organization_id, response_id, question_id))`;

const COLUMNS = [
  "organization_id",
  "response_id",
  "question_id",
  "metric",
  "is_main",
  "score",
  "answered_at",
  "touchpoint_id",
  "employee_id",
  "location_id",
  "team_id",
  "encounter_type_id",
  "channel",
  "segment",
] as const;
const TEXT = `INSERT INTO bench_rows (${COLUMNS.join(", ")}) VALUES (${COLUMNS.map((_, index) => `$${index + 1}`)})`;

export type LimitRow = Record<(typeof COLUMNS)[number], string | number | boolean>;

/** The ids an answer refers to; the same ones in each row, as nothing checks them. */
const references = COLUMNS.filter((name) => name.endsWith("_id") && name !== "response_id").map(
  (name) => [name, randomUUID()] as const,
);

export function makeRow(): LimitRow {
  return {
    ...(Object.fromEntries(references) as LimitRow),
    response_id: randomUUID(),
    metric: "nps",
    is_main: true,
    score: 9,
    answered_at: new Date().toISOString(),
    channel: "in_person",
    segment: "Kanta-asiakas",
  };
}

/** A prepared statement, as a careful program would have it. */
export function rowInsert(row: LimitRow) {
  return { name: "insert-row", text: TEXT, values: COLUMNS.map((name) => row[name]) };
}
