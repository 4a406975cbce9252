import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";
import { askForNominations } from "@/features/evaluation-cycles/raters/commands/ask-for-nominations";
import { correctAddresses } from "@/features/evaluation-cycles/raters/commands/correct-addresses";
import { decideProposals } from "@/features/evaluation-cycles/raters/commands/decide-proposals";
import { ensureRater } from "@/features/evaluation-cycles/raters/commands/ensure-rater";
import { fillNamedGroups } from "@/features/evaluation-cycles/raters/commands/fill-named-groups";
import { findUnsentEvaluationMail } from "@/features/evaluation-cycles/raters/commands/find-unsent-evaluation-mail";
import { inviteRaters } from "@/features/evaluation-cycles/raters/commands/invite-raters";
import { lockRatersOfCycle } from "@/features/evaluation-cycles/raters/commands/lock-raters-of-cycle";
import { nominateOwnPeople } from "@/features/evaluation-cycles/raters/commands/nominate-own-people";
import { nominateRater } from "@/features/evaluation-cycles/raters/commands/nominate-rater";
import { queueEvaluationMails } from "@/features/evaluation-cycles/raters/commands/queue-evaluation-mails";
import { remindRaters } from "@/features/evaluation-cycles/raters/commands/remind-raters";
import { restoreRater } from "@/features/evaluation-cycles/raters/commands/restore-rater";
import { sendEvaluationMail } from "@/features/evaluation-cycles/raters/commands/send-evaluation-mail";
import { takeOffRater } from "@/features/evaluation-cycles/raters/commands/take-off-rater";
import { tellOfProposals } from "@/features/evaluation-cycles/raters/commands/tell-of-proposals";
import { withScope } from "@/server/database";
import { createSubject } from "../../../factories/evaluations";
import type { Cast } from "../cast";
import { action, type Lines, line } from "../line";
import type { Place } from "../makers";
import { nobody, raterQueries, subject, walls } from "./evaluation-raters-queries";

const cycle = (of: Cast) => of.newEvaluationCycle();
const rating = (of: Cast, place: Place) => of.newRating(place);
const proposal = (of: Cast, place: Place) => of.newRating(place, { status: "proposed" });
const takenOff = async (of: Cast, place: Place) => {
  const made = await of.newRating(place);
  const where = { organizationId: of.organization.id, id: made.ratingId };
  await withScope(of.scope, (tx) =>
    tx.evaluationRating.updateMany({ where, data: { withdrawnAt: of.scope.now } }),
  );
  return made;
};
const mail = async (of: Cast, place: Place) => {
  const { raterId } = await of.newRating(place);
  const id = uuidv7();
  await withScope(of.scope, (tx) =>
    tx.evaluationMail.createMany({
      data: { organizationId: of.organization.id, id, raterId, kind: "invitation" },
    }),
  );
  return { id };
};
const person = { customerId: null, employeeId: null, memberId: null, name: "Somebody", language: "en" };
const stranger = () => ({ ...person, email: `somebody-${uuidv7()}@example.test` });

