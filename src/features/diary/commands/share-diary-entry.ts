import "server-only";
import { withOwnPapers } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { hasPermission } from "@/server/permissions";
import type { Scope } from "@/server/scope";
import { ownEntries } from "../own-entries";

/**
 * Shows an own entry to one member, instead of whom it was shown to before. NotFoundError for anybody else's entry, and for
 * a member who may not open the diary, is archived, or is oneself.
 */
export async function shareDiaryEntry(
  scope: Scope,
  { id, memberId }: { id: string; memberId: string },
): Promise<void> {
  const where = { ...ownEntries(scope), id };
  await withOwnPapers(scope, async (tx) => {
    const reader = await tx.member.findFirst({
      where: { organizationId: scope.organizationId, id: memberId, archivedAt: null },
      select: { id: true, role: true },
    });
    if (!reader || !hasPermission(reader.role, "diary.write") || reader.id === scope.memberId) {
      throw new NotFoundError();
    }
    const { count } = await tx.diaryEntry.updateMany({
      where,
      data: { sharedWithMemberId: reader.id, sharedAt: scope.now },
    });
    if (count === 0) throw new NotFoundError();
  });
}
