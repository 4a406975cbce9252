import "server-only";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, InvalidInputError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { guessColumns, listUnmapped, TARGET_FIELDS } from "../fields";
import type { Delimiter, Encoding } from "../formats";
import { getImportSource, type ImportSource } from "../queries/import-source";
import { decodeFile } from "../rules/decode-file";
import { MOST_COLUMNS, parseTable, UnreadableTableError } from "../rules/parse-table";
import { chooseDateOrder } from "../rules/read-moment";
import type { ImportMapping, RememberedMapping } from "../schema";

/** Says what the columns of an uploaded file mean, and remembers it for the next file of the kind. */
export async function mapImport(
  scope: Scope,
  importId: string,
  mapping: ImportMapping,
): Promise<{ id: string }> {
  return withScope(scope, async (tx) => {
    const source = await getUploadedSource(tx, scope, importId);
    await checkMapping(tx, scope, source, mapping);
    await tx.import.update({ where: key(scope, importId), data: { mapping }, select: { id: true } });
    await rememberMapping(tx, scope, source, mapping);
    return { id: importId };
  });
}

/** Reads the uploaded bytes in another encoding or with another delimiter; the columns are guessed afresh. */
export async function rereadImport(
  scope: Scope,
  importId: string,
  { encoding, delimiter }: { encoding: Encoding; delimiter: Delimiter },
): Promise<{ id: string }> {
  return withScope(scope, async (tx) => {
    const { kind, mapping } = await getUploadedSource(tx, scope, importId);
    const { content } = await tx.import.findUniqueOrThrow({
      where: key(scope, importId),
      select: { content: true },
    });
    try {
      const table = parseTable(decodeFile(content ?? new Uint8Array(), encoding), delimiter);
      const columns = guessColumns(kind, table.header);
      const dates = table.rows.map((row) => row.cells[columns.occurredAt ?? -1] ?? "");
      await tx.import.update({
        where: key(scope, importId),
        data: {
          encoding,
          delimiter,
          rowsTotal: table.rows.length,
          mapping: { ...mapping, columns, dateOrder: chooseDateOrder(dates, null) },
        },
        select: { id: true },
      });
    } catch (error) {
      if (error instanceof UnreadableTableError) {
        throw new InvalidInputError(
          { delimiter: error.message },
          { line: error.line, maximum: MOST_COLUMNS },
        );
      }
      throw error;
    }
    return { id: importId };
  });
}

async function getUploadedSource(tx: Transaction, scope: Scope, importId: string): Promise<ImportSource> {
  const source = await getImportSource(tx, scope, importId);
  if (source.status !== "uploaded") throw new ConflictError("importAlreadyStarted");
  return source;
}

async function checkMapping(tx: Transaction, scope: Scope, source: ImportSource, mapping: ImportMapping) {
  const errors: Record<string, string> = {};
  const known = new Set(TARGET_FIELDS[source.kind].map((field) => field.key));
  const used = new Set<number>();
  for (const [field, column] of Object.entries(mapping.columns)) {
    if (!known.has(field) || column >= source.table.header.length) errors[`column.${field}`] = "chooseOne";
    else if (used.has(column)) errors[`column.${field}`] = "importColumnTwice";
    used.add(column);
  }
  for (const field of listUnmapped(source.kind, mapping)) errors[`column.${field}`] ??= "importColumnNeeded";
  const { touchpointId, encounterTypeId } = mapping.defaults;
  if (source.kind === "encounters") {
    if (mapping.columns.occurredAt !== undefined && !mapping.dateOrder)
      errors.dateOrder = "importDateOrderNeeded";
    const where = (id: string) => ({ where: key(scope, id), select: { id: true } });
    if (touchpointId && !(await tx.touchpoint.findUnique(where(touchpointId))))
      errors.touchpointId = "chooseOne";
    if (encounterTypeId && !(await tx.encounterType.findUnique(where(encounterTypeId)))) {
      errors.encounterTypeId = "chooseOne";
    }
  }
  if (Object.keys(errors).length > 0) throw new InvalidInputError(errors);
}

async function rememberMapping(tx: Transaction, scope: Scope, source: ImportSource, mapping: ImportMapping) {
  const remembered: RememberedMapping = {
    ...mapping,
    columns: Object.fromEntries(
      Object.entries(mapping.columns).map(([field, index]) => [field, source.table.header[index] ?? ""]),
    ),
  };
  const { organizationId } = scope;
  await tx.importMapping.upsert({
    where: { organizationId_kind: { organizationId, kind: source.kind } },
    create: { organizationId, kind: source.kind, mapping: remembered },
    update: { mapping: remembered },
    select: { kind: true },
  });
}
