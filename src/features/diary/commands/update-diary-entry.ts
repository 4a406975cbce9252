import "server-only";
import { withOwnPapers } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { ownEntries } from "../own-entries";
import type { DiaryEntryInput } from "../schema";
import { checkEntry } from "./check-entry";

/** Writes an own entry anew; whom it is shown to sees the new words. NotFoundError for anybody else's. */
export async function updateDiaryEntry(
  scope: Scope,
  { id, ...input }: DiaryEntryInput & { id: string },
): Promise<{ id: string }> {
  const own = ownEntries(scope);
  return withOwnPapers(scope, async (tx) => {
    const entry = await tx.diaryEntry.findFirst({ where: { ...own, id }, select: { encounterId: true } });
    if (!entry) throw new NotFoundError();
    return tx.diaryEntry.update({
      where: key(scope, id),
      data: await checkEntry(tx, scope, input, entry.encounterId),
      select: { id: true },
    });
  });
}
