import "server-only";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { hashAddress } from "@/server/tokens";

/** What the page for stopping surveys shows. */
export type UnsubscribePage = {
  organization: { name: string; language: string; accentColor: string; hasLogo: boolean };
  /** Languages the page can be read in. */
  languages: string[];
  language: string;
  isStopped: boolean;
};

/** What the unsubscribe page of an invitation shows, or null when there is no such invitation. */
export async function findUnsubscribePage(
  scope: Scope,
  invitationId: string,
): Promise<UnsubscribePage | null> {
  const { organizationId } = scope;
  return withScope(scope, async (tx) => {
    const invitation = await tx.invitation.findUnique({
      where: key(scope, invitationId),
      select: { language: true, customer: { select: { email: true } } },
    });
    if (!invitation) return null;
    const organization = await tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: { name: true, language: true, languages: true, accentColor: true, logoType: true },
    });
    const email = invitation.customer?.email;
    const suppression = email
      ? await tx.suppressedAddress.findUnique({
          where: { organizationId_addressHash: { organizationId, addressHash: hashAddress(email) } },
          select: { reason: true },
        })
      : null;
    return {
      organization: {
        name: organization.name,
        language: organization.language,
        accentColor: organization.accentColor,
        hasLogo: organization.logoType !== null,
      },
      languages: organization.languages,
      language: invitation.language,
      isStopped: !email || suppression?.reason === "unsubscribed" || suppression?.reason === "suppressed",
    };
  });
}
