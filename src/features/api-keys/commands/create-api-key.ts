import "server-only";
import { v7 as uuidv7 } from "uuid";
import { recordActivity } from "@/server/activity";
import { makeApiKey } from "@/server/api/known-keys";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { NewApiKeyInput } from "../schema";

/** Makes a key and gives it, this once: only its hash is stored. */
export async function createApiKey(
  scope: Scope,
  input: NewApiKeyInput,
): Promise<{ id: string; key: string }> {
  const { key, keyHash, prefix } = makeApiKey();
  const id = uuidv7();
  await withScope(scope, async (tx) => {
    await tx.apiKey.create({
      data: {
        organizationId: scope.organizationId,
        id,
        ...input,
        keyHash,
        prefix,
        createdByUserId: scope.userId,
        createdAt: scope.now,
      },
      select: { id: true },
    });
    await recordActivity(tx, scope, "apiKey.created", { type: "apiKey", id }, input);
  });
  return { id, key };
}
