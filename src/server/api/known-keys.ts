import "server-only";
import type { ApiAccess } from "@/generated/prisma/enums";
import { withoutScope, withScope } from "@/server/database";
import { log } from "@/server/log";
import { makeScope, type Scope } from "@/server/scope";
import { hashToken, makeToken } from "@/server/tokens";
import { processWide } from "./process-wide";

/** How every key begins: people, and programs that look for leaked secrets, recognise it. */
export const KEY_PREFIX = "lm_";

/** How much of a key is kept to recognise it by. */
const SHOWN_CHARACTERS = 8;

/** A key is asked for again in the database after this long: so late at most another process hears of a revocation. */
const TRUSTED_MS = 1_000;
const NOTED_EVERY_MS = 60_000;
const MOST_KNOWN = 2_000;

type FoundKey = { organizationId: string; apiKeyId: string; access: ApiAccess; timeZone: string };
type KnownKey = { found: Promise<FoundKey | null>; until: number; apiKeyId: string | null };

const known = processWide("apiKeys", () => ({
  byHash: new Map<string, KnownKey>(),
  /** When each key's use was last written down. */
  notedAt: new Map<string, number>(),
}));

/** A new key, what is stored of it, and its beginning to recognise it by. */
export function makeApiKey(): { key: string; keyHash: Uint8Array<ArrayBuffer>; prefix: string } {
  const key = `${KEY_PREFIX}${makeToken()}`;
  return { key, keyHash: hashToken(key), prefix: key.slice(0, SHOWN_CHARACTERS) };
}

/**
 * The scope of a key and what it gives access to; null for one that is unknown or revoked, which are never told apart.
 * Asks the database at most once a second for each key.
 */
export async function apiScope(key: string): Promise<{ scope: Scope; access: ApiAccess } | null> {
  if (!/^lm_[\w-]{16,64}$/.test(key)) return null;
  const found = await findKey(hashToken(key));
  if (!found) return null;
  const { access, ...ids } = found;
  const scope = makeScope({ ...ids, actor: "api" });
  await noteUse(scope, found.apiKeyId);
  return { scope, access };
}

function findKey(hash: Uint8Array<ArrayBuffer>): Promise<FoundKey | null> {
  const name = Buffer.from(hash).toString("base64");
  const now = Date.now();
  const remembered = known.byHash.get(name);
  if (remembered && remembered.until > now) return remembered.found;
  if (known.byHash.size >= MOST_KNOWN) known.byHash.clear();
  const entry: KnownKey = { found: askDatabase(hash), until: now + TRUSTED_MS, apiKeyId: null };
  known.byHash.set(name, entry);
  entry.found.then(
    (found) => {
      entry.apiKeyId = found?.apiKeyId ?? null;
    },
    () => known.byHash.delete(name),
  );
  return entry.found;
}

async function askDatabase(hash: Uint8Array<ArrayBuffer>): Promise<FoundKey | null> {
  type Row = {
    organization_id: string;
    api_key_id: string;
    access: ApiAccess;
    time_zone: string;
    last_used_at: Date;
  };
  const [row] = await withoutScope(
    (tx) => tx.$queryRaw<Row[]>`
      select organization_id, api_key_id, access, time_zone, last_used_at from resolve_api_key(${hash})`,
  );
  if (!row) return null;
  if (row.last_used_at && !known.notedAt.has(row.api_key_id)) {
    known.notedAt.set(row.api_key_id, row.last_used_at.getTime());
  }
  return {
    organizationId: row.organization_id,
    apiKeyId: row.api_key_id,
    access: row.access,
    timeZone: row.time_zone,
  };
}

/** Writes down that a key was used, at most once a minute. Failing to is no reason to refuse the request. */
async function noteUse(scope: Scope, apiKeyId: string): Promise<void> {
  const now = scope.now.getTime();
  if (now - (known.notedAt.get(apiKeyId) ?? 0) < NOTED_EVERY_MS) return;
  known.notedAt.set(apiKeyId, now);
  try {
    await withScope(
      scope,
      (tx) => tx.$executeRaw`
        update api_keys set last_used_at = ${scope.now}
         where organization_id = ${scope.organizationId}::uuid and id = ${apiKeyId}::uuid
           and (last_used_at is null or last_used_at < ${scope.now})`,
    );
  } catch (error) {
    log("warn", "use of an API key not noted", { apiKeyId, error });
  }
}

/** Forgets a key that was revoked, also where it is being looked up at this moment. Call it after the commit. */
export function forgetApiKey(apiKeyId: string): void {
  for (const [name, entry] of known.byHash) {
    // Not answered yet: it may have been read just before the revocation.
    if (entry.apiKeyId === null || entry.apiKeyId === apiKeyId) known.byHash.delete(name);
  }
}
