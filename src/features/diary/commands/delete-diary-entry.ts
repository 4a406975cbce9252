import "server-only";
import { withOwnPapers } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { ownEntries } from "../own-entries";

/** Deletes an own entry for good, also from the eyes of whom it was shown to. NotFoundError for anybody else's. */
export async function deleteDiaryEntry(scope: Scope, id: string): Promise<void> {
  const where = { ...ownEntries(scope), id };
  const { count } = await withOwnPapers(scope, (tx) => tx.diaryEntry.deleteMany({ where }));
  if (count === 0) throw new NotFoundError();
}
