import type { Channel } from "@/generated/prisma/enums";
import type { MetricKey } from "@/metrics/score-distribution";
import type { RespondentLanguage } from "@/server/input";
import type { AnswerMapping, ScoreColumn } from "../mapping";
import { cleanCell, type RawRow } from "../reading/raw-row";
import type { RejectionReason } from "../schema";
import { dayInstants } from "./day-instants";
import { mappedColumns } from "./mapped-columns";
import { type NameColumn, type NameOutcome, nameReader } from "./name-reader";
import { indexScoreValues, readScore, type ScoreReading } from "./read-score";
import { rowDateReader } from "./row-date";
import { type KnownThings, type Target, TargetBook, type ThingKind } from "./things";
import { channelReader, languageReader, metricReader, type WordOutcome } from "./word-readers";

export type CellRejection = { index: number; reason: RejectionReason };

/** One score of a row. `column` is its place among the score columns. */
export type RowAnswer = { column: number; metric: MetricKey; score: number; touchpoint: Target };

/** What a row says; with a rejection of the row as a whole there are no answers. */
export type ReadRow = {
  line: number;
  at: number;
  identity: number;
  answers: RowAnswer[];
  noAnswers: number;
  rejections: CellRejection[];
  employee: Target | null;
  location: Target | null;
  encounterType: Target | null;
  channel: Channel | null;
  language: RespondentLanguage | null;
  segment: string | null;
  comment: string | null;
  customerReference: string | null;
};

/** Told of every value it reads: the preview counts them. */
export type RowWatcher = {
  score?: (column: number, text: string, reading: ScoreReading, metric: MetricKey | null) => void;
  name?: (column: number, text: string, outcome: NameOutcome | WordOutcome<unknown>) => void;
};

const LONGEST_COMMENT = 10_000;
const LONGEST_SEGMENT = 80;
const LONGEST_REFERENCE = 100;

export type RowReader = {
  /** The score columns; `touchpoint` is the one the mapping gives the column, null where the row tells it. */
  scores: { index: number; column: ScoreColumn; touchpoint: Target | null }[];
  /** What holds for all rows that do not tell otherwise: touchpoint, employee, location, encounter type. */
  fixed: (Target | null)[];
  read(row: RawRow): ReadRow;
};

/**
 * Makes the reader of a file's rows: what its columns mean is looked up once, and then each row is read by itself. Names
 * that are to be created become targets without an id.
 */
