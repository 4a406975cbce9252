import { changeActionStatus } from "@/features/improvement-actions/commands/change-action-status";
import { checkAction } from "@/features/improvement-actions/commands/check-action";
import { createImprovementAction } from "@/features/improvement-actions/commands/create-improvement-action";
import { deleteImprovementAction } from "@/features/improvement-actions/commands/delete-improvement-action";
import { updateImprovementAction } from "@/features/improvement-actions/commands/update-improvement-action";
import { getImprovementAction } from "@/features/improvement-actions/queries/get-improvement-action";
import { listImprovementActions } from "@/features/improvement-actions/queries/list-improvement-actions";
import { listResponsibleMembers } from "@/features/improvement-actions/queries/list-responsible-members";
import type { ActionInput } from "@/features/improvement-actions/schema";
import { withScope } from "@/server/database";
import type { Cast } from "../cast";
import { action, type Lines, line } from "../line";
import type { Place } from "../makers";

const newAction = (of: Cast, place: Place) => of.newImprovementAction(place);
const atPlace = (_of: Cast, place: Place) => ({ id: place.locationId });
const employeeOf = (_of: Cast, place: Place) => ({ id: place.employeeId });
const member = (of: Cast) => ({ id: of.people.owner.memberId });
const goal = (of: Cast, place: Place) => of.newGoal(place);
const inputOf = (changes: Partial<ActionInput> = {}): ActionInput => ({
  title: "Greet at the door",
  description: "Nobody was noticed at noon",
  concern: changes.locationId ? "location" : changes.employeeId ? "employee" : "organization",
  locationId: null,
  employeeId: null,
  behaviourId: null,
  responsibleMemberId: null,
  startsOn: "2026-11-22",
  reviewOn: "2027-02-22",
  ...changes,
});
/** The caller's own location, for lines in which something else is passed. */
const here = (caller: Cast) => ({ locationId: caller.here.locationId });

const change = { own: "changes", foreign: "not found", limited: "not found" } as const;
const manage = { permission: "improvement-actions.manage", foreign: "not found" } as const;

export const improvementActions: Lines = {
  getImprovementAction: line({
    given: newAction,
    call: (scope, { id }) => getImprovementAction(scope, id),
    own: "shows",
    foreign: "not found",
    limited: "not found",
  }),
  listImprovementActions: line({
    given: newAction,
    call: (scope) => listImprovementActions(scope, { tab: "open", page: 1, q: "", location: "" }),
    own: "runs",
    foreign: "hides",
    limited: "hides",
  }),
  listResponsibleMembers: line({
    given: member,
    call: (scope) => listResponsibleMembers(scope),
    own: "shows",
    foreign: "hides",
  }),
  checkAction: [
    line({
      given: atPlace,
      call: (scope, { id }) => withScope(scope, (tx) => checkAction(tx, scope, inputOf({ locationId: id }))),
      own: "shows",
      foreign: "not found",
      limited: "not found",
    }),
    line({
      given: employeeOf,
      call: (scope, { id }) => withScope(scope, (tx) => checkAction(tx, scope, inputOf({ employeeId: id }))),
      own: "shows",
      foreign: "not found",
      limited: "not found",
    }),
    line({
      given: member,
      call: (scope, { id }, caller) =>
        withScope(scope, (tx) =>
          checkAction(tx, scope, inputOf({ ...here(caller), responsibleMemberId: id })),
        ),
      own: "shows",
      foreign: "not found",
    }),
    line({
      given: (of) => of.newBehaviour(),
      call: (scope, { id }, caller) =>
        withScope(scope, (tx) => checkAction(tx, scope, inputOf({ ...here(caller), behaviourId: id }))),
      own: "shows",
      foreign: "invalid",
    }),
    // What concerns everybody is not for a manager of one location.
    line({
      as: "localManager",
      call: (scope) => withScope(scope, (tx) => checkAction(tx, scope, inputOf())),
      own: "invalid",
      foreign: "takes nothing",
    }),
  ],

  createImprovementAction: [
    line({
      given: atPlace,
      call: (scope, { id }) =>
        createImprovementAction(scope, { ...inputOf({ locationId: id }), goalId: null }),
      ...change,
    }),
    line({
      given: goal,
      as: "owner",
      call: (scope, { id }, caller) =>
        createImprovementAction(scope, { ...inputOf(here(caller)), goalId: id }),
      own: "changes",
      foreign: "not found",
      limited: "not found",
    }),
  ],
  updateImprovementAction: line({
    given: newAction,
    call: (scope, { id }, caller) => updateImprovementAction(scope, { id, ...inputOf(here(caller)) }),
    ...change,
  }),
  changeActionStatus: line({
    given: newAction,
    call: (scope, { id }) => changeActionStatus(scope, { id, status: "running", outcome: null }),
    ...change,
  }),
  deleteImprovementAction: line({
    given: newAction,
    call: (scope, { id }) => deleteImprovementAction(scope, id),
    ...change,
  }),

  createImprovementActionAction: action({
    ...manage,
    given: atPlace,
    input: ({ id }) => inputOf({ locationId: id }),
  }),
  updateImprovementActionAction: action({
    ...manage,
    given: newAction,
    input: ({ id }, caller) => ({ id, ...inputOf(here(caller)) }),
  }),
  changeActionStatusAction: action({
    ...manage,
    given: newAction,
    input: ({ id }) => ({ id, status: "cancelled" }),
  }),
  deleteImprovementActionAction: action({ ...manage, given: newAction, input: ({ id }) => ({ id }) }),
};
