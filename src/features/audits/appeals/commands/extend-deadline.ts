import "server-only";
import type { z } from "zod";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { auditSubject } from "../../review/commands/lock-audit";
import { endOfDay, requireReviewer } from "../../review/rules";
import { requireLater } from "../rules";
import type { extendDeadlineInput } from "../schema";
import { lockVisibleAudit } from "./lock-appeal";

/**
 * Extends the time for appeals (also after it ran out) or the first look (while it lasts) of a published audit to the end
 * of a day, as a reviewer. InvalidInputError unless that is later than now set; ConflictError before publication and
 * when others see the audit already.
 */
export async function extendDeadline(
  scope: Scope,
  { auditId, deadline, until }: z.output<typeof extendDeadlineInput>,
): Promise<{ until: Date }> {
  requireReviewer(scope);
  return withScope(scope, async (tx) => {
    const audit = await lockVisibleAudit(tx, scope, auditId);
    const { othersFrom, appealUntil } = audit;
    if (!othersFrom || !appealUntil) throw new ConflictError("auditNotPublished");
    if (deadline === "firstLook" && othersFrom <= scope.now) throw new ConflictError("firstLookOver");
    const end = endOfDay(until, scope.timeZone);
    requireLater(deadline === "appeal" ? appealUntil : othersFrom, end, scope.now, scope.timeZone);
    await tx.audit.update({
      where: key(scope, auditId),
      data: deadline === "appeal" ? { appealUntil: end } : { othersFrom: end },
      select: { id: true },
    });
    await recordActivity(tx, scope, "audit.deadlineExtended", auditSubject(audit), {
      name: audit.name,
      deadline,
      until,
    });
    return { until: end };
  });
}
