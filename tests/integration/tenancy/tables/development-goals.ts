import { changeGoalStatus } from "@/features/evaluation-reports/goals/commands/change-goal-status";
import { createGoal } from "@/features/evaluation-reports/goals/commands/create-goal";
import { deleteGoal } from "@/features/evaluation-reports/goals/commands/delete-goal";
import { updateGoal } from "@/features/evaluation-reports/goals/commands/update-goal";
import { getDevelopmentPlan } from "@/features/evaluation-reports/goals/queries/get-development-plan";
import { getGoalToActOn } from "@/features/evaluation-reports/goals/queries/get-goal-to-act-on";
import type { GoalInput } from "@/features/evaluation-reports/goals/schema";
import type { Cast } from "../cast";
import { action, type Lines, line } from "../line";
import type { Place } from "../makers";

const goal = (of: Cast, place: Place) => of.newGoal(place);
/** With the id of the goal where the plan's subject is what is passed. */
const plan = async (of: Cast, place: Place) => {
  const { id, subjectId } = await of.newGoal(place);
  return { id, subjectId };
};
const inputOf: GoalInput = {
  title: "Listen",
  plan: "Count to two before answering",
  competencyKey: "presence",
  dueOn: "2027-02-01",
};

/** A plan belongs to those who see the report; the owner does in the cast's cycles, another location's manager does not. */
const ofReaders = { as: "owner", own: "changes", foreign: "not found" } as const;
const walls = { limited: "not found", employee: "not found" } as const;
const read = { permission: "evaluation-reports.read", foreign: "not found" } as const;

export const developmentGoals: Lines = {
  getDevelopmentPlan: line({
    given: plan,
    as: "owner",
    call: (scope, { subjectId }) => getDevelopmentPlan(scope, subjectId),
    own: "shows",
    foreign: "not found",
    ...walls,
  }),
  getGoalToActOn: line({
    given: goal,
    as: "owner",
    call: (scope, { id }) => getGoalToActOn(scope, id),
    own: "shows",
    foreign: "not found",
    ...walls,
  }),
  createGoal: line({
    given: goal,
    call: (scope, { subjectId }) => createGoal(scope, { subjectId, ...inputOf }),
    ...ofReaders,
    ...walls,
  }),
  updateGoal: line({
    given: goal,
    call: (scope, { id }) => updateGoal(scope, { id, ...inputOf }),
    ...ofReaders,
    ...walls,
  }),
  changeGoalStatus: line({
    given: goal,
    call: (scope, { id }) => changeGoalStatus(scope, { id, status: "done" }),
    ...ofReaders,
    ...walls,
  }),
  deleteGoal: line({
    given: goal,
    call: (scope, { id }) => deleteGoal(scope, id),
    ...ofReaders,
    ...walls,
  }),

  createGoalAction: action({
    ...read,
    given: goal,
    input: ({ subjectId }) => ({ subjectId, ...inputOf }),
  }),
  updateGoalAction: action({ ...read, given: goal, input: ({ id }) => ({ id, ...inputOf }) }),
  changeGoalStatusAction: action({ ...read, given: goal, input: ({ id }) => ({ id, status: "dropped" }) }),
  deleteGoalAction: action({ ...read, given: goal, input: ({ id }) => ({ id }) }),
};
