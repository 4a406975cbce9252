import "server-only";
import { z } from "zod";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { LocalizedText } from "@/server/input";
import type { Scope } from "@/server/scope";
import { isReviewDue } from "../rules";
import type { ActionRow } from "../schema";
import { visibleActions } from "../visible-actions";

/** An improvement action with everything that is shown and edited of it. */
export type ImprovementActionDetail = ActionRow & {
  description: string;
  outcome: string | null;
  employeeId: string | null;
  locationId: string | null;
  behaviourId: string | null;
  behaviourName: LocalizedText | null;
  responsibleMemberId: string | null;
};

/** An improvement action; NotFoundError when missing, foreign, or not the scope's to see. */
export async function getImprovementAction(scope: Scope, id: string): Promise<ImprovementActionDetail> {
  // An address may hold anything.
  if (!z.uuid().safeParse(id).success) throw new NotFoundError();
  const row = await withScope(scope, (tx) =>
    tx.improvementAction.findFirst({
      where: { AND: [visibleActions(scope), { id }] },
      select: {
        id: true,
        title: true,
        description: true,
        outcome: true,
        status: true,
        startsOn: true,
        reviewOn: true,
        endedAt: true,
        employeeId: true,
        locationId: true,
        behaviourId: true,
        responsibleMemberId: true,
        employee: { select: { name: true } },
        location: { select: { name: true } },
        behaviour: { select: { names: true } },
        responsible: { select: { user: { select: { name: true } } } },
      },
    }),
  );
  if (!row) throw new NotFoundError();
  const { employee, location, behaviour, responsible, ...columns } = row;
  return {
    ...columns,
    employeeName: employee?.name ?? null,
    locationName: location?.name ?? null,
    behaviourName: behaviour ? (behaviour.names as LocalizedText) : null,
    responsibleName: responsible?.user.name ?? null,
    isReviewDue: isReviewDue(row, scope.now, scope.timeZone),
  };
}
