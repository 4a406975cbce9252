import "server-only";
import { withOwnPapers } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import { ownEntries, ownEntrySelect, toOwnEntry } from "../own-entries";
import type { DiaryEntry } from "../schema";

/** One's own entries, the newest first. */
export async function listDiaryEntries(scope: Scope, page: number): Promise<Page<DiaryEntry>> {
  const where = ownEntries(scope);
  return withOwnPapers(scope, async (tx) => {
    const total = await tx.diaryEntry.count({ where });
    const rows = await tx.diaryEntry.findMany({
      where,
      select: ownEntrySelect,
      orderBy: [{ happenedOn: "desc" }, { id: "desc" }],
      ...pageWindow(page),
    });
    return { rows: rows.map(toOwnEntry), total, page, pageSize: PAGE_SIZE };
  });
}
