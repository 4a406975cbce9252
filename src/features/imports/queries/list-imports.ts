import "server-only";
import type { ImportKind } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import { type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import type { ImportSummary } from "../schema";
import { readUserNames, summarySelect } from "./get-import";
import { visibleImports } from "./visible-imports";

const PAGE_SIZE = 10;

/** The imports of a kind the scope may see, newest first. */
export async function listImports(
  scope: Scope,
  { kind, page }: { kind: ImportKind; page: number },
): Promise<Page<ImportSummary>> {
  const where = { AND: [visibleImports(scope), { kind }] };
  return withScope(scope, async (tx) => {
    const total = await tx.import.count({ where });
    const rows = await tx.import.findMany({
      where,
      orderBy: { createdAt: "desc" },
      ...pageWindow(page, PAGE_SIZE),
      select: summarySelect,
    });
    const names = await readUserNames(
      tx,
      scope,
      rows.map((row) => row.createdByUserId),
    );
    return {
      rows: rows.map(({ createdByUserId, ...row }) => ({
        ...row,
        createdBy: names.get(createdByUserId ?? "") ?? null,
      })),
      total,
      page,
      pageSize: PAGE_SIZE,
    };
  });
}
