"use server";

import { defineAction } from "@/server/define-action";
import { thenRefresh } from "@/server/then-refresh";
import { nomination, subjectIdInput } from "../schema";
import { decideProposals } from "./commands/decide-proposals";
import { nominateOwnPeople } from "./commands/nominate-own-people";
import { nominateRater } from "./commands/nominate-rater";
import { restoreRater } from "./commands/restore-rater";
import { takeOffRater } from "./commands/take-off-rater";
import { searchRaterCandidates } from "./queries/search-rater-candidates";
import { candidateSearchInput, decideProposalsInput, ratingIdInput } from "./schema";

const TAKE_PART = "evaluations.take-part";

export const nominateRaterAction = defineAction({
  permission: TAKE_PART,
  input: nomination,
  run: (scope, input) => thenRefresh(nominateRater(scope, input)),
});

export const nominateOwnPeopleAction = defineAction({
  permission: TAKE_PART,
  input: subjectIdInput,
  run: (scope, input) => thenRefresh(nominateOwnPeople(scope, input)),
});

export const decideProposalsAction = defineAction({
  permission: TAKE_PART,
  input: decideProposalsInput,
  run: (scope, input) => thenRefresh(decideProposals(scope, input)),
});

export const takeOffRaterAction = defineAction({
  permission: TAKE_PART,
  input: ratingIdInput,
  run: (scope, input) => thenRefresh(takeOffRater(scope, input)),
});

export const restoreRaterAction = defineAction({
  permission: TAKE_PART,
  input: ratingIdInput,
  run: (scope, input) => thenRefresh(restoreRater(scope, input)),
});

/** Whom to nominate, while typing. */
export const searchRaterCandidatesAction = defineAction({
  permission: TAKE_PART,
  input: candidateSearchInput,
  run: (scope, input) => searchRaterCandidates(scope, input),
});
