import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ForbiddenError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { auditSubject } from "../../review/commands/lock-audit";
import { requireOpen } from "../rules";
import { lockAppeal } from "./lock-appeal";

/** Takes one's own open appeal back; it can be made again while the deadline lasts. ForbiddenError for another's. */
export async function withdrawAppeal(scope: Scope, appealId: string): Promise<void> {
  await withScope(scope, async (tx) => {
    const { audit, appeal } = await lockAppeal(tx, scope, appealId);
    if (!scope.userId || appeal.openedByUserId !== scope.userId) throw new ForbiddenError();
    requireOpen(appeal);
    await tx.auditAppeal.update({
      where: key(scope, appealId),
      data: { status: "withdrawn" },
      select: { id: true },
    });
    await recordActivity(tx, scope, "appeal.withdrawn", auditSubject(audit), {
      name: audit.name,
      item: appeal.itemKey,
    });
  });
}
