"use server";

import { defineAction } from "@/server/define-action";
import { thenRefresh } from "@/server/then-refresh";
import { answerFeedbackRequest } from "./commands/answer-feedback-request";
import { declineFeedbackRequest } from "./commands/decline-feedback-request";
import { giveFeedback } from "./commands/give-feedback";
import { markFeedbackRead } from "./commands/mark-feedback-read";
import { requestFeedback } from "./commands/request-feedback";
import { shareFeedback } from "./commands/share-feedback";
import { withdrawFeedbackRequest } from "./commands/withdraw-feedback-request";
import { searchColleagues } from "./queries/search-colleagues";
import {
  colleagueSearchInput,
  feedbackAnswerInput,
  feedbackIdInput,
  feedbackInput,
  feedbackReadInput,
  feedbackRequestInput,
} from "./schema";

const permission = "peer-feedback.use";

export const requestFeedbackAction = defineAction({
  input: feedbackRequestInput,
  permission,
  run: (scope, input) => requestFeedback(scope, input),
});

export const giveFeedbackAction = defineAction({
  input: feedbackInput,
  permission,
  run: (scope, input) => giveFeedback(scope, input),
});

export const answerFeedbackRequestAction = defineAction({
  input: feedbackAnswerInput,
  permission,
  run: (scope, input) => answerFeedbackRequest(scope, input),
});

export const declineFeedbackRequestAction = defineAction({
  input: feedbackIdInput,
  permission,
  run: (scope, { id }) => declineFeedbackRequest(scope, id),
});

export const withdrawFeedbackRequestAction = defineAction({
  input: feedbackIdInput,
  permission,
  run: (scope, { id }) => thenRefresh(withdrawFeedbackRequest(scope, id)),
});

/** No refresh: what is new stays marked as new while it is looked at. */
export const markFeedbackReadAction = defineAction({
  input: feedbackReadInput,
  permission,
  run: (scope, { ids }) => markFeedbackRead(scope, ids),
});

export const shareFeedbackAction = defineAction({
  input: feedbackIdInput,
  permission,
  run: (scope, { id }) => thenRefresh(shareFeedback(scope, { id, isShared: true })),
});

export const unshareFeedbackAction = defineAction({
  input: feedbackIdInput,
  permission,
  run: (scope, { id }) => thenRefresh(shareFeedback(scope, { id, isShared: false })),
});

/** Colleagues who can read what is written to them, as the combobox shows them. */
export const searchFeedbackColleaguesAction = defineAction({
  input: colleagueSearchInput,
  permission,
  run: (scope, { query }) => searchColleagues(scope, query, { withAccount: true }),
});
