import "server-only";
import { makeLogo } from "@/features/organizations/logo";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/** Replaces the logo on respondent pages by an uploaded picture; see `makeLogo` for what is accepted. */
export async function uploadLogo(scope: Scope, upload: Uint8Array): Promise<void> {
  const { logo, logoType } = await makeLogo(upload);
  await withScope(scope, async (tx) => {
    await tx.organization.update({
      where: { id: scope.organizationId },
      data: { logo, logoType },
      select: { id: true },
    });
    await recordActivity(tx, scope, "organization.logoUploaded", {
      type: "organization",
      id: scope.organizationId,
    });
  });
}

/** Removes the logo; respondents see the organization's name alone. */
export async function removeLogo(scope: Scope): Promise<void> {
  await withScope(scope, async (tx) => {
    await tx.organization.update({
      where: { id: scope.organizationId },
      data: { logo: null, logoType: null },
      select: { id: true },
    });
    await recordActivity(tx, scope, "organization.logoRemoved", {
      type: "organization",
      id: scope.organizationId,
    });
  });
}
