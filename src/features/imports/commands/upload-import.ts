import "server-only";
import type { ImportKind } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import { ForbiddenError, InvalidInputError } from "@/server/errors";
import { enqueueJob } from "@/server/jobs";
import { hasPermission } from "@/server/permissions";
import type { Scope } from "@/server/scope";
import { guessColumns } from "../fields";
import { LARGEST_FILE } from "../formats";
import { decodeFile, isSpreadsheet, sniffEncoding } from "../rules/decode-file";
import { MOST_COLUMNS, parseTable, sniffDelimiter, UnreadableTableError } from "../rules/parse-table";
import { PERMISSION_OF_KIND } from "../rules/permission-of-kind";
import { chooseDateOrder } from "../rules/read-moment";
import { type ImportMapping, rememberedMapping } from "../schema";

const DAY = 24 * 3600_000;

/**
 * Takes in a file: finds out how it is written, guesses what its columns mean (as remembered from the last file of the
 * kind, else by their names), and keeps it for a day to be started. Throws InvalidInputError for what is no CSV file.
 */
export async function uploadImport(
  scope: Scope,
  input: { kind: ImportKind; fileName: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<{ id: string }> {
  if (!hasPermission(scope.role, PERMISSION_OF_KIND[input.kind])) throw new ForbiddenError();
  const { encoding, delimiter, table } = readFile(input.bytes);
  return withScope(scope, async (tx) => {
    const { organizationId } = scope;
    const stored = await tx.importMapping.findUnique({
      where: { organizationId_kind: { organizationId, kind: input.kind } },
      select: { mapping: true },
    });
    const remembered = rememberedMapping.parse(stored?.mapping ?? {});
    const columns = guessColumns(input.kind, table.header, remembered.columns);
    const dates = table.rows.map((row) => row.cells[columns.occurredAt ?? -1] ?? "");
    const mapping: ImportMapping = {
      columns,
      dateOrder: chooseDateOrder(dates, remembered.dateOrder),
      defaults: remembered.defaults,
    };
    const created = await tx.import.create({
      data: {
        organizationId,
        kind: input.kind,
        fileName: input.fileName.slice(0, 200),
        content: input.bytes,
        encoding,
        delimiter,
        mapping,
        rowsTotal: table.rows.length,
        createdByUserId: scope.userId,
        createdAt: scope.now,
      },
      select: { id: true },
    });
    await enqueueJob(
      tx,
      "forgetImport",
      { organizationId, importId: created.id },
      { runAt: new Date(scope.now.getTime() + DAY), jobKey: `forget-import:${created.id}` },
    );
    return created;
  });
}

function readFile(bytes: Uint8Array<ArrayBuffer>) {
  const refuse = (reason: string, values: Record<string, number> = {}) =>
    new InvalidInputError({ file: reason }, values);
  if (bytes.length === 0) throw refuse("fileNeeded");
  if (bytes.length > LARGEST_FILE) throw refuse("fileTooBig");
  if (isSpreadsheet(bytes)) throw refuse("fileIsSpreadsheet");
  const encoding = sniffEncoding(bytes);
  if (!encoding) throw refuse("fileNotText");
  try {
    const text = decodeFile(bytes, encoding);
    const delimiter = sniffDelimiter(text);
    return { encoding, delimiter, table: parseTable(text, delimiter) };
  } catch (error) {
    if (error instanceof UnreadableTableError) {
      throw refuse(error.message, { line: error.line, maximum: MOST_COLUMNS });
    }
    throw error;
  }
}
