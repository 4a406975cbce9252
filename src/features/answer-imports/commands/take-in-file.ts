import "server-only";
import { withScope } from "@/server/database";
import { ConflictError, InvalidInputError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { MOST_COLUMNS } from "../formats";
import type { AnswerMapping, FileReading } from "../mapping";
import { findAnswerImport } from "../queries/find-answer-import";
import { storedFile } from "../queries/stored-file";
import { profileFile } from "../reading/profile-file";
import { type SniffedFile, sniffFile } from "../reading/sniff-file";
import { UnreadableFileError } from "../reading/unreadable-file-error";
import type { FileProfile } from "../rules/profile-rows";
import { suggestMapping } from "../rules/suggest-mapping";

/**
 * Ends the upload of a file: tells by its content what it is, looks at its first rows and suggests what its columns mean.
 * What is no file of answers is thrown away with an InvalidInputError. Ending twice ends once.
 */
export async function finishAnswerUpload(scope: Scope, importId: string): Promise<{ id: string }> {
  const { status, size } = await withScope(scope, async (tx) => {
    const found = await findAnswerImport(tx, scope, importId, ["uploading", "uploaded"]);
    const [stored] = await tx.$queryRaw<{ bytes: bigint | null }[]>`
      select sum(length(content))::bigint as bytes from answer_import_chunks
       where organization_id = ${scope.organizationId}::uuid and import_id = ${importId}::uuid`;
    if (Number(stored?.bytes ?? 0) !== found.size) throw new ConflictError("answerUploadIncomplete");
    return found;
  });
  if (status === "uploaded") return { id: importId };
  const file = storedFile(scope, importId, size);
  let sniffed: SniffedFile;
  let profile: FileProfile;
  try {
    sniffed = await sniffFile(file);
    profile = await profileFile(file, sniffed);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    await withScope(scope, (tx) =>
      tx.answerImport.deleteMany({
        where: { organizationId: scope.organizationId, id: importId, status: "uploading" },
      }),
    );
    throw asInvalidInput(error);
  }
  await saveReading(scope, importId, sniffed, profile, suggestMapping(profile.columns));
  return { id: importId };
}

/**
 * Reads an uploaded file in another way, when the guess was wrong: another encoding, delimiter or sheet. Columns that are
 * still there keep their meaning. Throws InvalidInputError, and leaves everything as it was, for a way it cannot be read.
 */
export async function rereadAnswerImport(
  scope: Scope,
  importId: string,
  change: Partial<FileReading>,
): Promise<{ id: string }> {
  const found = await withScope(scope, (tx) => findAnswerImport(tx, scope, importId, ["uploaded"]));
  const sniffed: SniffedFile = {
    format: found.format,
    reading: { ...found.reading, ...change },
    sheets: found.profile.sheets,
  };
  let profile: FileProfile;
  try {
    profile = await profileFile(storedFile(scope, importId, found.size), sniffed);
  } catch (error) {
    if (error instanceof UnreadableFileError) throw asInvalidInput(error);
    throw error;
  }
  const kept = found.mapping.columns.filter(({ column }) => profile.header.includes(column));
  const known = new Set(kept.map(({ column }) => column));
  const suggested = suggestMapping(profile.columns).columns.filter(({ column }) => !known.has(column));
  const mapping = { ...found.mapping, columns: kept.length > 0 ? kept : suggested };
  await saveReading(scope, importId, sniffed, profile, mapping);
  return { id: importId };
}

function asInvalidInput({ reason, line }: UnreadableFileError): InvalidInputError {
  return new InvalidInputError({ file: reason }, { line, maximum: MOST_COLUMNS });
}

async function saveReading(
  scope: Scope,
  importId: string,
  { format, reading }: SniffedFile,
  profile: FileProfile,
  mapping: AnswerMapping,
): Promise<void> {
  await withScope(scope, async (tx) => {
    await findAnswerImport(tx, scope, importId, ["uploading", "uploaded"]);
    await tx.answerImport.update({
      where: key(scope, importId),
      // PostgreSQL's JSON holds every character but one.
      data: withoutNul({
        status: "uploaded" as const,
        format,
        reading,
        profile,
        mapping,
        rowsTotal: profile.rowsTotal,
      }),
      select: { id: true },
    });
  });
}

function withoutNul<T>(value: T): T {
  const text = JSON.stringify(value);
  return text.includes("\\u0000") ? JSON.parse(text.replaceAll("\\u0000", "")) : value;
}
