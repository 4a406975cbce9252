import "server-only";
import { withOwnPapers } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import { entrySelect, sharedWith, toFeelings } from "../own-entries";
import type { SharedEntry } from "../schema";

/** What others have shown to this member and not taken back, the latest shown first. */
export async function listSharedEntries(scope: Scope, page: number): Promise<Page<SharedEntry>> {
  const where = sharedWith(scope);
  return withOwnPapers(scope, async (tx) => {
    const total = await tx.diaryEntry.count({ where });
    const rows = await tx.diaryEntry.findMany({
      where,
      select: {
        ...entrySelect,
        sharedAt: true,
        employee: { select: { name: true } },
        encounter: { select: { occurredAt: true, touchpoint: { select: { name: true } } } },
      },
      orderBy: [{ sharedAt: "desc" }, { id: "desc" }],
      ...pageWindow(page),
    });
    return {
      rows: rows.map(({ employee, encounter, sharedAt, ...row }) => ({
        ...row,
        ...toFeelings(row),
        writer: employee.name,
        sharedAt: sharedAt as Date,
        encounter: encounter && {
          occurredAt: encounter.occurredAt,
          touchpoint: encounter.touchpoint.name,
        },
      })),
      total,
      page,
      pageSize: PAGE_SIZE,
    };
  });
}
