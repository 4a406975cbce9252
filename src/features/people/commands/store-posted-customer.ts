import "server-only";
import { claimKeys, claimName, correctAnswer, isSameRequest } from "@/server/api/idempotency";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { CustomerImportRow } from "../schema";
import { placeCustomerRows } from "./upsert-customers";

type Answer = { status: number; body: unknown };
export type PostedCustomerOutcome =
  | { kind: "stored" | "remembered"; answer: Answer }
  | { kind: "other content" }
  | { kind: "several" };

/** Several customers have the address: rolled back, the claim of the Idempotency-Key included. */
class Several extends Error {}

/**
 * Adds a customer whom a program tells of, or brings the known one up to date (201 or 200).
 * The same Idempotency-Key again gives the first answer and changes nothing.
 */
export async function storePostedCustomer(
  scope: Scope,
  row: CustomerImportRow,
  idempotency: { key: string; requestHash: Uint8Array<ArrayBuffer> } | null,
): Promise<PostedCustomerOutcome> {
  const name = { apiKeyId: scope.apiKeyId ?? "", key: idempotency?.key ?? "" };
  try {
    return await withScope(scope, async (tx): Promise<PostedCustomerOutcome> => {
      const claims = idempotency ? [{ ...idempotency, ...name, status: 200, body: {} }] : [];
      const earlier = (await claimKeys(tx, scope, claims)).get(claimName(name));
      if (earlier) {
        if (!isSameRequest(idempotency, earlier)) return { kind: "other content" };
        return { kind: "remembered", answer: { status: earlier.status, body: earlier.body } };
      }
      const [placed] = await placeCustomerRows(tx, scope, [row]);
      if (!placed?.customer) throw new Several();
      const { id, isNew } = placed.customer;
      // No word of the customer: what is kept for repeated requests outlives an erasure by a day.
      const answer = { status: isNew ? 201 : 200, body: { id, created: isNew } };
      if (idempotency) await correctAnswer(tx, scope, name, answer);
      return { kind: "stored", answer };
    });
  } catch (error) {
    if (error instanceof Several) return { kind: "several" };
    throw error;
  }
}
