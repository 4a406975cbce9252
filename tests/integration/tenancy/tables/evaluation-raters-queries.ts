import { expect } from "vitest";
import { getNominationSubject } from "@/features/evaluation-cycles/raters/queries/get-nomination-subject";
import { getRaterCandidate } from "@/features/evaluation-cycles/raters/queries/get-rater-candidate";
import { getSubjectRaters } from "@/features/evaluation-cycles/raters/queries/get-subject-raters";
import { listMyEvaluations } from "@/features/evaluation-cycles/raters/queries/list-my-evaluations";
import { searchRaterCandidates } from "@/features/evaluation-cycles/raters/queries/search-rater-candidates";
import { writeNominationMail } from "@/features/evaluation-cycles/raters/queries/write-nomination-mail";
import { withScope } from "@/server/database";
import type { Cast } from "../cast";
import { type Lines, line } from "../line";
import type { Place } from "../makers";

export const subject = (of: Cast, place: Place) => of.newEvaluationSubject(place);
export const nobody = { employeeId: null, customerId: null, name: null, email: null, language: null };
/** Who deals with a subject's raters is decided subject by subject: another manager's or colleague's does not exist. */
export const walls = { foreign: "not found", limited: "not found", employee: "not found" } as const;

export const raterQueries: Lines = {
  getNominationSubject: line({
    given: subject,
    call: (scope, { subjectId }) => withScope(scope, (tx) => getNominationSubject(tx, scope, subjectId)),
    own: "shows",
    ...walls,
  }),
  getRaterCandidate: [
    line({
      given: async (of, _place, caller) => ({
        mine: await caller.newEvaluationSubject(),
        id: (await of.newEmployee()).id,
      }),
      call: (scope, { mine, id }) =>
        withScope(scope, async (tx) => {
          const found = await getNominationSubject(tx, scope, mine.subjectId);
          return getRaterCandidate(tx, scope, found, { ...nobody, employeeId: id });
        }),
      own: "shows",
      foreign: "not found",
    }),
    line({
      given: async (of, _place, caller) => ({
        mine: await caller.newEvaluationSubject(),
        id: (await of.newCustomer()).id,
      }),
      call: (scope, { mine, id }) =>
        withScope(scope, async (tx) => {
          const found = await getNominationSubject(tx, scope, mine.subjectId);
          return getRaterCandidate(tx, scope, found, { ...nobody, customerId: id });
        }),
      own: "shows",
      foreign: "not found",
    }),
  ],
  getSubjectRaters: line({
    given: async (of, place) => {
      const made = await of.newRating(place);
      return { ...made, id: made.ratingId };
    },
    call: (scope, { subjectId }) => getSubjectRaters(scope, subjectId),
    own: "shows",
    ...walls,
  }),
  searchRaterCandidates: [
    line({
      given: async (of, place) => ({
        ...(await of.newEvaluationSubject(place)),
        ...(await of.newEmployee()),
      }),
      call: (scope, { subjectId, name }) =>
        searchRaterCandidates(scope, { subjectId, raterGroup: "peer", query: name }),
      own: "shows",
      ...walls,
    }),
    line({
      given: async (of, _place, caller) => ({
        ...(await of.newCustomer()),
        mine: await caller.newEvaluationSubject(),
      }),
      call: (scope, { mine, name }) =>
        searchRaterCandidates(scope, { subjectId: mine.subjectId, raterGroup: "customer", query: name }),
      own: "shows",
      foreign: "nothing",
    }),
  ],
  listMyEvaluations: line({
    as: "localManager",
    given: async (of, place) => {
      const made = await of.newRating(place);
      return { ...made, id: made.subjectId };
    },
    call: (scope) => listMyEvaluations(scope),
    own: "shows",
    foreign: "hides",
    limited: "hides",
  }),
  writeNominationMail: line({
    given: (of, place) => of.newEvaluationSubject(place, { status: "nomination", nominatedBy: "subject" }),
    as: "employee",
    call: (scope, { subjectId }) =>
      writeNominationMail(scope, {
        id: subjectId,
        kind: "nominateNow",
        subjectId,
        occasion: "",
        attempts: 0,
        reader: {
          memberId: subjectId,
          userId: subjectId,
          name: "Reader",
          email: "reader@example.test",
          language: "en",
        },
      }),
    own: ({ result }) =>
      expect(result).toMatchObject({ button: { path: expect.stringContaining("/evaluations/") } }),
    foreign: "nothing",
    employee: "nothing",
  }),
};
