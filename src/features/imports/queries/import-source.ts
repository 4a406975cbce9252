import "server-only";
import type { ImportKind, ImportStatus } from "@/generated/prisma/enums";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import type { Delimiter, Encoding } from "../formats";
import { decodeFile } from "../rules/decode-file";
import { parseTable, type Table } from "../rules/parse-table";
import { type ImportMapping, importMapping } from "../schema";
import { visibleImports } from "./visible-imports";

export type ImportSource = {
  id: string;
  kind: ImportKind;
  status: ImportStatus;
  rowsRead: number;
  mapping: ImportMapping;
  table: Table;
};

/** An import with its file cut into rows. Throws NotFoundError also when the file is no longer kept. */
export async function getImportSource(
  tx: Transaction,
  scope: Scope,
  importId: string,
): Promise<ImportSource> {
  const found = await tx.import.findFirst({
    where: { AND: [visibleImports(scope), { id: importId, status: { in: ["uploaded", "running"] } }] },
    select: {
      id: true,
      kind: true,
      status: true,
      rowsRead: true,
      content: true,
      encoding: true,
      delimiter: true,
      mapping: true,
    },
  });
  if (!found?.content) throw new NotFoundError();
  const { content, encoding, delimiter, mapping, ...rest } = found;
  const text = decodeFile(content, encoding as Encoding);
  return { ...rest, mapping: importMapping.parse(mapping), table: parseTable(text, delimiter as Delimiter) };
}
