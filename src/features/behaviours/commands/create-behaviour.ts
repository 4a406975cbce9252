import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";
import type { BehaviourInput } from "../schema";
import { toDescriptions, toNames } from "../texts";
import { requireFreeName } from "./require-free-name";
import { lockStandard, nameForActivity, nextPosition } from "./standard-order";

/** Adds a behaviour at the end of the service standard. A name in use in the same language: InvalidInputError. */
export async function createBehaviour(scope: Scope, input: BehaviourInput): Promise<{ id: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    await lockStandard(tx, scope);
    const names = toNames(input);
    await requireFreeName(tx, scope, names);
    const behaviour = await tx.behaviour.create({
      data: {
        organizationId: scope.organizationId,
        names,
        descriptions: toDescriptions(input),
        position: await nextPosition(tx, scope),
        createdAt: scope.now,
      },
      select: { id: true },
    });
    const name = await nameForActivity(tx, scope, names);
    await recordActivity(tx, scope, "behaviour.created", { type: "behaviour", id: behaviour.id }, { name });
    return behaviour;
  });
}
