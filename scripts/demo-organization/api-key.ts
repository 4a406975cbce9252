import { createHash } from "node:crypto";
import pg from "pg";
import { v7 as uuidv7 } from "uuid";

/** The demo's key for programs, the same on every machine: it opens the demo organization of this machine and nothing else. */
export const DEMO_API_KEY = "lm_demo_read_and_write_kotikulma";

/** Sees to it that the demo's key works: also in a demo that was filled before there were keys, or where it was revoked. */
export async function keepDemoApiKey(superuserUrl: string): Promise<void> {
  const superuser = new pg.Client({ connectionString: superuserUrl });
  await superuser.connect();
  try {
    await superuser.query(
      `insert into api_keys (organization_id, id, name, key_hash, prefix, access)
       select id, $1::uuid, 'Demo', $2::bytea, $3, 'write' from organizations where slug = 'kotikulma'
       on conflict (key_hash) do update set revoked_at = null`,
      [uuidv7(), createHash("sha256").update(DEMO_API_KEY).digest(), DEMO_API_KEY.slice(0, 8)],
    );
  } finally {
    await superuser.end();
  }
}
