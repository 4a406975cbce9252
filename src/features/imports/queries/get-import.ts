import "server-only";
import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import { type Transaction, withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import type { Delimiter, Encoding } from "../formats";
import { type ImportDetail, importMapping } from "../schema";
import { visibleImports } from "./visible-imports";

export const summarySelect = {
  id: true,
  kind: true,
  status: true,
  fileName: true,
  createdAt: true,
  finishedAt: true,
  rowsTotal: true,
  rowsRead: true,
  rowsStored: true,
  rowsUnchanged: true,
  rowsRejected: true,
  createdByUserId: true,
} satisfies Prisma.ImportSelect;

/** One import and how far it is; throws NotFoundError. */
export async function getImport(scope: Scope, importId: string): Promise<ImportDetail> {
  // An address may hold anything.
  if (!z.uuid().safeParse(importId).success) throw new NotFoundError();
  return withScope(scope, async (tx) => {
    const found = await tx.import.findFirst({
      where: { AND: [visibleImports(scope), { id: importId }] },
      select: { ...summarySelect, encoding: true, delimiter: true, mapping: true },
    });
    if (!found) throw new NotFoundError();
    const kept = await tx.import.count({
      where: { organizationId: scope.organizationId, id: importId, content: { not: null } },
    });
    const { createdByUserId, encoding, delimiter, mapping, ...summary } = found;
    const names = await readUserNames(tx, scope, [createdByUserId]);
    return {
      ...summary,
      createdBy: names.get(createdByUserId ?? "") ?? null,
      encoding: (encoding ?? "utf-8") as Encoding,
      delimiter: (delimiter ?? ",") as Delimiter,
      mapping: importMapping.parse(mapping),
      hasRejectedRows: summary.status === "finished" && kept > 0,
    };
  });
}

/** Names of fellow members, present and archived, by user id; others are left out. */
export async function readUserNames(
  tx: Transaction,
  scope: Scope,
  userIds: (string | null)[],
): Promise<Map<string, string>> {
  const users = await tx.user.findMany({
    where: {
      id: { in: [...new Set(userIds.filter((userId) => userId !== null))] },
      members: { some: { organizationId: scope.organizationId } },
    },
    select: { id: true, name: true },
  });
  return new Map(users.map((user) => [user.id, user.name]));
}
