import "server-only";
import type { MetricKey } from "@/metrics/score-distribution";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { requireWholeOrganization } from "../rules";
import { SURVEY_TEMPLATES } from "../templates";

/** A new draft that starts as a copy of a template. Returns its id. */
export async function createSurvey(
  scope: Scope,
  input: { template: MetricKey; name: string },
): Promise<string> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    const survey = await tx.survey.create({
      data: {
        organizationId: scope.organizationId,
        name: input.name,
        draft: SURVEY_TEMPLATES[input.template],
      },
      select: { id: true },
    });
    await recordActivity(
      tx,
      scope,
      "survey.created",
      { type: "survey", id: survey.id },
      { name: input.name },
    );
    return survey.id;
  });
}
