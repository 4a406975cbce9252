import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { Idempotency } from "./define-endpoint";

/** How long the same key gives the same answer. */
export const REMEMBERED_HOURS = 24;

/** What was answered to an earlier request with the same key, and what that request was. */
export type Remembered = { requestHash: Uint8Array; status: number; body: unknown };

type Claim = Idempotency & { apiKeyId: string; status: number; body: unknown };

/** Tells one key of one program from all others. */
export function claimName({ apiKeyId, key }: { apiKeyId: string; key: string }): string {
  return `${apiKeyId} ${key}`;
}

/**
 * Writes down what is going to be answered to requests with an Idempotency-Key, before it is done and in the same
 * transaction: of requests with the same key at the same time one goes ahead, and the others wait here for its end. Gives,
 * by `claimName`, the answers of those that were there before; a key that is older than a day is free again.
 */
export async function claimKeys(
  tx: Transaction,
  scope: Scope,
  claims: readonly Claim[],
): Promise<Map<string, Remembered>> {
  const remembered = new Map<string, Remembered>();
  if (claims.length === 0) return remembered;
  // In one order everywhere: two processes with the same keys wait for each other in turn and not crosswise.
  const sorted = [...claims].sort((one, other) => (claimName(one) < claimName(other) ? -1 : 1));
  const { organizationId, now } = scope;
  const expired = new Date(now.getTime() - REMEMBERED_HOURS * 3600_000);
  const taken = await tx.$queryRaw<{ apiKeyId: string; key: string }[]>`
    insert into idempotency_keys as kept (organization_id, api_key_id, key, request_hash, status, response, created_at)
    select ${organizationId}::uuid, api_key_id, key, decode(request_hash, 'hex'), status, response::jsonb,
           ${now}::timestamptz
      from unnest(${sorted.map(({ apiKeyId }) => apiKeyId)}::uuid[], ${sorted.map(({ key }) => key)}::text[],
                  ${sorted.map(({ requestHash }) => Buffer.from(requestHash).toString("hex"))}::text[],
                  ${sorted.map(({ status }) => status)}::int[],
                  ${sorted.map(({ body }) => JSON.stringify(body))}::text[])
           as v (api_key_id, key, request_hash, status, response)
    on conflict (organization_id, api_key_id, key) do update
      set request_hash = excluded.request_hash, status = excluded.status, response = excluded.response,
          created_at = excluded.created_at
      where kept.created_at < ${expired}::timestamptz
    returning api_key_id as "apiKeyId", key`;
  const isTaken = new Set(taken.map(claimName));
  const lost = sorted.filter((claim) => !isTaken.has(claimName(claim)));
  if (lost.length === 0) return remembered;
  const rows = await tx.idempotencyKey.findMany({
    where: {
      organizationId,
      apiKeyId: { in: lost.map(({ apiKeyId }) => apiKeyId) },
      key: { in: lost.map(({ key }) => key) },
    },
    select: { apiKeyId: true, key: true, requestHash: true, status: true, response: true },
  });
  const byName = new Map(rows.map((row) => [claimName(row), row]));
  for (const claim of lost) {
    const row = byName.get(claimName(claim));
    if (row) remembered.set(claimName(claim), { ...row, body: row.response });
  }
  return remembered;
}

/** Whether two requests with the same key asked for the same. */
export function isSameRequest(
  one: { requestHash: Uint8Array } | null,
  other: { requestHash: Uint8Array } | null,
): boolean {
  return one !== null && other !== null && Buffer.compare(one.requestHash, other.requestHash) === 0;
}

/** Corrects what was written down, where it came out otherwise than foreseen. */
export async function correctAnswer(
  tx: Transaction,
  scope: Scope,
  { apiKeyId, key }: { apiKeyId: string; key: string },
  answer: { status: number; body: unknown },
): Promise<void> {
  await tx.idempotencyKey.update({
    where: {
      organizationId_apiKeyId_key: { organizationId: scope.organizationId, apiKeyId, key },
    },
    data: { status: answer.status, response: answer.body as object },
    select: { key: true },
  });
}
