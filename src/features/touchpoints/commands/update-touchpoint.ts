import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { toPublicNames } from "../public-names";
import { getTouchpoint } from "../queries/get-touchpoint";
import { placeBefore } from "../rules";
import type { TouchpointInput } from "../schema";
import { isTouchpointNameTaken, listStageIds, lockJourney, saveStageOrder } from "./journey-order";

/** Changes a touchpoint; in another stage it goes to the end. Encounters recorded before keep what was frozen in them. */
export async function updateTouchpoint(
  scope: Scope,
  { id, ...input }: TouchpointInput & { id: string },
): Promise<{ id: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    await lockJourney(tx, scope);
    const touchpoint = await getTouchpoint(tx, scope, id);
    const isNameTaken = !touchpoint.archivedAt && (await isTouchpointNameTaken(tx, scope, input.name, id));
    if (isNameTaken) throw new InvalidInputError({ name: "nameTaken" });
    if (touchpoint.stage !== input.stage) {
      const order = placeBefore(await listStageIds(tx, scope, input.stage), id, null);
      await saveStageOrder(tx, scope, input.stage, order);
    }
    await tx.touchpoint.update({
      where: key(scope, id),
      data: {
        name: input.name,
        publicNames: toPublicNames(input),
        channel: input.channel,
        isCritical: input.isCritical,
      },
      select: { id: true },
    });
    await recordActivity(tx, scope, "touchpoint.updated", { type: "touchpoint", id }, { name: input.name });
    return { id };
  });
}
