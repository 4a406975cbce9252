import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";

/**
 * Lets a consultant or employee who was trained for it observe encounters openly, or no longer; owners and managers may
 * anyway. The same again changes nothing. NotFoundError for whoever is not a member (any more).
 */
export async function setObserver(
  scope: Scope,
  { memberId, mayObserve }: { memberId: string; mayObserve: boolean },
): Promise<void> {
  const { organizationId } = scope;
  await withScope(scope, async (tx) => {
    const member = await tx.member.findFirst({
      where: { organizationId, id: memberId, archivedAt: null },
      select: { mayObserve: true },
    });
    if (!member) throw new NotFoundError();
    if (member.mayObserve === mayObserve) return;
    await tx.member.update({ where: key(scope, memberId), data: { mayObserve }, select: { id: true } });
    await recordActivity(tx, scope, mayObserve ? "member.madeObserver" : "member.observerEnded", {
      type: "member",
      id: memberId,
    });
  });
}
