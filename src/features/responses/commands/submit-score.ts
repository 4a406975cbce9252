import "server-only";
import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { type AskedSurvey, getAskedSurvey } from "@/features/invitations/queries/survey-versions";
import { MAIN_QUESTION_KEY } from "@/features/surveys/schema";
import type { Channel } from "@/generated/prisma/enums";
import { type Transaction, withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { respondentKeyHash } from "@/server/tokens";
import { hasDetails, keptTime, parseScore } from "../rules";

/**
 * - stored: the answer has this score now
 * - kept: an answer that was completed before keeps its score; only its own "change" page changes it
 * - invalid: no score on the survey's scale
 * - expired, unknown: nothing can be answered with this token
 */
export type SubmitScoreOutcome = "stored" | "kept" | "invalid" | "expired" | "unknown";

type LockedInvitation = {
  encounterId: string;
  surveyId: string;
  surveyVersionId: string;
  isAnonymous: boolean;
  expiresAt: Date;
  touchpointId: string;
  employeeId: string;
  locationId: string;
  teamId: string | null;
  encounterTypeId: string;
  channel: Channel;
  segment: string | null;
  /** The organization's. */
  timeZone: string;
};

/**
 * Stores the score of the first step. Pressed twice, in two tabs or by two hundred requests at once, a token makes one
 * response; later posts change its score until the answer is completed. An anonymous answer keeps no way back to its
 * invitation: no encounter, no time of day, an id without a time in it, and the seed of the token is erased
 * (docs/decisions/0007-anonymous-answers.md).
 */
export async function submitScore(
  scope: Scope,
  input: { invitationId: string; token: string; score: unknown; language: string; isEdit: boolean },
): Promise<SubmitScoreOutcome> {
  const { invitationId, token } = input;
  const keyHash = respondentKeyHash(token);
  return withScope(scope, async (tx) => {
    // The lock lets posts of one token through one at a time.
    const invitation = await lockInvitation(tx, scope, invitationId);
    if (!invitation) return "unknown";
    const survey = await getAskedSurvey(tx, scope, invitation.surveyVersionId);
    const { metric } = survey.definition.main;
    const response = await tx.response.findUnique({
      where: { respondentKeyHash: keyHash },
      select: { id: true, completedAt: true },
    });
    if (scope.now >= invitation.expiresAt) return response ? "kept" : "expired";
    const score = parseScore(metric, input.score);
    if (score === null) return "invalid";
    const question = survey.questions.get(MAIN_QUESTION_KEY);
    if (!question) throw new Error("a published survey has no main question");

    if (response) {
      if (response.completedAt && hasDetails(survey.definition) && !input.isEdit) return "kept";
      await tx.answer.update({
        where: {
          organizationId_responseId_questionId: {
            organizationId: scope.organizationId,
            responseId: response.id,
            questionId: question.id,
          },
        },
        data: { score },
        select: { score: true },
      });
      return "stored";
    }
    await writeResponse(tx, scope, {
      invitation,
      invitationId,
      survey,
      keyHash,
      score,
      questionId: question.id,
      language: input.language,
    });
    return "stored";
  });
}

async function writeResponse(
  tx: Transaction,
  scope: Scope,
  answered: {
    invitation: LockedInvitation;
    invitationId: string;
    survey: AskedSurvey;
    keyHash: ReturnType<typeof respondentKeyHash>;
    questionId: string;
    score: number;
    language: string;
  },
): Promise<void> {
  const { organizationId, now } = scope;
  const { invitation, survey } = answered;
  // A v7 id begins with the millisecond it was made in.
  const responseId = invitation.isAnonymous ? uuidv4() : uuidv7();
  const answeredAt = keptTime(now, invitation.timeZone, invitation.isAnonymous);
  const attribution = {
    touchpointId: invitation.touchpointId,
    employeeId: invitation.employeeId,
    locationId: invitation.locationId,
    teamId: invitation.teamId,
    encounterTypeId: invitation.encounterTypeId,
    channel: invitation.channel,
    segment: invitation.segment,
  };
  await tx.invitation.updateMany({
    where: { organizationId, id: answered.invitationId },
    data: {
      status: "answered",
      ...(invitation.isAnonymous ? { tokenSeed: null } : { answeredAt: now }),
    },
  });
  await tx.invitationMail.updateMany({
    where: { organizationId, invitationId: answered.invitationId, state: "queued" },
    data: { state: "cancelled" },
  });
  await tx.response.createMany({
    data: {
      organizationId,
      id: responseId,
      respondentKeyHash: answered.keyHash,
      encounterId: invitation.isAnonymous ? null : invitation.encounterId,
      surveyId: invitation.surveyId,
      surveyVersionId: invitation.surveyVersionId,
      language: answered.language,
      answeredAt,
      completedAt: hasDetails(survey.definition) ? null : answeredAt,
      ...attribution,
    },
  });
  await tx.answer.createMany({
    data: {
      organizationId,
      responseId,
      questionId: answered.questionId,
      metric: survey.definition.main.metric,
      isMain: true,
      score: answered.score,
      answeredAt,
      ...attribution,
    },
  });
}

async function lockInvitation(
  tx: Transaction,
  scope: Scope,
  invitationId: string,
): Promise<LockedInvitation | null> {
  // The response will refer to the encounter, which locks it: before the invitation, as src/server/database.ts has it.
  await tx.$queryRaw`
    select 1 from encounters
     where organization_id = ${scope.organizationId}::uuid
       and id = (select encounter_id from invitations
                  where organization_id = ${scope.organizationId}::uuid and id = ${invitationId}::uuid)
       for key share`;
  const [row] = await tx.$queryRaw<LockedInvitation[]>`
    select i.encounter_id as "encounterId", i.survey_id as "surveyId", i.survey_version_id as "surveyVersionId",
      i.is_anonymous as "isAnonymous", i.expires_at as "expiresAt",
      e.touchpoint_id as "touchpointId", e.employee_id as "employeeId", e.location_id as "locationId",
      e.team_id as "teamId", e.encounter_type_id as "encounterTypeId", e.channel::text as channel, e.segment,
      o.time_zone as "timeZone"
    from invitations i
    join organizations o on o.id = i.organization_id
    join encounters e on e.organization_id = i.organization_id and e.id = i.encounter_id
    where i.organization_id = ${scope.organizationId}::uuid and i.id = ${invitationId}::uuid
    for update of i`;
  return row ?? null;
}
