"use server";

import { defineAction } from "@/server/define-action";
import { thenRefresh } from "@/server/then-refresh";
import { decideAppeal } from "./commands/decide-appeal";
import { extendDeadline } from "./commands/extend-deadline";
import { openAppeal } from "./commands/open-appeal";
import { withdrawAppeal } from "./commands/withdraw-appeal";
import { writeAppealMessage } from "./commands/write-appeal-message";
import { writeReply } from "./commands/write-reply";
import {
  appealIdInput,
  appealMessageInput,
  decideAppealInput,
  extendDeadlineInput,
  openAppealInput,
  replyInput,
} from "./schema";

export const writeReplyAction = defineAction({
  permission: "audits.appeal",
  input: replyInput,
  run: (scope, input) => thenRefresh(writeReply(scope, input)),
});

/** Not refreshed: the form stores the attachments to the message first, and refreshes then. */
export const openAppealAction = defineAction({
  permission: "audits.appeal",
  input: openAppealInput,
  run: (scope, input) => openAppeal(scope, input),
});

/** Everybody who sees an audit may open this; whether they may write is decided by the audit. Not refreshed: see above. */
export const writeAppealMessageAction = defineAction({
  permission: "audits.read",
  input: appealMessageInput,
  run: (scope, input) => writeAppealMessage(scope, input),
});

export const withdrawAppealAction = defineAction({
  permission: "audits.appeal",
  input: appealIdInput,
  run: (scope, { appealId }) => thenRefresh(withdrawAppeal(scope, appealId)),
});

export const decideAppealAction = defineAction({
  permission: "audits.review",
  input: decideAppealInput,
  run: (scope, input) => thenRefresh(decideAppeal(scope, input)),
});

export const extendDeadlineAction = defineAction({
  permission: "audits.review",
  input: extendDeadlineInput,
  run: (scope, input) => thenRefresh(extendDeadline(scope, input)),
});
