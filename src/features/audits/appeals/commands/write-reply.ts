import "server-only";
import type { z } from "zod";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { auditSubject } from "../../review/commands/lock-audit";
import { requireRightOfReply } from "../rules";
import type { replyInput } from "../schema";
import { lockVisibleAudit } from "./lock-appeal";

/**
 * Puts a reply beside a published audit, as the employee it names or as its location's manager; there is no deadline for
 * it. NotFoundError for everybody else.
 */
export async function writeReply(
  scope: Scope,
  { auditId, text }: z.output<typeof replyInput>,
): Promise<{ id: string }> {
  return withScope(scope, async (tx) => {
    const audit = await lockVisibleAudit(tx, scope, auditId);
    const writtenAs = requireRightOfReply(audit, scope);
    const reply = await tx.auditReply.create({
      data: {
        organizationId: scope.organizationId,
        auditId,
        text,
        writtenAs,
        writtenByUserId: scope.userId,
        writtenAt: scope.now,
      },
      select: { id: true },
    });
    await recordActivity(tx, scope, "audit.replied", auditSubject(audit), { name: audit.name });
    return reply;
  });
}
