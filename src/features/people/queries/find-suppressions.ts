import "server-only";
import type { SuppressionReason } from "@/generated/prisma/enums";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import { hashAddress } from "@/server/tokens";

const hexadecimal = (hash: Uint8Array) => Buffer.from(hash).toString("hex");

/** Which of these e-mail addresses get no mail, and why; addresses that may be mailed are not in the answer. */
export async function findSuppressions(
  tx: Transaction,
  scope: Scope,
  emails: readonly string[],
): Promise<Map<string, SuppressionReason>> {
  if (emails.length === 0) return new Map();
  const emailByHash = new Map(emails.map((email) => [hexadecimal(hashAddress(email)), email]));
  const rows = await tx.suppressedAddress.findMany({
    where: {
      organizationId: scope.organizationId,
      addressHash: { in: [...emailByHash.values()].map(hashAddress) },
    },
    select: { addressHash: true, reason: true },
  });
  return new Map(rows.map((row) => [emailByHash.get(hexadecimal(row.addressHash)) as string, row.reason]));
}
