import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import {
  createCycle,
  createRating,
  createSubject,
  type ShortRatingAnswers,
  type TestCycle,
} from "../../factories/evaluations";
import { createSmallOrganization } from "../../factories/small-organization";

export type ReportCast = Awaited<ReturnType<typeof createReportCast>>;
type CycleOverrides = Parameters<typeof createCycle>[1];

/** An organization whose employee is evaluated in a closed cycle, with the local manager as the named one. */
export async function createReportCast(overrides: CycleOverrides = {}) {
  const cast = await createSmallOrganization();
  const { scope, employee, localManager, location, team } = cast;
  const cycle = await createCycle(scope, { status: "closed", ...overrides });
  const subject = await createSubject(scope, cycle, {
    employeeId: employee.id,
    ofLocationId: location.id,
    ofTeamId: team.id,
    managerMemberId: localManager.memberId,
  });
  return { ...cast, cycle, subject };
}

type Group = Parameters<typeof createRating>[2]["group"];

/** So many sent ratings of a group, each with these answers. */
export async function rate(
  scope: Scope,
  subject: { id: string; cycle: TestCycle },
  group: Group,
  ...ratings: ShortRatingAnswers[]
): Promise<{ id: string }[]> {
  const made = [];
  for (const answers of ratings) made.push(await createRating(scope, subject, { group, answers }));
  return made;
}

/** All four items with one point each. */
export function points(point: number, more: ShortRatingAnswers = {}): ShortRatingAnswers {
  return { p1: point, p2: point, c1: point, c2: point, ...more };
}

/** Oneself 5, the manager 4, three colleagues 2–4, two reports 1, four customers 3–5. */
export async function rateFromAllSides(scope: Scope, subject: { id: string; cycle: TestCycle }) {
  await rate(scope, subject, "self", points(5, { more: "Own words" }));
  await rate(scope, subject, "manager", points(4, { more: "Manager's words" }));
  await rate(
    scope,
    subject,
    "peer",
    points(2, { more: "Peer one" }),
    points(3, { more: "Peer two" }),
    points(4),
  );
  await rate(scope, subject, "report", points(1, { more: "Report one" }), points(1));
  await rate(
    scope,
    subject,
    "customer",
    points(3, { more: "Customer one" }),
    points(4, { more: "Customer two" }),
    points(5, { more: "Customer three", p2: null }),
    points(5),
  );
}

/** The same member, so many days later. */
export function later(scope: Scope, days: number): Scope {
  return { ...scope, now: new Date(scope.now.getTime() + days * 24 * 3600_000) };
}

/** Sets columns of a cycle, as its own commands do. */
export async function changeCycle(
  scope: Scope,
  cycleId: string,
  data: { status?: "closed" | "collecting"; closedAt?: Date | null; managersSee?: boolean },
): Promise<void> {
  await withScope(scope, (tx) =>
    tx.evaluationCycle.update({ where: key(scope, cycleId), data, select: { id: true } }),
  );
}
