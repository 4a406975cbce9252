import { z } from "zod";
import type { ApiAccess } from "@/generated/prisma/enums";
import { id, requiredText } from "@/server/input";

export const newApiKeyInput = z.object({
  name: requiredText(80),
  access: z.enum(["read", "write"] as const satisfies readonly ApiAccess[], { error: "chooseOne" }),
});
export type NewApiKeyInput = z.output<typeof newApiKeyInput>;

export const apiKeyInput = z.object({ id });

/** A key as its owners see it; the key itself is known to whoever was shown it, and to nobody else. */
export type ApiKeyRow = {
  id: string;
  name: string;
  /** How it begins. */
  prefix: string;
  access: ApiAccess;
  createdAt: Date;
  createdBy: string | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};