export function makeRowReader(
  mapping: AnswerMapping,
  header: readonly string[],
  things: KnownThings,
  { timeZone, now, watcher = {} }: { timeZone: string; now: Date; watcher?: RowWatcher },
): RowReader {
  const columns = mappedColumns(mapping, header);
  const { fixed } = mapping;
  const locations = new TargetBook("location", things.locations);
  const books: Record<ThingKind, TargetBook> = {
    location: locations,
    employee: new TargetBook("employee", things.employees, { locations }),
    touchpoint: new TargetBook("touchpoint", things.touchpoints, {
      newChannel: mapping.newTouchpoints.channel,
    }),
    encounterType: new TargetBook("encounterType", things.encounterTypes),
  };
  const scores = columns.scores.map(({ index, column }) => ({
    index,
    column,
    metric: column.metric,
    values: indexScoreValues(column.values),
    touchpoint: column.touchpoint && books.touchpoint.ofThing(column.touchpoint),
  }));
  const dateOf = rowDateReader(mapping, columns, dayInstants(timeZone, now));
  const newEmployeeLocation = mapping.newEmployees.locationId
    ? locations.byId(mapping.newEmployees.locationId)
    : null;

  /** A column's reader with the value that holds where there is no column. */
  const named = (use: ThingKind) => {
    const found = columns.find(use);
    const fallback = fixed[use] ? books[use].ofThing(fixed[use]) : null;
    return {
      index: found?.index ?? -1,
      read: found && nameReader(found.column as NameColumn, books[use]),
      fallback,
    };
  };
  const touchpoint = named("touchpoint");
  const employee = named("employee");
  const location = named("location");
  const encounterType = named("encounterType");
  if (employee.fallback?.id === null) {
    employee.fallback.location = newEmployeeLocation ?? location.fallback;
  }
  const channel = columns.find("channel");
  const readChannel = channel && channelReader(channel.column);
  const language = columns.find("language");
  const readLanguage = language && languageReader(language.column);
  const metric = columns.find("metric");
  const readMetric = metric && metricReader(metric.column);
  const segment = columns.find("segment")?.index ?? -1;
  const comment = columns.find("comment")?.index ?? -1;
  const customerReference = columns.find("customerReference")?.index ?? -1;

  function read({ line, cells }: RawRow): ReadRow {
    const cell = (index: number) => cleanCell(cells[index]);
    const row: ReadRow = {
      line,
      at: 0,
      identity: 0,
      answers: [],
      noAnswers: 0,
      rejections: [],
      employee: null,
      location: null,
      encounterType: null,
      channel: fixed.channel,
      language: fixed.language,
      segment: fixed.segment || null,
      comment: null,
      customerReference: null,
    };
    // Cells beyond the header are a row cut in the wrong places: nothing in it stands where it should.
    if (cells.length > header.length && cells.slice(header.length).some((text) => text.trim() !== "")) {
      row.rejections.push({ index: header.length, reason: "tooManyCells" });
      return row;
    }
    const refuse = (index: number, reason: RejectionReason) => {
      row.rejections.push({ index, reason });
      return null;
    };
    const target = ({ index, read: readName, fallback }: ReturnType<typeof named>): Target | null => {
      if (!readName) return fallback;
      const text = cell(index);
      const outcome = readName(text);
      watcher.name?.(index, text, outcome);
      if (outcome.status === "rejected") return refuse(index, outcome.reason);
      return outcome.status === "empty" ? (text === "" ? fallback : null) : outcome.target;
    };
    const word = <T>(
      index: number,
      readWord: ((text: string) => WordOutcome<T>) | null,
      fallback: T | null,
    ) => {
      if (!readWord) return fallback;
      const text = cell(index);
      const outcome = readWord(text);
      watcher.name?.(index, text, outcome);
      if (outcome.status === "rejected") return refuse(index, outcome.reason);
      return outcome.status === "known" ? outcome.word : fallback;
    };
    const shortText = (index: number, longest: number): string | null => {
      if (index < 0) return null;
      const text = cell(index);
      if (text.length > longest) return refuse(index, "tooLong");
      return text || null;
    };

    const date = dateOf(cell);
    if (date.ok) {
      row.at = date.at;
      row.identity = date.identity;
    } else refuse(date.index, date.reason);
    const rowTouchpoint = target(touchpoint);
    row.location = target(location);
    row.employee = target(employee);
    row.encounterType = target(encounterType);
    row.channel = word(channel?.index ?? -1, readChannel, row.channel);
    row.language = word(language?.index ?? -1, readLanguage, row.language);
    const rowMetric = word(metric?.index ?? -1, readMetric, null);
    if (segment >= 0) row.segment = shortText(segment, LONGEST_SEGMENT) ?? row.segment;
    row.comment = shortText(comment, LONGEST_COMMENT);
    row.customerReference = shortText(customerReference, LONGEST_REFERENCE);
    placeEmployee(row);
    // Whatever is wrong with the row itself is wrong with all its answers.
    const isRefused = row.rejections.length > 0;

    for (const [position, score] of scores.entries()) {
      const text = cell(score.index);
      const scoreMetric = score.metric ?? rowMetric;
      if (!scoreMetric) {
        if (text !== "" && !isRefused) refuse(score.index, "noMetric");
        watcher.score?.(position, text, { reading: text === "" ? "none" : "notANumber", score: null }, null);
        continue;
      }
      const reading = readScore(text, scoreMetric, score.values);
      watcher.score?.(position, text, reading, scoreMetric);
      if (isRefused) continue;
      if (reading.reading === "none") row.noAnswers += 1;
      else if (reading.reading !== "answer") refuse(score.index, reading.reading);
      else {
        const at = score.touchpoint ?? rowTouchpoint;
        if (at)
          row.answers.push({ column: position, metric: scoreMetric, score: reading.score, touchpoint: at });
        else refuse(touchpoint.index, "noTouchpoint");
      }
    }
    return row;
  }

  /** Somebody the file does not place is met where the person works; somebody new works where the mapping or row says. */
  function placeEmployee(row: ReadRow) {
    const person = row.employee;
    if (!person) return;
    if (person.id === null && !person.location) {
      person.location = newEmployeeLocation ?? row.location;
      if (!person.location) {
        row.rejections.push({ index: employee.index, reason: "employeeWithoutLocation" });
        return;
      }
    }
    row.location ??= person.location;
  }

  const fallbacks = [touchpoint, employee, location, encounterType].map(({ fallback }) => fallback);
  return { scores, fixed: fallbacks, read };
}
