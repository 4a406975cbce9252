import { expect } from "vitest";
import { removeThanks } from "@/features/recognitions/commands/remove-thanks";
import { setShownOnWall } from "@/features/recognitions/commands/set-shown-on-wall";
import { thankColleague } from "@/features/recognitions/commands/thank-colleague";
import { findThankedColleague } from "@/features/recognitions/queries/find-thanked-colleague";
import { getShownOnWall } from "@/features/recognitions/queries/get-shown-on-wall";
import { listCommentChoices } from "@/features/recognitions/queries/list-comment-choices";
import { listRecognitions } from "@/features/recognitions/queries/list-recognitions";
import { listWallTeams } from "@/features/recognitions/queries/list-wall-teams";
import { writeThanksMail } from "@/features/recognitions/queries/write-thanks-mail";
import type { Cast } from "../cast";
import { action, type Lines, line } from "../line";
import type { Place } from "../makers";
import { newColleague } from "./peer-feedback";

const thanks = (of: Cast, place: Place) => of.newRecognition(place);
/** A comment about the place's employee. */
const comment = async (of: Cast, place: Place) => ({
  id: (await of.newAnswer(place)).response.id,
  colleagueId: place.employeeId,
});
const nothingMore = { encounterId: null, responseId: null };
const message = "You stayed calm.";
const use = { permission: "recognitions.use", foreign: "not found" } as const;

export const recognitions: Lines = {
  listRecognitions: [
    line({
      given: thanks,
      call: (scope) => listRecognitions(scope, { tab: "wall", team: null }),
      own: "shows",
      foreign: "hides",
    }),
    line({
      as: "employee",
      given: thanks,
      call: (scope) => listRecognitions(scope, { tab: "mine", team: null }),
      own: "shows",
      foreign: "hides",
      employee: "hides",
    }),
  ],
  listWallTeams: line({
    given: (of) => of.newTeam(),
    call: (scope) => listWallTeams(scope),
    own: "shows",
    foreign: "hides",
  }),
  getShownOnWall: line({
    as: "employee",
    call: (scope) => getShownOnWall(scope),
    own: "runs",
    foreign: "takes nothing",
  }),
  findThankedColleague: line({
    given: newColleague,
    call: (scope, { id }) => findThankedColleague(scope, id),
    own: "shows",
    foreign: "nothing",
  }),
  listCommentChoices: line({
    given: comment,
    call: (scope, { colleagueId }) => listCommentChoices(scope, colleagueId),
    own: "shows",
    foreign: "hides",
    limited: "hides",
    employee: "hides",
  }),
  writeThanksMail: line({
    as: "employee",
    given: thanks,
    call: (scope, { id }) =>
      writeThanksMail(scope, {
        id,
        kind: "thanked",
        subjectId: id,
        occasion: "",
        attempts: 0,
        reader: { memberId: id, userId: id, name: "Reader", email: "reader@example.test", language: "en" },
      }),
    own: ({ result }) => expect(result).toMatchObject({ button: { path: "/recognition?tab=mine" } }),
    foreign: "nothing",
    employee: "nothing",
  }),

  thankColleague: [
    line({
      as: "consultant",
      given: newColleague,
      call: (scope, { colleagueId }) => thankColleague(scope, { ...nothingMore, colleagueId, message }),
      own: ({ changed }) => expect(changed).toEqual(["jobs", "member_mails", "recognitions"]),
      foreign: "not found",
    }),
    line({
      given: comment,
      call: (scope, { id }, caller) =>
        thankColleague(scope, {
          encounterId: null,
          responseId: id,
          colleagueId: caller.elsewhere.employeeId,
          message,
        }),
      // One about somebody else.
      own: "not found",
      foreign: "not found",
    }),
    line({
      given: comment,
      call: (scope, { id, colleagueId }) =>
        thankColleague(scope, { encounterId: null, responseId: id, colleagueId, message }),
      own: "changes",
      foreign: "not found",
      limited: "not found",
      employee: "not found",
    }),
  ],
  removeThanks: line({
    as: "owner",
    given: thanks,
    call: (scope, { id }) => removeThanks(scope, id),
    own: "changes",
    foreign: "not found",
    employee: "forbidden",
  }),
  setShownOnWall: line({
    as: "employee",
    call: async (scope) => {
      await setShownOnWall(scope, false);
      await setShownOnWall(scope, true);
    },
    own: "runs",
    foreign: "takes nothing",
  }),

  thankColleagueAction: action({
    ...use,
    given: newColleague,
    input: ({ colleagueId }) => ({ colleagueId, message }),
  }),
  removeThanksAction: action({ ...use, given: thanks, input: ({ id }) => ({ id }) }),
  setShownOnWallAction: action({
    ...use,
    as: "employee",
    given: () => ({ isShown: true }),
    input: (given) => given,
    own: "runs",
    foreign: "takes nothing",
  }),
  searchThankedAction: action({
    ...use,
    given: newColleague,
    input: ({ name }) => ({ query: name }),
    own: "shows",
    foreign: "nothing",
  }),
};
