import "server-only";
import type { Transaction } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { requireEmployee } from "@/server/require-employee";
import type { Scope } from "@/server/scope";

/**
 * A request that nobody has answered, locked, inside a transaction with the own papers open, for the one of its two sides
 * who acts. NotFoundError when the employee behind this member is not that side; ConflictError once it is answered or
 * declined.
 */
export async function lockOpenRequest(
  tx: Transaction,
  scope: Scope,
  feedbackId: string,
  side: "giver" | "receiver",
): Promise<{ giverEmployeeId: string; receiverEmployeeId: string }> {
  const me = requireEmployee(scope);
  const [row] = await tx.$queryRaw<{ status: string; giverEmployeeId: string; receiverEmployeeId: string }[]>`
    select status::text as status, giver_employee_id as "giverEmployeeId",
           receiver_employee_id as "receiverEmployeeId"
      from peer_feedback
     where organization_id = ${scope.organizationId}::uuid and id = ${feedbackId}::uuid
       for update`;
  if (!row || me !== (side === "giver" ? row.giverEmployeeId : row.receiverEmployeeId)) {
    throw new NotFoundError();
  }
  if (row.status !== "requested") throw new ConflictError("feedbackAlreadyAnswered");
  return row;
}
