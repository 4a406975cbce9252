"use server";

import { z } from "zod";
import { removeLogo, uploadLogo } from "@/features/organizations/commands/change-logo";
import { updateOrganization } from "@/features/organizations/commands/update-organization";
import { logoInput, organizationSettingsInput } from "@/features/organizations/schema";
import { defineAction } from "@/server/define-action";
import { thenRefresh } from "@/server/then-refresh";

export const updateOrganizationAction = defineAction({
  input: organizationSettingsInput,
  permission: "organization.manage",
  run: (scope, input) => thenRefresh(updateOrganization(scope, input)),
});

export const uploadLogoAction = defineAction({
  input: logoInput,
  permission: "organization.manage",
  run: async (scope, input) => thenRefresh(uploadLogo(scope, new Uint8Array(await input.logo.arrayBuffer()))),
});

export const removeLogoAction = defineAction({
  input: z.object({}),
  permission: "organization.manage",
  run: (scope) => thenRefresh(removeLogo(scope)),
});
