import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { hashAddress } from "@/server/tokens";
import { findSuppressions } from "../queries/find-suppressions";
import { getChangeableCustomer } from "../queries/get-customer";

/**
 * Lets surveys go to a customer's address again: after a manager's suppression, or when an address that failed works
 * again. The customer's own unsubscription stays (ConflictError); where there is nothing to lift, nothing changes.
 */
export async function liftSuppression(scope: Scope, id: string): Promise<void> {
  await withScope(scope, async (tx) => {
    const { email } = await getChangeableCustomer(tx, scope, id);
    const reason = email ? (await findSuppressions(tx, scope, [email])).get(email) : undefined;
    if (!email || !reason) return;
    if (reason === "unsubscribed") throw new ConflictError("unsubscriptionStays");
    // Said again in the condition: the customer may unsubscribe between reading and lifting.
    await tx.suppressedAddress.deleteMany({
      where: {
        organizationId: scope.organizationId,
        addressHash: hashAddress(email),
        reason: { not: "unsubscribed" },
      },
    });
    await recordActivity(tx, scope, "customer.suppressionLifted", { type: "customer", id }, { reason });
  });
}
