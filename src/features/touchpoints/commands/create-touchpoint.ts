import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";
import { toPublicNames } from "../public-names";
import type { TouchpointInput } from "../schema";
import { isTouchpointNameTaken, lockJourney } from "./journey-order";

/** Adds a touchpoint at the end of its stage. */
export async function createTouchpoint(scope: Scope, input: TouchpointInput): Promise<{ id: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    await lockJourney(tx, scope);
    if (await isTouchpointNameTaken(tx, scope, input.name))
      throw new InvalidInputError({ name: "nameTaken" });
    const last = await tx.touchpoint.aggregate({
      where: { organizationId: scope.organizationId, stage: input.stage },
      _max: { position: true },
    });
    const touchpoint = await tx.touchpoint.create({
      data: {
        organizationId: scope.organizationId,
        name: input.name,
        publicNames: toPublicNames(input),
        stage: input.stage,
        channel: input.channel,
        isCritical: input.isCritical,
        position: (last._max.position ?? -1) + 1,
        createdAt: scope.now,
      },
      select: { id: true },
    });
    await recordActivity(
      tx,
      scope,
      "touchpoint.created",
      { type: "touchpoint", id: touchpoint.id },
      { name: input.name },
    );
    return touchpoint;
  });
}
