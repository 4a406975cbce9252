"use server";

import { z } from "zod";
import { defineAction } from "@/server/define-action";
import { id, requiredText } from "@/server/input";
import { thenRefresh } from "@/server/then-refresh";
import { changeAuditFormStatus } from "./commands/change-audit-form-status";
import { createAuditForm } from "./commands/create-audit-form";
import { publishAuditForm } from "./commands/publish-audit-form";
import { saveAuditFormDraft } from "./commands/save-audit-form-draft";
import { getAuditForm } from "./queries/get-audit-form";
import { saveAuditFormInput } from "./schema";

/** `readyFormKey` "" starts with an empty form. */
export const createAuditFormAction = defineAction({
  permission: "audit-forms.manage",
  input: z.object({ readyFormKey: z.string().max(60), name: requiredText(120) }),
  run: (scope, { readyFormKey, name }) =>
    createAuditForm(scope, { readyFormKey: readyFormKey || null, name }),
});

export const saveAuditFormDraftAction = defineAction({
  permission: "audit-forms.manage",
  input: saveAuditFormInput,
  // Refreshed so that coming back to the builder shows what was saved, not what it was opened with.
  run: (scope, input) => thenRefresh(saveAuditFormDraft(scope, input)),
});

/** The form as it is now, for an editor whose save met a conflict. */
export const readAuditFormAction = defineAction({
  permission: "audit-forms.manage",
  input: z.object({ formId: id }),
  run: (scope, input) => getAuditForm(scope, input.formId),
});

export const publishAuditFormAction = defineAction({
  permission: "audit-forms.manage",
  input: z.object({ formId: id, revision: z.iso.datetime() }),
  run: (scope, input) => thenRefresh(publishAuditForm(scope, input)),
});

export const changeAuditFormStatusAction = defineAction({
  permission: "audit-forms.manage",
  input: z.object({ formId: id, change: z.enum(["archive", "restore"]) }),
  run: (scope, input) => thenRefresh(changeAuditFormStatus(scope, input)),
});
