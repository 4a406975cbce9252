"use server";

import { z } from "zod";
import { defineAction } from "@/server/define-action";
import { id, requiredText } from "@/server/input";
import { thenRefresh } from "@/server/then-refresh";
import { changeEvaluationFrameworkStatus } from "./commands/change-evaluation-framework-status";
import { createEvaluationFramework } from "./commands/create-evaluation-framework";
import { publishEvaluationFramework } from "./commands/publish-evaluation-framework";
import { saveEvaluationFrameworkDraft } from "./commands/save-evaluation-framework-draft";
import { getEvaluationFramework } from "./queries/get-evaluation-framework";
import { saveEvaluationFrameworkInput } from "./schema";

/** `readyKey` "" starts with an empty framework. */
export const createEvaluationFrameworkAction = defineAction({
  permission: "evaluation-frameworks.manage",
  input: z.object({ readyKey: z.string().max(60), name: requiredText(120) }),
  run: (scope, { readyKey, name }) => createEvaluationFramework(scope, { readyKey: readyKey || null, name }),
});

export const saveEvaluationFrameworkDraftAction = defineAction({
  permission: "evaluation-frameworks.manage",
  input: saveEvaluationFrameworkInput,
  // Refreshed so that coming back to the builder shows what was saved, not what it was opened with.
  run: (scope, input) => thenRefresh(saveEvaluationFrameworkDraft(scope, input)),
});

/** The framework as it is now, for an editor whose save met a conflict. */
export const readEvaluationFrameworkAction = defineAction({
  permission: "evaluation-frameworks.manage",
  input: z.object({ frameworkId: id }),
  run: (scope, input) => getEvaluationFramework(scope, input.frameworkId),
});

export const publishEvaluationFrameworkAction = defineAction({
  permission: "evaluation-frameworks.manage",
  input: z.object({ frameworkId: id, revision: z.iso.datetime() }),
  run: (scope, input) => thenRefresh(publishEvaluationFramework(scope, input)),
});

export const changeEvaluationFrameworkStatusAction = defineAction({
  permission: "evaluation-frameworks.manage",
  input: z.object({ frameworkId: id, change: z.enum(["archive", "restore"]) }),
  run: (scope, input) => thenRefresh(changeEvaluationFrameworkStatus(scope, input)),
});
