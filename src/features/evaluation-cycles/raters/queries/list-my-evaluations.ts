import "server-only";
import { dayOf, isoDay } from "@/features/audit-programmes/windows";
import { type Transaction, withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { raterToken } from "@/server/tokens";
import { isRatingOpen } from "../../rules";
import { chosenGroups, partOf, raterState } from "../rules";
import type { MyEvaluations } from "../schema";

const name = { select: { name: true } } as const;

/**
 * What a member has to do with evaluations: whom to rate now (with the own link), the own raters to propose, and the
 * subjects the member is the named manager of. Reports are listed elsewhere. Empty lists when there is nothing.
 */
export async function listMyEvaluations(scope: Scope): Promise<MyEvaluations> {
  return withScope(scope, async (tx) => {
    const subjects = await readSubjects(tx, scope);
    const seen = subjects.map((subject) => ({
      ...subject,
      // As an organizer one manages whole cycles elsewhere; here it counts what is one's own.
      part: partOf(
        {
          memberId: scope.memberId,
          employeeId: scope.employeeId,
          isLeader: scope.role === "owner" || scope.role === "manager",
          isOrganizer: false,
        },
        subject,
      ),
      chosen: subject.ratings.filter((rating) => ["asked", "proposed"].includes(raterState(rating))).length,
    }));
    return {
      toRate: await listToRate(tx, scope),
      toNominate: seen
        .filter(({ part }) => part === "subject")
        .map(({ id, cycle, chosen }) => ({
          subjectId: id,
          cycleName: cycle.name,
          status: cycle.status,
          until: cycle.nominateUntil && isoDay(cycle.nominateUntil),
          chosen,
        })),
      managed: seen
        .filter(({ part }) => part === "manager")
        .map(({ id, kind, cycle, ratings, chosen, ...subject }) => ({
          subjectId: id,
          name: (subject.employee ?? subject.team ?? subject.location)?.name ?? "",
          kind,
          cycleName: cycle.name,
          status: cycle.status,
          closesOn: isoDay(cycle.closesOn),
          proposals: ratings.filter((rating) => raterState(rating) === "proposed").length,
          chosen,
          missing: chosenGroups(cycle.groups, kind).reduce((sum, { raterGroup, minimum }) => {
            const asked = ratings.filter(
              (rating) => rating.raterGroup === raterGroup && raterState(rating) === "asked",
            ).length;
            return sum + Math.max(0, minimum - asked);
          }, 0),
        })),
    };
  });
}

function readSubjects(tx: Transaction, scope: Scope) {
  const { organizationId, memberId, employeeId } = scope;
  return tx.evaluationSubject.findMany({
    where: {
      organizationId,
      removedAt: null,
      cycle: { is: { status: { in: ["nomination", "collecting"] } } },
      OR: [
        ...(memberId ? [{ managerMemberId: memberId }] : []),
        ...(employeeId ? [{ employeeId }] : []),
        // None of the two: nothing.
        { id: { in: [] } },
      ],
    },
    select: {
      id: true,
      kind: true,
      employeeId: true,
      managerMemberId: true,
      employee: name,
      team: name,
      location: name,
      cycle: {
        select: {
          name: true,
          status: true,
          nominatedBy: true,
          nominateUntil: true,
          closesOn: true,
          groups: { select: { raterGroup: true, minimum: true, maximum: true } },
        },
      },
      ratings: {
        where: { raterGroup: { notIn: ["self", "manager"] } },
        select: { raterGroup: true, status: true, withdrawnAt: true },
      },
    },
    orderBy: [{ cycle: { closesOn: "asc" } }, { employee: { name: "asc" } }, { id: "asc" }],
  });
}

async function listToRate(tx: Transaction, scope: Scope): Promise<MyEvaluations["toRate"]> {
  const { organizationId, memberId } = scope;
  if (memberId === null) return [];
  const raters = await tx.evaluationRater.findMany({
    where: {
      organizationId,
      erasedAt: null,
      cycle: { is: { status: "collecting" } },
      // Not whoever was made the same employee since: the link, with what was filled in so far, is the rater's alone. Who was
      // asked without an account has it by mail.
      memberId,
    },
    select: {
      id: true,
      tokenSeed: true,
      cycle: { select: { name: true, status: true, closesOn: true } },
      ratings: {
        select: { status: true, withdrawnAt: true, subject: { select: { removedAt: true } } },
      },
    },
    orderBy: [{ cycle: { closesOn: "asc" } }, { id: "asc" }],
  });
  const today = dayOf(scope.now, scope.timeZone);
  return raters.flatMap(({ id, tokenSeed, cycle, ratings }) => {
    const open = ratings.filter((rating) =>
      isRatingOpen({ cycle, subject: rating.subject, rating }, today),
    ).length;
    if (open === 0) return [];
    const path = `/r/${raterToken(id, tokenSeed)}`;
    return [{ raterId: id, cycleName: cycle.name, closesOn: isoDay(cycle.closesOn), open, path }];
  });
}
