import { z } from "zod";
import { DELIMITERS, ENCODINGS } from "@/features/imports/formats";
import type { AnswerImportStatus } from "@/generated/prisma/enums";
import { id, listInput, optionalId, requiredText } from "@/server/input";
import { type DATE_FORMS, type FILE_FORMATS, LARGEST_FILE } from "./formats";

import {
  type AnswerMapping,
  answerMapping,
  type FileReading,
  type MappingProblem,
  type METRICS,
} from "./mapping";
// ---------------------------------------------------------------- input of actions

export const answerImportIdInput = z.object({ id });

export const createAnswerImportInput = z.object({
  fileName: requiredText(200),
  bytes: z.number().int().min(1, "fileNeeded").max(LARGEST_FILE, "answerFileTooBig"),
});

export const rereadAnswerImportInput = z.object({
  id,
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  sheet: z.string().max(200).optional(),
});

/** `saveAs` keeps the mapping under a name as well; one of the same name is replaced. */
export const mapAnswerImportInput = z.object({
  id,
  mapping: answerMapping,
  saveAs: requiredText(120).nullish(),
});

/** Uses a saved mapping for a file: columns it does not have are left out. */
export const applyAnswerMappingInput = z.object({ id, mappingId: id });

export const answerMappingIdInput = z.object({ mappingId: id });

export const answerImportListInput = listInput.pick({ page: true });
export const newAnswerImportInput = z.object({ mapping: optionalId.catch(null) });

// ---------------------------------------------------------------- rejections

export const REJECTION_REASONS = [
  "outOfScale",
  "notANumber",
  "noDate",
  "notADate",
  "inFuture",
  "tooEarly",
  "noTouchpoint",
  "unknownTouchpoint",
  "severalTouchpoints",
  "unknownEmployee",
  "severalEmployees",
  "employeeWithoutLocation",
  "unknownLocation",
  "severalLocations",
  "unknownEncounterType",
  "severalEncounterTypes",
  "unknownChannel",
  "unknownLanguage",
  "noMetric",
  "unknownMetric",
  "tooLong",
  "tooManyCells",
] as const;
/** Why a cell, or a whole row, was not stored: a key of the messages "answerImports.reasons". */
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** `column` is the header; "" for the row as a whole. `value` is null once it is no longer kept. */
export type AnswerRejection = { line: number; column: string; value: string | null; reason: RejectionReason };

/** What was wrong with a file as a whole: keys of the messages "answerImports.failures". */
export const FAILURES = ["unreadable", "quoteOpen", "notAllowed", "interrupted", "undoInterrupted"] as const;
export type Failure = (typeof FAILURES)[number];

// ---------------------------------------------------------------- what queries give

export type AnswerImportSummary = {
  id: string;
  status: AnswerImportStatus;
  fileName: string;
  format: (typeof FILE_FORMATS)[number] | null;
  bytes: number;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  undoneAt: Date | null;
  /** Rows below the header; null while nobody knows. */
  rowsTotal: number | null;
  /** `rowsTotal` is worked out from the file's size; exact once the import has finished. */
  isTotalEstimated: boolean;
  rowsRead: number;
  answersStored: number;
  /** Answers that were in the organization already. */
  answersKnown: number;
  noAnswers: number;
  rejected: number;
  failure: Failure | null;
  /** The member, or the API key's name. */
  createdBy: string | null;
};

export type AnswerImportDetail = AnswerImportSummary & {
  reading: FileReading;
  /** Sheets of a workbook that have a name, in its order; none for CSV. */
  sheets: string[];
  mapping: AnswerMapping;
  problems: MappingProblem[];
  /** Pieces that have arrived, to go on with an interrupted upload. */
  chunksReceived: number[];
  chunkBytes: number;
  /** Things the import has created; an undo removes those nothing else uses. */
  created: { touchpoints: number; employees: number; locations: number; encounterTypes: number };
};

/** What the mapping page shows of each column, from the first rows. */
export type ColumnProfile = {
  column: string;
  /** Values with the number of their rows, the most frequent first; at most 60. */
  values: { value: string; count: number }[];
  /** There are more values than are listed. */
  hasMore: boolean;
  empty: number;
  /** How its dates may be written; empty for columns without dates. Several: nobody but a person can tell. */
  dateForms: (typeof DATE_FORMS)[number][];
};

export type AnswerImportColumns = {
  columns: ColumnProfile[];
  /** Rows the profile was made from. */
  rows: number;
  /** Cells of the first rows, as they stand in the file. */
  firstRows: string[][];
};

/** What one value of a score column comes to. */
export type ValueReading = {
  value: string;
  count: number;
  /** answer: counts with `score`; none: no answer; outOfScale and notANumber: will be rejected. */
  reading: "answer" | "none" | "outOfScale" | "notANumber";
  score: number | null;
};

export type ScorePreview = {
  column: string;
  metric: (typeof METRICS)[number] | null;
  answers: number;
  none: number;
  outOfScale: number;
  /** Number of answers by score, from the scale's lowest; null for a column whose metric another column tells. */
  distribution: number[] | null;
  /** Most frequent first, at most 60. */
  values: ValueReading[];
  hasMore: boolean;
};

export type NamePreview = {
  column: string;
  use: "touchpoint" | "employee" | "location" | "encounterType" | "channel" | "language" | "metric";
  known: number;
  created: number;
  empty: number;
  rejected: number;
  /**
   * Values that no mapping and no name explains, the most frequent first, at most 500. `suggestion` is what they will
   * come to as the mapping stands.
   */
  unknown: { value: string; count: number; becomes: "rejected" | "created" | "empty" }[];
  hasMore: boolean;
};

/** Days are ISO dates. */
export type DatePreview = {
  column: string;
  form: (typeof DATE_FORMS)[number] | null;
  /** Forms that read every date of the column. */
  possibleForms: (typeof DATE_FORMS)[number][];
  /** More than one form is possible and they give different days: a person has to decide. */
  isAmbiguous: boolean;
  /** Rows whose day differs between the possible forms, up to 20, with what each form reads. */
  differing: {
    line: number;
    value: string;
    readings: { form: (typeof DATE_FORMS)[number]; day: string | null }[];
  }[];
  differingCount: number;
  unreadable: number;
};

export type AnswerImportPreview = {
  /** Rows counted; `isWhole` says whether that is the whole file. */
  rows: number;
  isWhole: boolean;
  answers: number;
  noAnswers: number;
  rejected: number;
  /** First and last day of the answers, ISO; null when there are none. */
  firstDay: string | null;
  lastDay: string | null;
  scores: ScorePreview[];
  names: NamePreview[];
  dates: DatePreview | null;
  /** The first of what will be rejected, at most 50. */
  firstRejections: AnswerRejection[];
  problems: MappingProblem[];
};

export type SavedMapping = { id: string; name: string; updatedAt: Date; columns: string[] };
