import { withScope } from "@/server/database";
import { buildEncounter, buildInvitation } from "../../factories/encounters";
import type { createSmallOrganization } from "../../factories/small-organization";

type Small = Awaited<ReturnType<typeof createSmallOrganization>>;

/** So many sent invitations, stored in three statements: what a test under load answers. */
export async function inviteMany(
  small: Small,
  count: number,
): Promise<{ token: string; encounterId: string }[]> {
  const made = Array.from({ length: count }, () => {
    const encounter = buildEncounter(small.scope, small.attribution, { customerId: small.customer.id });
    return { encounter, invitation: buildInvitation(encounter, small.survey) };
  });
  await withScope(small.scope, async (tx) => {
    await tx.encounter.createMany({ data: made.map(({ encounter }) => encounter) });
    await tx.invitation.createMany({ data: made.map(({ invitation }) => invitation.row) });
  });
  return made.map(({ encounter, invitation }) => ({ token: invitation.token, encounterId: encounter.id }));
}
