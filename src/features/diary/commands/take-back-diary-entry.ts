import "server-only";
import { withOwnPapers } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { ownEntries } from "../own-entries";

/** Makes an own entry private again, at once; one that is, stays so. NotFoundError for anybody else's. */
export async function takeBackDiaryEntry(scope: Scope, id: string): Promise<void> {
  const where = { ...ownEntries(scope), id };
  const { count } = await withOwnPapers(scope, (tx) =>
    tx.diaryEntry.updateMany({ where, data: { sharedWithMemberId: null, sharedAt: null } }),
  );
  if (count === 0) throw new NotFoundError();
}
