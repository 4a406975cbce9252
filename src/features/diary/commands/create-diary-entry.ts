import "server-only";
import { withOwnPapers } from "@/server/database";
import type { Scope } from "@/server/scope";
import { ownEntries } from "../own-entries";
import type { DiaryEntryInput } from "../schema";
import { checkEntry } from "./check-entry";

/** Writes an entry that nobody else sees. Nothing of it, not even that it was written, goes to the audit trail. */
export async function createDiaryEntry(scope: Scope, input: DiaryEntryInput): Promise<{ id: string }> {
  const own = ownEntries(scope);
  return withOwnPapers(scope, async (tx) =>
    tx.diaryEntry.create({
      data: { ...own, ...(await checkEntry(tx, scope, input)), createdAt: scope.now },
      select: { id: true },
    }),
  );
}
