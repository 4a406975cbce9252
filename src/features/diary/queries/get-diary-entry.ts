import "server-only";
import { z } from "zod";
import { withOwnPapers } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { ownEntries, ownEntrySelect, toOwnEntry } from "../own-entries";
import type { DiaryEntry } from "../schema";

/** An entry of one's own; NotFoundError for anybody else's, shown to one or not. */
export async function getDiaryEntry(scope: Scope, id: string): Promise<DiaryEntry> {
  // An address may hold anything.
  if (!z.uuid().safeParse(id).success) throw new NotFoundError();
  const where = { ...ownEntries(scope), id };
  const row = await withOwnPapers(scope, (tx) => tx.diaryEntry.findFirst({ where, select: ownEntrySelect }));
  if (!row) throw new NotFoundError();
  return toOwnEntry(row);
}
