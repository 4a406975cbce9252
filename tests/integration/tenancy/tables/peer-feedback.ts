import { expect } from "vitest";
import { answerFeedbackRequest } from "@/features/peer-feedback/commands/answer-feedback-request";
import { declineFeedbackRequest } from "@/features/peer-feedback/commands/decline-feedback-request";
import { giveFeedback } from "@/features/peer-feedback/commands/give-feedback";
import { lockOpenRequest } from "@/features/peer-feedback/commands/lock-open-request";
import { mailColleague } from "@/features/peer-feedback/commands/mail-colleague";
import { markFeedbackRead } from "@/features/peer-feedback/commands/mark-feedback-read";
import { requestFeedback } from "@/features/peer-feedback/commands/request-feedback";
import { shareFeedback } from "@/features/peer-feedback/commands/share-feedback";
import { withdrawFeedbackRequest } from "@/features/peer-feedback/commands/withdraw-feedback-request";
import { countFeedback } from "@/features/peer-feedback/queries/count-feedback";
import { findColleague } from "@/features/peer-feedback/queries/find-colleague";
import { findColleagueOption } from "@/features/peer-feedback/queries/find-colleague-option";
import { getFeedbackRequest } from "@/features/peer-feedback/queries/get-feedback-request";
import { listEncounterChoices } from "@/features/peer-feedback/queries/list-encounter-choices";
import { listFeedback } from "@/features/peer-feedback/queries/list-feedback";
import { listOwnManagers } from "@/features/peer-feedback/queries/list-own-managers";
import { requireEncounterBetween } from "@/features/peer-feedback/queries/require-encounter-between";
import { searchColleagues } from "@/features/peer-feedback/queries/search-colleagues";
import { writeFeedbackMail } from "@/features/peer-feedback/queries/write-feedback-mail";
import { withOwnPapers, withScope } from "@/server/database";
import type { Cast } from "../cast";
import { action, type Lines, line } from "../line";
import type { Place } from "../makers";

/** Somebody at the same place who can sign in and read what is written to him or her. */
export async function newColleague(of: Cast) {
  const { id, name } = await of.newEmployee();
  const { memberId } = await of.newMember("employee", { employeeId: id });
  return { id, name, memberId, colleagueId: id };
}

/** The place's employee got it. */
const received = (of: Cast, place: Place) => of.newFeedback(place);
const askedByMe = (of: Cast, place: Place) => of.newFeedback(place, { status: "requested" });
const shared = (of: Cast, place: Place) => of.newFeedback(place, { isShared: true });
const other = (of: Cast, place: Place) => (place.isHere ? of.elsewhere : of.here);
/** The place's employee was asked for it. */
const askedOfMe = (of: Cast, place: Place) => of.newFeedback(other(of, place), { status: "requested" });

const nothingMore = { encounterId: null, behaviourId: null };
const written = { worked: "You waited.", toTry: null };
const asEmployee = { as: "employee" } as const;
const ownOnly = { ...asEmployee, own: "changes", foreign: "not found", employee: "not found" } as const;
const use = { permission: "peer-feedback.use", as: "employee", foreign: "not found" } as const;

