import "server-only";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { hasPermission } from "@/server/permissions";
import { key, type Scope } from "@/server/scope";
import { partOf } from "../rules";

const name = { select: { id: true, name: true } } as const;

/**
 * A subject with its cycle and as whom the member deals with its raters. NotFoundError when there is none such, when it
 * left its cycle, or when its raters are nothing the member has to do with (see partOf).
 */
export async function getNominationSubject(tx: Transaction, scope: Scope, subjectId: string) {
  const found = await tx.evaluationSubject.findUnique({
    where: key(scope, subjectId),
    select: {
      id: true,
      kind: true,
      employeeId: true,
      teamId: true,
      locationId: true,
      managerMemberId: true,
      removedAt: true,
      employee: name,
      team: name,
      location: name,
      manager: { select: { employeeId: true, user: { select: { name: true } } } },
      cycle: {
        select: {
          id: true,
          name: true,
          status: true,
          nominatedBy: true,
          nominateUntil: true,
          opensOn: true,
          closesOn: true,
          anonymityK: true,
          groups: { select: { raterGroup: true, minimum: true, maximum: true } },
        },
      },
    },
  });
  if (!found || found.removedAt) throw new NotFoundError();
  const part = partOf(
    {
      memberId: scope.memberId,
      employeeId: scope.employeeId,
      isLeader: scope.role === "owner" || scope.role === "manager",
      isOrganizer: hasPermission(scope.role, "evaluation-cycles.manage") && scope.locationIds === null,
    },
    found,
  );
  if (!part) throw new NotFoundError();
  const { employee, team, location, ...subject } = found;
  return { ...subject, name: (employee ?? team ?? location)?.name ?? "", part };
}

export type NominationSubjectRow = Awaited<ReturnType<typeof getNominationSubject>>;
