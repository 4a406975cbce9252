"use server";

import { z } from "zod";
import { finishSetup } from "@/features/organizations/commands/finish-setup";
import { defineAction } from "@/server/define-action";
import { thenRefresh } from "@/server/then-refresh";

export const finishSetupAction = defineAction({
  input: z.object({}),
  permission: "organization.manage",
  run: (scope) => thenRefresh(finishSetup(scope)),
});