export const peerFeedback: Lines = {
  listFeedback: [
    line({
      ...asEmployee,
      given: received,
      call: (scope) => listFeedback(scope, "received"),
      own: "shows",
      foreign: "hides",
      employee: "hides",
    }),
    line({
      given: shared,
      call: (scope) => listFeedback(scope, "shared"),
      own: "shows",
      foreign: "hides",
      limited: "hides",
    }),
    line({
      given: received,
      call: (scope) => listFeedback(scope, "shared"),
      own: "hides",
      foreign: "hides",
    }),
  ],
  countFeedback: line({
    ...asEmployee,
    given: askedOfMe,
    call: (scope) => countFeedback(scope),
    own: ({ result }) => expect((result as { asked: number }).asked).toBeGreaterThan(0),
    foreign: "runs",
  }),
  getFeedbackRequest: line({
    ...asEmployee,
    given: askedOfMe,
    call: (scope, { id }) => getFeedbackRequest(scope, id),
    own: "shows",
    foreign: "not found",
    employee: "not found",
  }),
  listOwnManagers: line({
    ...asEmployee,
    call: (scope) => listOwnManagers(scope),
    own: "shows",
    foreign: "takes nothing",
  }),
  searchColleagues: line({
    ...asEmployee,
    given: newColleague,
    call: (scope, { name }) => searchColleagues(scope, name, { withAccount: true }),
    own: "shows",
    foreign: "nothing",
  }),
  findColleague: line({
    ...asEmployee,
    given: newColleague,
    call: (scope, { id }) => withScope(scope, (tx) => findColleague(tx, scope, id)),
    own: "shows",
    foreign: "not found",
  }),
  findColleagueOption: line({
    ...asEmployee,
    given: newColleague,
    call: (scope, { id }) => findColleagueOption(scope, id),
    own: "shows",
    foreign: "nothing",
  }),
  listEncounterChoices: line({
    // Of somebody without any other: the list ends after the latest.
    given: async (of: Cast, place: Place) => {
      const { id: employeeId } = await of.newEmployee(place);
      return { employeeId, id: (await of.newEncounter({ ...place, employeeId })).id as string };
    },
    call: (scope, { employeeId }) => listEncounterChoices(scope, employeeId),
    own: "shows",
    foreign: "hides",
    limited: "hides",
    employee: "hides",
  }),
  requireEncounterBetween: line({
    given: async (of: Cast, place: Place) => ({ ...place, id: (await of.newEncounter(place)).id as string }),
    call: (scope, { id, employeeId }) =>
      withScope(scope, (tx) => requireEncounterBetween(tx, scope, id, employeeId)),
    own: "nothing",
    foreign: "not found",
    limited: "not found",
    employee: "not found",
  }),
  writeFeedbackMail: line({
    ...asEmployee,
    given: received,
    call: (scope, { id }) =>
      writeFeedbackMail(scope, {
        id,
        kind: "feedbackReceived",
        subjectId: id,
        occasion: "",
        attempts: 0,
        reader: { memberId: id, userId: id, name: "Reader", email: "reader@example.test", language: "en" },
      }),
    own: ({ result }) => expect(result).toMatchObject({ button: { path: "/feedback?tab=received" } }),
    foreign: "nothing",
    employee: "nothing",
  }),

  mailColleague: line({
    ...asEmployee,
    given: newColleague,
    call: (scope, { memberId }) =>
      withScope(scope, (tx) =>
        mailColleague(tx, scope, [memberId], { kind: "thanked", subjectId: memberId }),
      ),
    own: ({ changed }) => expect(changed).toEqual(["jobs", "member_mails"]),
    foreign: "constraint",
  }),
  lockOpenRequest: line({
    ...asEmployee,
    given: askedOfMe,
    call: (scope, { id }) => withOwnPapers(scope, (tx) => lockOpenRequest(tx, scope, id, "giver")),
    own: "runs",
    foreign: "not found",
    employee: "not found",
  }),
  requestFeedback: [
    line({
      ...asEmployee,
      given: newColleague,
      call: (scope, { colleagueId }) =>
        requestFeedback(scope, { ...nothingMore, colleagueId, question: null }),
      own: ({ changed }) => expect(changed).toEqual(["jobs", "member_mails", "peer_feedback"]),
      foreign: "not found",
    }),
    line({
      ...asEmployee,
      given: (of) => of.newBehaviour(),
      call: async (scope, { id }, caller) => {
        const { colleagueId } = await newColleague(caller);
        return requestFeedback(scope, { encounterId: null, behaviourId: id, colleagueId, question: null });
      },
      own: "changes",
      foreign: ({ error }) => expect(String(error)).toContain("notFound"),
    }),
  ],
  giveFeedback: line({
    ...asEmployee,
    given: newColleague,
    call: (scope, { colleagueId }) => giveFeedback(scope, { ...nothingMore, ...written, colleagueId }),
    own: "changes",
    foreign: "not found",
  }),
  answerFeedbackRequest: line({
    ...ownOnly,
    given: askedOfMe,
    call: (scope, { id }) => answerFeedbackRequest(scope, { id, behaviourId: null, ...written }),
  }),
  declineFeedbackRequest: line({
    ...ownOnly,
    given: askedOfMe,
    call: (scope, { id }) => declineFeedbackRequest(scope, id),
  }),
  withdrawFeedbackRequest: line({
    ...ownOnly,
    given: askedByMe,
    call: (scope, { id }) => withdrawFeedbackRequest(scope, id),
  }),
  shareFeedback: line({
    ...ownOnly,
    given: received,
    call: (scope, { id }) => shareFeedback(scope, { id, isShared: true }),
  }),
  markFeedbackRead: line({
    ...asEmployee,
    given: received,
    call: (scope, { id }) => markFeedbackRead(scope, [id]),
    own: "changes",
    foreign: "nothing",
    employee: "nothing",
  }),

  requestFeedbackAction: action({
    ...use,
    given: newColleague,
    input: ({ colleagueId }) => ({ colleagueId }),
  }),
  giveFeedbackAction: action({
    ...use,
    given: newColleague,
    input: ({ colleagueId }) => ({ colleagueId, ...written }),
  }),
  answerFeedbackRequestAction: action({ ...use, given: askedOfMe, input: ({ id }) => ({ id, ...written }) }),
  declineFeedbackRequestAction: action({ ...use, given: askedOfMe, input: ({ id }) => ({ id }) }),
  withdrawFeedbackRequestAction: action({ ...use, given: askedByMe, input: ({ id }) => ({ id }) }),
  shareFeedbackAction: action({ ...use, given: received, input: ({ id }) => ({ id }) }),
  unshareFeedbackAction: action({ ...use, given: shared, input: ({ id }) => ({ id }) }),
  markFeedbackReadAction: action({
    ...use,
    given: received,
    input: ({ id }) => ({ ids: [id] }),
    foreign: "nothing",
  }),
  searchFeedbackColleaguesAction: action({
    ...use,
    given: newColleague,
    input: ({ name }) => ({ query: name }),
    own: "shows",
    foreign: "nothing",
  }),
};
