import "server-only";
import { withOwnPapers } from "@/server/database";
import type { Scope } from "@/server/scope";
import { sharedWith } from "../own-entries";

/** How many entries others show to this member now. */
export async function countSharedEntries(scope: Scope): Promise<number> {
  return withOwnPapers(scope, (tx) => tx.diaryEntry.count({ where: sharedWith(scope) }));
}
