"use server";

import { defineAction } from "@/server/define-action";
import { thenRefresh } from "@/server/then-refresh";
import { discardAudit } from "./commands/discard-audit";
import { saveAuditAnswers } from "./commands/save-audit-answers";
import { saveVisitDetails } from "./commands/save-visit-details";
import { startAudit } from "./commands/start-audit";
import { startObservation } from "./commands/start-observation";
import { submitAudit } from "./commands/submit-audit";
import {
  auditInput,
  saveAuditAnswersInput,
  saveVisitInput,
  startAuditInput,
  startObservationInput,
} from "./entry-schema";

export const startAuditAction = defineAction({
  permission: "audits.enter",
  input: startAuditInput,
  run: (scope, input) => thenRefresh(startAudit(scope, input)),
});

export const startObservationAction = defineAction({
  permission: "audits.enter",
  input: startObservationInput,
  run: (scope, input) => thenRefresh(startObservation(scope, input)),
});

/** Without refreshing the page: what is on screen is what was just typed, and comes many times a minute. */
export const saveAuditAnswersAction = defineAction({
  permission: "audits.enter",
  input: saveAuditAnswersInput,
  run: saveAuditAnswers,
});

export const saveVisitAction = defineAction({
  permission: "audits.enter",
  input: saveVisitInput,
  run: saveVisitDetails,
});

export const submitAuditAction = defineAction({
  permission: "audits.enter",
  input: auditInput,
  run: (scope, input) => thenRefresh(submitAudit(scope, input)),
});

export const discardAuditAction = defineAction({
  permission: "audits.enter",
  input: auditInput,
  run: (scope, input) => thenRefresh(discardAudit(scope, input)),
});
