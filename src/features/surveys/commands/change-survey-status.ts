import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { lockSurvey } from "../queries";
import { requireWholeOrganization } from "../rules";

type Change = "pause" | "resume" | "archive" | "restore";

const CHANGES = {
  pause: { from: ["published"], to: "paused", activity: "survey.paused" },
  resume: { from: ["paused"], to: "published", activity: "survey.resumed" },
  archive: { from: ["draft", "published", "paused"], to: "archived", activity: "survey.archived" },
  restore: { from: ["archived"], to: "draft", activity: "survey.restored" },
} as const;

/**
 * Pauses, resumes, archives or restores a survey. Nothing is sent while it is not published; a restored survey that was
 * published before comes back paused. ConflictError when it is not in a state the change starts from. Returns the new
 * revision for the next save.
 */
export async function changeSurveyStatus(
  scope: Scope,
  input: { surveyId: string; change: Change },
): Promise<{ revision: string }> {
  requireWholeOrganization(scope);
  const change = CHANGES[input.change];
  return withScope(scope, async (tx) => {
    const survey = await lockSurvey(tx, scope, input.surveyId);
    if (!(change.from as readonly string[]).includes(survey.status))
      throw new ConflictError("surveyStateChanged");
    const status = input.change === "restore" && survey.currentVersionId ? "paused" : change.to;
    const saved = await tx.survey.update({
      where: key(scope, input.surveyId),
      data: { status, archivedAt: status === "archived" ? scope.now : null },
      select: { updatedAt: true },
    });
    await recordActivity(
      tx,
      scope,
      change.activity,
      { type: "survey", id: input.surveyId },
      { name: survey.name },
    );
    return { revision: saved.updatedAt.toISOString() };
  });
}
