import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/** The organization's settings as the owner edits them; the logo as an address that needs no further request. */
export async function getOrganizationSettings(scope: Scope) {
  const { logo, logoType, ...settings } = await withScope(scope, (tx) =>
    tx.organization.findUniqueOrThrow({
      where: { id: scope.organizationId },
      select: {
        name: true,
        slug: true,
        timeZone: true,
        language: true,
        languages: true,
        minimumN: true,
        quarantineDays: true,
        senderName: true,
        replyTo: true,
        accentColor: true,
        logo: true,
        logoType: true,
      },
    }),
  );
  return {
    ...settings,
    logoUrl: logo && logoType ? `data:${logoType};base64,${Buffer.from(logo).toString("base64")}` : null,
  };
}
