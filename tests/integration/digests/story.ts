import { openDashboard } from "@/features/dashboards/dashboard";
import { withScope } from "@/server/database";
import { makeScope, type Scope } from "@/server/scope";
import { querySql } from "../../database";
import { buildEncounter, buildInvitation, buildResponse } from "../../factories/encounters";
import { createSmallOrganization } from "../../factories/small-organization";

/** A Monday morning in Helsinki, the day after clocks went forward: the week before has 167 hours. */
export const MONDAY_MORNING = new Date("2026-03-30T04:00:00Z");
export const WEEK = { firstDay: "2026-03-23", lastDay: "2026-03-29", number: 13 };
const DAY = 24 * 3600_000;

export type Story = Awaited<ReturnType<typeof tellStory>>;

/**
 * Thirteen weeks in Helsinki. Each week nine answers at the desk of the first location: five promoters, two passives, two
 * detractors (NPS +33). The last week has answers at the very ends of its Sunday as well, and at the other location's phone
 * six angry ones where all were happy before.
 */
export async function tellStory(superuserUrl: string) {
  const small = await createSmallOrganization({ name: "Lindqvist & Pojat" });
  const { scope, survey, attribution, otherLocation, otherEmployee, otherTouchpoint } = small;
  const elsewhere = {
    ...attribution,
    teamId: null,
    locationId: otherLocation.id,
    employeeId: otherEmployee.id,
    touchpointId: otherTouchpoint.id,
  };
  type Told = [
    place: typeof attribution | typeof elsewhere,
    answeredAt: Date,
    score: number,
    comment?: string,
  ];
  const told: Told[] = Array.from({ length: 13 }, (_, week) => {
    // Noon on Wednesday.
    const noon = new Date(Date.parse("2026-03-25T10:00:00Z") - (12 - week) * 7 * DAY);
    return [
      ...[9, 9, 10, 10, 9, 7, 8, 3, 5].map((score): Told => [attribution, noon, score]),
      ...[9, 9, 9, 9, 9, 9].map((score): Told => [elsewhere, noon, week === 12 ? 1 : score]),
    ];
  }).flat();
  const comments = {
    low: `<b onmouseover="x()">It’s "slow"</b> & 'rude' 🙁, ${"waited and ".repeat(60)}waited`,
    high: "Ihana palvelu, kiitos paljon! 👩‍👩‍👧‍👦",
    elsewhere: "Nobody answered the phone at all",
    beforeTheWeek: "This was said before the week began",
    afterTheWeek: "This was said after the week ended",
  };
  // The first and the last minute of the week on Helsinki's clock, and the minutes outside.
  told.push(
    [attribution, new Date("2026-03-22T21:59:00Z"), 0, comments.beforeTheWeek],
    [attribution, new Date("2026-03-22T22:01:00Z"), 2, comments.low],
    [attribution, new Date("2026-03-29T20:59:00Z"), 10, comments.high],
    [attribution, new Date("2026-03-29T21:01:00Z"), 0, comments.afterTheWeek],
    [elsewhere, new Date("2026-03-27T10:00:00Z"), 1, comments.elsewhere],
  );
  const rows = told.map(([place, answeredAt, score, comment]) => {
    const encounter = buildEncounter(scope, place, {
      occurredAt: new Date(answeredAt.getTime() - 6 * 3600_000),
    });
    const { row: invitation, token } = buildInvitation(encounter, survey, { status: "answered", answeredAt });
    return {
      encounter,
      invitation,
      ...buildResponse(encounter, survey, { token, score, answeredAt, comment }),
    };
  });
  await withScope(scope, async (tx) => {
    await tx.encounter.createMany({ data: rows.map(({ encounter }) => encounter) });
    await tx.invitation.createMany({ data: rows.map(({ invitation }) => invitation) });
    await tx.response.createMany({ data: rows.map(({ response }) => response) });
    await tx.answer.createMany({ data: rows.map(({ answer }) => answer) });
  });
  await querySql(superuserUrl, "update members set created_at = '2026-01-01' where organization_id = $1", [
    scope.organizationId,
  ]);
  return { ...small, comments };
}

/** A scope on that Monday morning. */
export function onMonday(scope: Scope, now = MONDAY_MORNING): Scope {
  return makeScope({ ...scope, now });
}

/** The dashboard a digest speaks of, as its page opens it. */
export function openWeek(scope: Scope, slug: string, raw: Record<string, string> = {}, fixed = {}) {
  const period = { period: "custom", from: WEEK.firstDay, to: WEEK.lastDay };
  return openDashboard(scope, { slug, pathname: `/o/${slug}` }, { ...period, ...raw }, fixed);
}
