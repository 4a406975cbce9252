import "server-only";
import { z } from "zod";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { requireGoal } from "../plan-subject";

/** What an improvement action takes over from a goal, and whom the goal concerns. */
export type GoalToActOn = {
  id: string;
  title: string;
  plan: string;
  behaviourId: string | null;
  subjectId: string;
  /** Exactly one of the three is set. */
  employee: { id: string; name: string } | null;
  team: { id: string; name: string; locationId: string | null } | null;
  location: { id: string; name: string } | null;
  hasAction: boolean;
};

/** A goal to make an improvement action of; NotFoundError for those who do not see its plan. */
export async function getGoalToActOn(scope: Scope, goalId: string): Promise<GoalToActOn> {
  // An address may hold anything.
  if (!z.uuid().safeParse(goalId).success) throw new NotFoundError();
  return withScope(scope, async (tx) => {
    await requireGoal(tx, scope, goalId);
    const { improvementAction, subject, ...goal } = await tx.developmentGoal.findUniqueOrThrow({
      where: key(scope, goalId),
      select: {
        id: true,
        title: true,
        plan: true,
        behaviourId: true,
        subjectId: true,
        improvementAction: { select: { id: true } },
        subject: {
          select: {
            employee: { select: { id: true, name: true } },
            team: { select: { id: true, name: true, locationId: true } },
            location: { select: { id: true, name: true } },
          },
        },
      },
    });
    return { ...goal, ...subject, hasAction: improvementAction !== null };
  });
}