const commands: Lines = {
  lockRatersOfCycle: line({
    given: cycle,
    call: (scope, { id }) => withScope(scope, (tx) => lockRatersOfCycle(tx, scope, id)),
    own: "shows",
    foreign: "not found",
  }),
  correctAddresses: line({
    given: async (of, place) => {
      const { email, id: employeeId } = await of.newEmployee(place);
      const made = await of.newRating(place, { employeeId });
      const { organization } = of;
      await withScope(of.scope, (tx) =>
        tx.evaluationMail.createMany({
          data: {
            organizationId: organization.id,
            raterId: made.raterId,
            kind: "invitation",
            state: "failed",
          },
        }),
      );
      return { ...made, email };
    },
    call: (scope, { cycleId }) => withScope(scope, (tx) => correctAddresses(tx, scope, cycleId)),
    own: ({ changed }) => expect(changed).toEqual(["evaluation_raters"]),
    foreign: "nothing",
  }),
  ensureRater: line({
    given: cycle,
    call: (scope, { id }) => withScope(scope, (tx) => ensureRater(tx, scope, id, stranger())),
    own: "changes",
    foreign: "constraint",
  }),
  fillNamedGroups: line({
    given: subject,
    as: "job",
    call: (scope, { cycleId }) =>
      withScope(scope, (tx) =>
        fillNamedGroups(tx, scope, {
          id: cycleId,
          groups: [{ raterGroup: "self" }, { raterGroup: "manager" }],
        }),
      ),
    own: ({ changed }) => expect(changed).toEqual(["evaluation_raters", "evaluation_ratings"]),
    foreign: "nothing",
  }),
  inviteRaters: line({
    given: subject,
    as: "job",
    call: (scope, { cycleId }) => withScope(scope, (tx) => inviteRaters(tx, scope, cycleId)),
    own: ({ result, changed }) => {
      expect(result).toBe(2);
      expect(changed).toContain("evaluation_mails");
    },
    foreign: "not found",
  }),
  queueEvaluationMails: line({
    given: rating,
    as: "job",
    call: (scope, { raterId }) =>
      withScope(scope, (tx) =>
        queueEvaluationMails(tx, scope, [{ raterId, kind: "reminder", occasion: "2026-12-01" }]),
      ),
    own: ({ changed }) => expect(changed).toEqual(["evaluation_mails", "jobs"]),
    foreign: "constraint",
  }),
  findUnsentEvaluationMail: line({
    given: mail,
    as: "job",
    call: (scope, { id }) => withScope(scope, (tx) => findUnsentEvaluationMail(tx, scope, id)),
    own: "shows",
    foreign: "nothing",
  }),
  sendEvaluationMail: line({
    given: mail,
    as: "job",
    call: (scope, { id }) => sendEvaluationMail(scope, id),
    // No mail server listens: the failed try is written down and planned again.
    own: ({ changed }) => expect(changed).toEqual(["evaluation_mails", "jobs"]),
    foreign: "nothing",
  }),
  remindRaters: line({
    given: rating,
    as: "job",
    call: (scope) => remindRaters(scope),
    own: "nothing",
    foreign: "nothing",
  }),
  askForNominations: line({
    given: subject,
    call: (scope, { cycleId }) => withScope(scope, (tx) => askForNominations(tx, scope, cycleId)),
    own: ({ changed }) => expect(changed).toEqual(["jobs", "member_mails"]),
    foreign: "nothing",
  }),
  tellOfProposals: line({
    given: subject,
    call: (scope, given) => withScope(scope, (tx) => tellOfProposals(tx, scope, given)),
    own: ({ changed }) => expect(changed).toEqual(["jobs", "member_mails"]),
    foreign: "constraint",
  }),
  nominateRater: [
    line({
      given: async (of, place, caller) => ({
        subjectId: (await of.newEvaluationSubject(place)).subjectId,
        employeeId: (await caller.newEmployee()).id,
      }),
      call: (scope, given) => nominateRater(scope, { ...nobody, ...given, raterGroup: "peer" }),
      own: ({ error, changed }) => {
        if (error) throw error;
        expect(changed).toContain("evaluation_ratings");
      },
      ...walls,
    }),
    line({
      given: async (of, _place, caller) => ({
        subjectId: (await caller.newEvaluationSubject()).subjectId,
        employeeId: (await of.newEmployee()).id,
      }),
      call: (scope, given) => nominateRater(scope, { ...nobody, ...given, raterGroup: "peer" }),
      own: "changes",
      foreign: "not found",
    }),
    line({
      given: async (of, _place, caller) => ({
        subjectId: (await caller.newEvaluationSubject()).subjectId,
        customerId: (await of.newCustomer()).id,
      }),
      call: (scope, given) => nominateRater(scope, { ...nobody, ...given, raterGroup: "customer" }),
      own: "changes",
      foreign: "not found",
    }),
  ],
  nominateOwnPeople: line({
    given: subject,
    call: (scope, { subjectId }) => nominateOwnPeople(scope, { subjectId }),
    // Of an employee: only teams and locations have their own people.
    own: "conflict",
    ...walls,
  }),
  decideProposals: [
    line({
      given: proposal,
      call: (scope, { subjectId, ratingId }) =>
        decideProposals(scope, { subjectId, ratingIds: [ratingId], isApproved: true }),
      own: "changes",
      ...walls,
    }),
    line({
      given: async (of, place, caller) => ({
        mine: await caller.newRating(caller.here, { status: "proposed" }),
        ratingId: (await of.newRating(place, { status: "proposed" })).ratingId,
      }),
      call: (scope, { mine, ratingId }) =>
        decideProposals(scope, { subjectId: mine.subjectId, ratingIds: [ratingId], isApproved: true }),
      // Of another subject.
      own: "not found",
      foreign: "not found",
    }),
  ],
  takeOffRater: line({
    given: rating,
    call: (scope, { ratingId }) => takeOffRater(scope, { ratingId }),
    own: "changes",
    ...walls,
  }),
  restoreRater: line({
    given: takenOff,
    call: (scope, { ratingId }) => restoreRater(scope, { ratingId }),
    own: "changes",
    ...walls,
  }),
};

const takePart = { permission: "evaluations.take-part", foreign: "not found" } as const;
const actions: Lines = {
  nominateRaterAction: action({
    ...takePart,
    given: async (of, place, caller) => ({
      subjectId: (await of.newEvaluationSubject(place)).subjectId,
      employeeId: (await caller.newEmployee()).id,
    }),
    input: (given) => ({ ...given, raterGroup: "peer" }),
  }),
  nominateOwnPeopleAction: action({
    ...takePart,
    given: async (of) => {
      const { id: locationId } = await of.newLocation();
      await of.newEmployee({ ...of.here, locationId });
      const cycle = await of.newEvaluationCycle();
      const { id } = await createSubject(of.scope, cycle, { kind: "location", locationId });
      return { id };
    },
    input: ({ id }) => ({ subjectId: id }),
  }),
  decideProposalsAction: action({
    ...takePart,
    given: proposal,
    input: ({ subjectId, ratingId }) => ({ subjectId, ratingIds: [ratingId], isApproved: false }),
  }),
  takeOffRaterAction: action({ ...takePart, given: rating, input: ({ ratingId }) => ({ ratingId }) }),
  restoreRaterAction: action({ ...takePart, given: takenOff, input: ({ ratingId }) => ({ ratingId }) }),
  searchRaterCandidatesAction: action({
    ...takePart,
    given: subject,
    input: ({ subjectId }) => ({ subjectId, raterGroup: "peer", query: "" }),
    own: "runs",
  }),
};

export const evaluationRaters: Lines = { ...commands, ...raterQueries, ...actions };
