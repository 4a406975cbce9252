import { expect } from "vitest";
import { addSubjects } from "@/features/evaluation-cycles/commands/add-subjects";
import { cancelCycle } from "@/features/evaluation-cycles/commands/cancel-cycle";
import { closeCycle } from "@/features/evaluation-cycles/commands/close-cycle";
import { createCycle } from "@/features/evaluation-cycles/commands/create-cycle";
import { extendCycle } from "@/features/evaluation-cycles/commands/extend-cycle";
import { findEvaluationWork } from "@/features/evaluation-cycles/commands/find-evaluation-work";
import { lockCycle } from "@/features/evaluation-cycles/commands/lock-cycle";
import { nameManager } from "@/features/evaluation-cycles/commands/name-manager";
import { openCycle } from "@/features/evaluation-cycles/commands/open-cycle";
import { openNomination } from "@/features/evaluation-cycles/commands/open-nomination";
import { readLikelyManagers, readNewSubjects } from "@/features/evaluation-cycles/commands/read-new-subjects";
import { removeSubject } from "@/features/evaluation-cycles/commands/remove-subject";
import { requireManager } from "@/features/evaluation-cycles/commands/require-manager";
import { requireStartable } from "@/features/evaluation-cycles/commands/require-startable";
import { tendCycles } from "@/features/evaluation-cycles/commands/tend-cycles";
import { updateCycle } from "@/features/evaluation-cycles/commands/update-cycle";
import { getCycle } from "@/features/evaluation-cycles/queries/get-cycle";
import { listCycleSubjects } from "@/features/evaluation-cycles/queries/list-cycle-subjects";
import { listCycles } from "@/features/evaluation-cycles/queries/list-cycles";
import { listManagerChoices } from "@/features/evaluation-cycles/queries/list-manager-choices";
import { listSubjectChoices } from "@/features/evaluation-cycles/queries/list-subject-choices";
import { withScope } from "@/server/database";
import { makeScope } from "@/server/scope";
import type { Cast } from "../cast";
import { action, type Lines, line } from "../line";
import type { Place } from "../makers";

const settings = (frameworkId: string) => ({
  name: "Renamed",
  purpose: { en: "To learn." },
  frameworkId,
  anonymityK: 3,
  commentK: 3,
  gapThreshold: null,
  nominatedBy: "manager" as const,
  nominateUntil: null,
  opensOn: "2026-01-01",
  closesOn: "2099-12-31",
  reminderDays: [7],
  managersSee: true,
  ownersSee: true,
  subjectSeesAfterDays: 0,
  groups: [
    { raterGroup: "self" as const, minimum: 0, maximum: 1 },
    { raterGroup: "peer" as const, minimum: 0, maximum: 20 },
  ],
});

/** The same as its form sends it. */
const form = (frameworkId: string) => ({
  name: "Renamed",
  frameworkId,
  anonymityK: "3",
  commentK: "3",
  nominatedBy: "manager" as const,
  opensOn: "2026-01-01",
  closesOn: "2099-12-31",
  managersSee: "on",
  subjectSeesAfterDays: "0",
  "peer.used": "on",
  "peer.maximum": "9",
});

/** Cycles are the whole organization's. */
const whole = { own: "changes", foreign: "not found", limited: "forbidden" } as const;
const shown = { own: "shows", foreign: "not found", limited: "forbidden" } as const;
const draft = (of: Cast) => of.newEvaluationCycle({ status: "draft" });
const draftWithSubject = (of: Cast, place: Place) => of.newEvaluationSubject(place, { status: "draft" });
const collecting = (of: Cast) => of.newEvaluationCycle();
/** A cycle to add somebody to, and whom. */
const toAdd = async (of: Cast, place: Place) => ({
  cycleId: (await draft(of)).id,
  kind: "employee" as const,
  subjects: [place.employeeId],
  managerMemberId: null as string | null,
});
/** The caller's own cycle, with one thing of somebody else's. */
const toAddWith =
  (foreign: (of: Cast) => Promise<object> | object) => async (of: Cast, place: Place, caller: Cast) => ({
    ...(await toAdd(caller, of === caller ? place : caller.here)),
    ...(await foreign(of)),
  });
