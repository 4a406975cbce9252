import "server-only";
import { isoDay } from "@/features/audit-programmes/windows";
import { findSuppressions } from "@/features/people/queries/find-suppressions";
import { type Transaction, withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { chosenGroups, isOpenForChoosing, type Part, raterState, takesPlace } from "../rules";
import type { ListedRater, SubjectRaters } from "../schema";
import { getNominationSubject } from "./get-nomination-subject";

/**
 * A subject's raters by group and name. Approved and sent look the same everywhere in it, and nothing of it changes when
 * somebody answers. NotFoundError for whoever has nothing to do with them (see partOf).
 */
export async function getSubjectRaters(scope: Scope, subjectId: string): Promise<SubjectRaters> {
  return withScope(scope, async (tx) => {
    const subject = await getNominationSubject(tx, scope, subjectId);
    const { cycle, part } = subject;
    const isOneself = subject.employeeId !== null && subject.employeeId === scope.employeeId;
    const ratings = await readRatings(tx, scope, subjectId);
    const suppressed = await findSuppressions(
      tx,
      scope,
      ratings.flatMap(({ rater }) => rater.email ?? []),
    );
    const groups = chosenGroups(cycle.groups, subject.kind).map(({ raterGroup: group, minimum, maximum }) => {
      const raters = ratings
        .filter(({ raterGroup }) => raterGroup === group)
        .map((rating) => describeRater(rating, { part, isOneself }, suppressed));
      const taken = raters.filter(({ state }) => takesPlace(state)).length;
      const asked = raters.filter(
        ({ state, mailProblem }) => state === "asked" && mailProblem !== "gone",
      ).length;
      return {
        group,
        minimum,
        maximum,
        taken,
        missing: Math.max(0, minimum - asked),
        isBelowThreshold: asked > 0 && asked < cycle.anonymityK,
        raters,
      };
    });
    const named = (group: "self" | "manager") => {
      const states = ratings.filter(({ raterGroup }) => raterGroup === group).map(raterState);
      return states.find((state) => state === "asked" || state === "declined") as
        | "asked"
        | "declined"
        | undefined;
    };
    const has = (group: string) => cycle.groups.some(({ raterGroup }) => raterGroup === group);
    const hasBegun = cycle.status === "collecting" || cycle.status === "closed";
    return {
      subjectId,
      name: subject.name,
      kind: subject.kind,
      part,
      canChoose: isOpenForChoosing(cycle.status, part),
      managerName: subject.manager?.user.name ?? null,
      cycle: {
        id: cycle.id,
        name: cycle.name,
        status: cycle.status,
        nominateUntil: cycle.nominateUntil && isoDay(cycle.nominateUntil),
        opensOn: isoDay(cycle.opensOn),
        closesOn: isoDay(cycle.closesOn),
        anonymityK: cycle.anonymityK,
      },
      self:
        has("self") && subject.kind === "employee"
          ? (named("self") ?? (hasBegun ? "withoutAddress" : "later"))
          : null,
      manager: !has("manager")
        ? null
        : subject.manager === null
          ? "nobody"
          : (named("manager") ?? (hasBegun ? "notAsked" : "later")),
      groups,
      proposals: ratings.flatMap((rating) => (raterState(rating) === "proposed" ? [rating.id] : [])),
    };
  });
}

function readRatings(tx: Transaction, scope: Scope, subjectId: string) {
  return tx.evaluationRating.findMany({
    where: { organizationId: scope.organizationId, subjectId },
    select: {
      id: true,
      raterGroup: true,
      status: true,
      withdrawnAt: true,
      declineReason: true,
      rater: {
        select: {
          name: true,
          email: true,
          erasedAt: true,
          employee: { select: { title: true, archivedAt: true } },
          customer: { select: { id: true } },
          mails: {
            where: { kind: "invitation" },
            select: { state: true },
            orderBy: { createdAt: "desc" },
            take: 1,
          },
        },
      },
    },
    // By name, never by anything that moves when somebody answers.
    orderBy: [{ rater: { name: "asc" } }, { id: "asc" }],
  });
}

function describeRater(
  rating: Awaited<ReturnType<typeof readRatings>>[number],
  { part, isOneself }: { part: Part; isOneself: boolean },
  suppressed: ReadonlyMap<string, unknown>,
): ListedRater {
  const { rater } = rating;
  const state = raterState(rating);
  const isGone = rater.erasedAt !== null || rater.employee?.archivedAt != null;
  const problem = isGone
    ? "gone"
    : rater.email && suppressed.has(rater.email)
      ? "suppressed"
      : rater.mails[0]?.state === "failed"
        ? "failed"
        : null;
  return {
    ratingId: rating.id,
    name: rater.name ?? "",
    detail: rater.employee ? rater.employee.title : part === "subject" ? null : rater.email,
    state,
    mailProblem: takesPlace(state) ? problem : null,
    // Not for the one it is about, an organizer or not.
    declineReason: part === "subject" || isOneself ? null : rating.declineReason,
  };
}
