"use server";

import { createApiKey } from "@/features/api-keys/commands/create-api-key";
import { revokeApiKey } from "@/features/api-keys/commands/revoke-api-key";
import { apiKeyInput, newApiKeyInput } from "@/features/api-keys/schema";
import { defineAction } from "@/server/define-action";
import { thenRefresh } from "@/server/then-refresh";

export const createApiKeyAction = defineAction({
  input: newApiKeyInput,
  permission: "api-keys.manage",
  run: (scope, input) => thenRefresh(createApiKey(scope, input)),
});

export const revokeApiKeyAction = defineAction({
  input: apiKeyInput,
  permission: "api-keys.manage",
  run: (scope, input) => thenRefresh(revokeApiKey(scope, input.id)),
});
