import "server-only";
import type { z } from "zod";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { requireInReview, requireReviewer } from "../rules";
import type { reviewNotesInput } from "../schema";
import { auditSubject, lockAudit } from "./lock-audit";

/** Stores the strengths and suggestions a reviewer adds to the report. Errors as of `publishAudit`. */
export async function saveReviewNotes(
  scope: Scope,
  { auditId, strengths, suggestions }: z.output<typeof reviewNotesInput>,
): Promise<void> {
  requireReviewer(scope);
  await withScope(scope, async (tx) => {
    const audit = await lockAudit(tx, scope, auditId);
    requireInReview(audit, scope, audit.reviewerName);
    await tx.audit.update({
      where: key(scope, auditId),
      data: { strengths, suggestions },
      select: { id: true },
    });
    await recordActivity(tx, scope, "audit.annotated", auditSubject(audit), { name: audit.name });
  });
}
