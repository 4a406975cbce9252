import { assignVisit } from "@/features/audit-programmes/commands/assign-visit";
import { makeScope, type Scope } from "@/server/scope";
import { createAuditForm } from "../../factories/audit-forms";
import { createProgramme } from "../../factories/audits";
import { createSmallOrganization } from "../../factories/small-organization";

const DAY = 24 * 3600_000;

/** The day so many days from today, in Helsinki at noon. */
export const day = (fromToday: number): string =>
  new Date(Date.now() + fromToday * DAY).toLocaleDateString("sv-SE", { timeZone: "Europe/Helsinki" });

/** The same scope at another moment. */
export const at = (scope: Scope, now: Date): Scope => makeScope({ ...scope, now });

/** A small organization with a published form and a programme that keeps visits 30 days apart, two a day at most. */
export async function tellStory(
  options: Partial<Parameters<typeof createProgramme>[1]> & {
    organization?: Parameters<typeof createSmallOrganization>[0];
  } = {},
) {
  const { organization, ...programmeOptions } = options;
  const cast = await createSmallOrganization(organization);
  const form = await createAuditForm(cast.scope);
  const programme = await createProgramme(cast.scope, {
    formId: form.id,
    daysBetweenVisits: 30,
    mostVisitsPerDay: 2,
    ...programmeOptions,
  });
  const visit = (changes: Partial<Parameters<typeof assignVisit>[1]> = {}) => ({
    programmeId: programme.id,
    memberIds: [cast.consultant.memberId],
    locationId: cast.location.id,
    touchpointId: cast.touchpoint.id,
    teamId: null,
    windowStartsOn: day(0),
    windowEndsOn: day(6),
    note: null,
    ...changes,
  });
  /** Gives a visit as the owner; resolves to the first assignment's id. */
  const assign = async (changes: Parameters<typeof visit>[0] = {}) => {
    const { ids } = await assignVisit(cast.owner.scope, visit(changes));
    return ids[0] as string;
  };
  return { ...cast, form, programme, visit, assign };
}

export type Story = Awaited<ReturnType<typeof tellStory>>;
