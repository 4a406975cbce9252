import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { lockProgramme } from "./lock-programme";

/** Changes what consultants are told: the scenario they play and what they must know and do. */
export async function updateBriefing(
  scope: Scope,
  input: { programmeId: string; scenario: string; brief: string },
): Promise<void> {
  const { programmeId, scenario, brief } = input;
  await withScope(scope, async (tx) => {
    const programme = await lockProgramme(tx, scope, programmeId);
    if (programme.status === "ended") throw new ConflictError("programmeEnded");
    await tx.auditProgramme.update({
      where: key(scope, programmeId),
      data: { scenario, brief },
      select: { id: true },
    });
    await recordActivity(
      tx,
      scope,
      "programme.briefingChanged",
      { type: "programme", id: programmeId },
      { name: programme.name },
    );
  });
}
