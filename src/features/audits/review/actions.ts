"use server";

import { defineAction } from "@/server/define-action";
import { thenRefresh } from "@/server/then-refresh";
import { correctAnswer } from "./commands/correct-answer";
import { publishAudit } from "./commands/publish-audit";
import { releaseAudit } from "./commands/release-audit";
import { returnAudit } from "./commands/return-audit";
import { saveReviewNotes } from "./commands/save-review-notes";
import { takeAudit } from "./commands/take-audit";
import {
  auditIdInput,
  correctAnswerInput,
  publishAuditInput,
  returnAuditInput,
  reviewNotesInput,
} from "./schema";

export const takeAuditAction = defineAction({
  permission: "audits.review",
  input: auditIdInput,
  run: (scope, { auditId }) => thenRefresh(takeAudit(scope, auditId)),
});

export const releaseAuditAction = defineAction({
  permission: "audits.review",
  input: auditIdInput,
  run: (scope, { auditId }) => thenRefresh(releaseAudit(scope, auditId)),
});

export const returnAuditAction = defineAction({
  permission: "audits.review",
  input: returnAuditInput,
  run: (scope, input) => thenRefresh(returnAudit(scope, input)),
});

export const correctAnswerAction = defineAction({
  permission: "audits.review",
  input: correctAnswerInput,
  run: (scope, input) => thenRefresh(correctAnswer(scope, input)),
});

export const saveReviewNotesAction = defineAction({
  permission: "audits.review",
  input: reviewNotesInput,
  run: (scope, input) => thenRefresh(saveReviewNotes(scope, input)),
});

export const publishAuditAction = defineAction({
  permission: "audits.review",
  input: publishAuditInput,
  run: (scope, { auditId, notes }) => thenRefresh(publishAudit(scope, auditId, notes)),
});
