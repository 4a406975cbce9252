import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { cancelOpenAssignments } from "./cancel-open-assignments";
import { lockProgramme } from "./lock-programme";

/**
 * Activates a draft, whose form must have been published, or ends an active programme: visits nobody has begun are
 * cancelled and their consultants told; those begun can be finished. Ended is final.
 */
export async function changeProgrammeStatus(
  scope: Scope,
  { programmeId, change }: { programmeId: string; change: "activate" | "end" },
): Promise<void> {
  await withScope(scope, async (tx) => {
    const { status, formId, name } = await lockProgramme(tx, scope, programmeId);
    const from = change === "activate" ? "draft" : "active";
    if (status !== from) throw new ConflictError("programmeStateChanged");
    if (change === "activate") {
      const form = await tx.auditForm.findUniqueOrThrow({
        where: key(scope, formId),
        select: { currentVersionId: true },
      });
      if (!form.currentVersionId) throw new ConflictError("programmeFormUnpublished");
    }
    await tx.auditProgramme.update({
      where: key(scope, programmeId),
      data: { status: change === "activate" ? "active" : "ended" },
      select: { id: true },
    });
    const cancelled = change === "end" ? await cancelOpenAssignments(tx, scope, { programmeId }) : 0;
    await recordActivity(
      tx,
      scope,
      change === "activate" ? "programme.activated" : "programme.ended",
      { type: "programme", id: programmeId },
      { name, cancelled },
    );
  });
}
