import { z } from "zod";
import type { ImportStatus } from "@/generated/prisma/enums";
import { ImportKind } from "@/generated/prisma/enums";
import { id, listInput, optionalId, respondentLanguage } from "@/server/input";
import { DATE_ORDERS, DELIMITERS, ENCODINGS, LARGEST_FILE } from "./formats";

export const importKind = z.enum(ImportKind);

// ---------------------------------------------------------------- stored

/** How a file's columns are read (column of `imports`.`mapping`). */
export const importMapping = z.object({
  /** Column index by target field. */
  columns: z.record(z.string(), z.number().int().nonnegative()).default({}),
  dateOrder: z.enum(DATE_ORDERS).nullable().default(null),
  defaults: z
    .object({
      touchpointId: z.uuid().nullable().default(null),
      encounterTypeId: z.uuid().nullable().default(null),
      language: respondentLanguage.nullable().default(null),
    })
    .prefault({}),
});
export type ImportMapping = z.output<typeof importMapping>;

/** The same as it is remembered for the next file of the kind: columns by their header (`import_mappings`.`mapping`). */
export const rememberedMapping = importMapping.extend({
  columns: z.record(z.string(), z.string()).default({}),
});
export type RememberedMapping = z.output<typeof rememberedMapping>;

// ---------------------------------------------------------------- input

export const uploadImportInput = z.object({
  kind: importKind,
  file: z
    .instanceof(File, { error: "fileNeeded" })
    .refine((file) => file.size > 0, "fileNeeded")
    .refine((file) => file.size <= LARGEST_FILE, "fileTooBig"),
});

export const importIdInput = z.object({ id });

/** How the file's bytes are read, when the guess was wrong. */
export const rereadImportInput = z.object({ id, encoding: z.enum(ENCODINGS), delimiter: z.enum(DELIMITERS) });

const columnChoice = z
  .string()
  .transform((text) => (text === "" ? null : Number(text)))
  .pipe(z.number().int().nonnegative().nullable());

/** The mapping form: one select per target field, named "column.<field>". */
export const mapImportInput = z
  .looseObject({
    id,
    dateOrder: z.enum(DATE_ORDERS).or(z.literal("")).nullish(),
    touchpointId: optionalId,
    encounterTypeId: optionalId,
    language: respondentLanguage.or(z.literal("")).nullish(),
  })
  .transform((form, context) => {
    const columns: Record<string, number> = {};
    for (const [name, value] of Object.entries(form)) {
      if (!name.startsWith("column.")) continue;
      const parsed = columnChoice.safeParse(value);
      if (!parsed.success) context.addIssue({ code: "custom", path: [name], message: "chooseOne" });
      else if (parsed.data !== null) columns[name.slice("column.".length)] = parsed.data;
    }
    const mapping: ImportMapping = {
      columns,
      dateOrder: form.dateOrder || null,
      defaults: {
        touchpointId: form.touchpointId,
        encounterTypeId: form.encounterTypeId,
        language: form.language || null,
      },
    };
    return { id: form.id, mapping };
  });

/** Which kind of file is to be imported, from the URL. */
export const newImportInput = z.object({ kind: importKind.catch("encounters") });

export const importPageInput = listInput.pick({ page: true });

// ---------------------------------------------------------------- rows

export const REJECTION_REASONS = [
  "required",
  "tooLong",
  "email",
  "chooseOne",
  "notADate",
  "notATime",
  "timeSkipped",
  "inFuture",
  "tooEarly",
  "unknownTouchpoint",
  "severalTouchpoints",
  "unknownEmployee",
  "severalEmployees",
  "employeeOutside",
  "unknownEncounterType",
  "severalEncounterTypes",
  "unknownChannel",
  "unknownLanguage",
  "unknownConsent",
  "unknownCustomer",
  "severalCustomers",
  "customerErased",
  "referenceDiffers",
  "tooManyCells",
  "unknownLocation",
  "unknownTeam",
  "referenceTaken",
  "emailTaken",
  "severalMatch",
  "customerNeedsIdentity",
] as const;
/** Why a row was not stored: a key of the messages "imports.reasons". */
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** One thing wrong with one row: the target field (or "" for the row as a whole), what the cell holds, and why not. */
export type Rejection = { field: string; value: string; reason: RejectionReason };

export type RowOutcome =
  | { line: number; status: "stored" | "unchanged"; shown: Record<string, string> }
  | { line: number; status: "rejected"; rejections: Rejection[]; shown: Record<string, string> };

// ---------------------------------------------------------------- what queries give

export type ImportSummary = {
  id: string;
  kind: ImportKind;
  status: ImportStatus;
  fileName: string;
  createdAt: Date;
  finishedAt: Date | null;
  rowsTotal: number | null;
  rowsRead: number;
  rowsStored: number;
  rowsUnchanged: number;
  rowsRejected: number;
  createdBy: string | null;
};

export type ImportDetail = ImportSummary & {
  encoding: (typeof ENCODINGS)[number];
  delimiter: (typeof DELIMITERS)[number];
  mapping: ImportMapping;
  /** The rejected rows can still be downloaded. */
  hasRejectedRows: boolean;
};

/** What the mapping page shows of an uploaded file. */
export type ImportColumns = {
  header: string[];
  /** The first values of each column that are not empty, each once. */
  samples: string[][];
  /** What the dates of each column look like; null for columns without dates. */
  dateOrders: ({ order: (typeof DATE_ORDERS)[number]; isCertain: boolean } | null)[];
};

export type ImportPreview = {
  stored: number;
  unchanged: number;
  rejected: number;
  firstRows: RowOutcome[];
  firstRejections: ShownRejection[];
};

export type ShownRejection = { line: number; column: string; value: string | null; reason: RejectionReason };