const toName = async (of: Cast, place: Place) => {
  const { cycleId, subjectId } = await draftWithSubject(of, place);
  return { cycleId, subjectIds: [subjectId], managerMemberId: of.people.owner.memberId as string | null };
};
const choices = { kind: "employee", locationId: null, teamId: null, q: "" } as const;

const commands: Lines = {
  createCycle: line({
    given: (of) => of.newEvaluationFramework(),
    call: (scope, { id }) => createCycle(scope, settings(id)),
    ...whole,
  }),
  updateCycle: [
    line({
      given: draft,
      call: (scope, { cycleId, framework }) => updateCycle(scope, { cycleId, ...settings(framework.id) }),
      ...whole,
    }),
    line({
      given: async (of, _place, caller) => ({
        cycleId: (await draft(caller)).id,
        frameworkId: (await of.newFrameworkOfItsOwn()).id,
      }),
      call: (scope, { cycleId, frameworkId }) => updateCycle(scope, { cycleId, ...settings(frameworkId) }),
      own: "changes",
      foreign: "not found",
    }),
  ],
  openNomination: line({
    given: draftWithSubject,
    call: (scope, { cycleId }) => openNomination(scope, { cycleId }),
    ...whole,
  }),
  openCycle: line({
    given: draftWithSubject,
    call: (scope, { cycleId }) => openCycle(scope, { cycleId }),
    ...whole,
  }),
  closeCycle: line({
    given: collecting,
    call: (scope, { cycleId }) => closeCycle(scope, { cycleId }),
    ...whole,
  }),
  extendCycle: line({
    given: (of) => of.newEvaluationCycle({ status: "closed" }),
    call: (scope, { cycleId }) => extendCycle(scope, { cycleId, closesOn: "2099-12-31" }),
    ...whole,
  }),
  cancelCycle: line({
    given: (of, place) => of.newRating(place, { status: "submitted" }),
    call: (scope, { cycleId }) => cancelCycle(scope, { cycleId }),
    ...whole,
  }),
  addSubjects: [
    line({ given: toAdd, call: (scope, given) => addSubjects(scope, given), ...whole }),
    ...[
      (of: Cast) => ({ subjects: [of.here.employeeId] }),
      (of: Cast) => ({ kind: "team", subjects: [of.teamId] }),
      (of: Cast) => ({ kind: "location", subjects: [of.here.locationId] }),
      (of: Cast) => ({ managerMemberId: of.people.owner.memberId }),
    ].map((foreign) =>
      line({
        given: toAddWith(foreign),
        call: (scope, given) => addSubjects(scope, given),
        own: "changes",
        foreign: "not found",
      }),
    ),
  ],
  removeSubject: line({
    given: draftWithSubject,
    call: (scope, { subjectId }) => removeSubject(scope, { subjectId }),
    ...whole,
  }),
  nameManager: [
    line({ given: toName, call: (scope, given) => nameManager(scope, given), ...whole }),
    ...[
      async (of: Cast) => ({ subjectIds: (await toName(of, of.here)).subjectIds, cycleId: undefined }),
      (of: Cast) => ({ managerMemberId: of.people.owner.memberId }),
    ].map((foreign) =>
      line({
        given: async (of, place, caller) => {
          const own = await toName(caller, of === caller ? place : caller.here);
          return of === caller ? own : { ...own, ...(await foreign(of)), cycleId: own.cycleId };
        },
        call: (scope, given) => nameManager(scope, given),
        own: "changes",
        foreign: "not found",
      }),
    ),
  ],
  findEvaluationWork: line({
    // Night in the zones of both: no organization gets a job. That it is told of all is its purpose.
    call: () => findEvaluationWork(new Date("2026-11-19T02:00:00Z")),
    own: "nothing",
    foreign: "takes nothing",
  }),
  tendCycles: line({
    given: (of, place) => of.newEvaluationSubject(place, { status: "nomination" }),
    as: "job",
    // By day, whenever the test runs.
    call: (scope) => tendCycles(makeScope({ ...scope, now: new Date("2026-11-23T10:00:00Z") })),
    own: "changes",
    // Cycles of the caller's own may be due as well.
    foreign: ({ error }) => expect(error).toBeUndefined(),
  }),
  lockCycle: line({
    given: draft,
    call: (scope, { id }) => withScope(scope, (tx) => lockCycle(tx, scope, id)),
    ...shown,
  }),
  requireStartable: line({
    given: draftWithSubject,
    call: (scope, { cycleId, framework }) =>
      withScope(scope, (tx) =>
        requireStartable(tx, scope, { id: cycleId, frameworkId: framework.id, frameworkVersionId: null }),
      ),
    own: "runs",
    foreign: "not found",
  }),
  requireManager: line({
    given: (of) => of.people.owner,
    call: (scope, { memberId }) => withScope(scope, (tx) => requireManager(tx, scope, memberId)),
    own: "runs",
    foreign: "not found",
  }),
  readNewSubjects: line({
    given: (_of, place) => place,
    call: (scope, { employeeId }) =>
      withScope(scope, (tx) => readNewSubjects(tx, scope, "employee", [employeeId])),
    own: "runs",
    foreign: "not found",
  }),
  readLikelyManagers: line({
    call: (scope) => withScope(scope, (tx) => readLikelyManagers(tx, scope)),
    own: "runs",
    foreign: "takes nothing",
  }),
};

