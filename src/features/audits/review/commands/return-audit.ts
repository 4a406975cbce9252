import "server-only";
import type { z } from "zod";
import { queueMemberMail } from "@/features/organizations/commands/queue-member-mail";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { readAudit } from "../../queries/read-audit";
import { requireInReview, requireReviewer } from "../rules";
import type { returnAuditInput } from "../schema";
import { auditSubject, lockAudit } from "./lock-audit";

/**
 * Sends an audit under the actor's review back to its auditor, who may then change it again, with what to look at.
 * The reviewer stays on record, for the next round. Errors as of `publishAudit`; NotFoundError for an item the form lacks.
 */
export async function returnAudit(scope: Scope, input: z.output<typeof returnAuditInput>): Promise<void> {
  requireReviewer(scope);
  const { organizationId } = scope;
  await withScope(scope, async (tx) => {
    const audit = await lockAudit(tx, scope, input.auditId);
    requireInReview(audit, scope, audit.reviewerName);
    const { itemIds } = await readAudit(tx, scope, audit.id);
    const round = audit.timesReturned + 1;
    await tx.auditRemark.createMany({
      data: input.remarks.map(({ itemKey, text }) => {
        const itemId = itemKey === null ? null : itemIds[itemKey];
        if (itemId === undefined) throw new NotFoundError();
        const written = { writtenByUserId: scope.userId, writtenAt: scope.now };
        return { organizationId, auditId: audit.id, itemId, round, text, ...written };
      }),
    });
    await tx.audit.update({
      where: key(scope, audit.id),
      data: { ...input.notes, status: "returned", timesReturned: round },
      select: { id: true },
    });
    await recordActivity(tx, scope, "audit.returned", auditSubject(audit), {
      name: audit.name,
      remarks: input.remarks.length,
      round,
    });
    await queueMemberMail(tx, scope, {
      memberId: audit.auditorMemberId,
      kind: "auditReturned",
      subjectId: audit.id,
      occasion: String(round),
    });
  });
}