const queries: Lines = {
  listCycles: line({
    call: (scope) => listCycles(scope),
    own: "shows",
    foreign: "takes nothing",
  }),
  getCycle: line({ given: draft, call: (scope, { id }) => getCycle(scope, id), ...shown }),
  listCycleSubjects: line({
    given: draftWithSubject,
    call: (scope, { cycleId }) => listCycleSubjects(scope, cycleId),
    ...shown,
  }),
  listManagerChoices: line({
    call: (scope) => listManagerChoices(scope),
    own: "shows",
    foreign: "takes nothing",
  }),
  listSubjectChoices: line({
    given: async (of, place) => ({ id: place.employeeId, cycleId: (await draft(of)).id }),
    call: (scope, { cycleId }) => listSubjectChoices(scope, cycleId, choices),
    ...shown,
  }),
};

const manage = { permission: "evaluation-cycles.manage", foreign: "not found" } as const;
const ofCycle = ({ cycleId }: { cycleId: string }) => ({ cycleId });

const actions: Lines = {
  createEvaluationCycleAction: action({
    ...manage,
    given: (of) => of.newEvaluationFramework(),
    input: ({ id }) => form(id),
  }),
  updateEvaluationCycleAction: action({
    ...manage,
    given: draft,
    input: ({ cycleId, framework }) => ({ cycleId, ...form(framework.id) }),
  }),
  openNominationAction: action({
    ...manage,
    given: (of) => draftWithSubject(of, of.here),
    input: ofCycle,
  }),
  openCycleAction: action({ ...manage, given: (of) => draftWithSubject(of, of.here), input: ofCycle }),
  closeCycleAction: action({ ...manage, given: collecting, input: ofCycle }),
  extendCycleAction: action({
    ...manage,
    given: (of) => of.newEvaluationCycle({ status: "closed" }),
    input: ({ cycleId }) => ({ cycleId, closesOn: "2099-12-31" }),
  }),
  cancelCycleAction: action({ ...manage, given: collecting, input: ofCycle }),
  addSubjectsAction: action({ ...manage, given: (of) => toAdd(of, of.here), input: (given) => given }),
  removeSubjectAction: action({
    ...manage,
    given: (of) => draftWithSubject(of, of.here),
    input: ({ subjectId }) => ({ subjectId }),
  }),
  nameManagerAction: action({ ...manage, given: (of) => toName(of, of.here), input: (given) => given }),
};

export const evaluationCycles: Lines = { ...queries, ...commands, ...actions };
