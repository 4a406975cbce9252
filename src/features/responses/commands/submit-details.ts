import "server-only";
import { type AskedSurvey, getAskedSurvey } from "@/features/invitations/queries/survey-versions";
import type { Channel } from "@/generated/prisma/enums";
import { type Transaction, withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { respondentKeyHash } from "@/server/tokens";
import { type Details, keptTime, parseDetails } from "../rules";

/** `problems` names what could not be kept as sent (see `Details`); everything else was stored all the same. */
export type SubmitDetailsOutcome =
  | { status: "stored"; problems: string[] }
  | { status: "no-score" | "expired" };

/** Somebody who opened the page in time may still finish an answer this much after the invitation has expired. */
const GRACE_MILLISECONDS = 24 * 3600_000;

type LockedResponse = {
  id: string;
  surveyVersionId: string;
  completedAt: Date | null;
  answeredAt: Date;
  touchpointId: string;
  employeeId: string;
  locationId: string;
  teamId: string | null;
  encounterTypeId: string;
  channel: Channel;
  segment: string | null;
  expiresAt: Date;
  isPersonErased: boolean;
  isAnonymous: boolean;
  /** The organization's. */
  timeZone: string;
};

/**
 * Stores the second step: follow-up, comment and extra questions. Sent again (a second press, another tab, the back
 * button), what it says replaces what was stored; what it leaves blank is kept, unless the form showed the stored answer
 * to be changed (`isEdit`).
 */
export async function submitDetails(
  scope: Scope,
  input: { invitationId: string; token: string; form: FormData; language: string; isEdit: boolean },
): Promise<SubmitDetailsOutcome> {
  const { invitationId, token } = input;
  return withScope(scope, async (tx) => {
    const response = await lockResponse(tx, scope, invitationId, token);
    if (!response) return { status: "no-score" };
    const isTooLate = scope.now.getTime() >= response.expiresAt.getTime() + GRACE_MILLISECONDS;
    // Whoever was erased on request must not leave new traces by a page that is still open.
    if (isTooLate || response.isPersonErased) return { status: "expired" };
    const survey = await getAskedSurvey(tx, scope, response.surveyVersionId);
    const details = parseDetails(survey.definition, input.form);
    const completedAt = keptTime(scope.now, response.timeZone, response.isAnonymous);
    const clearsBlanks = input.isEdit || response.completedAt === null;
    await tx.response.update({
      where: key(scope, response.id),
      data: {
        language: input.language,
        // With something to correct, the person is still at it.
        completedAt: response.completedAt ?? (details.problems.length > 0 ? null : completedAt),
        ...(details.followUp || clearsBlanks ? { followUp: details.followUp } : {}),
        ...(details.comment || clearsBlanks ? { comment: details.comment } : {}),
      },
      select: { id: true },
    });
    await writeScores(tx, scope, { response, survey, details });
    await writeChoices(tx, scope, { response, survey, details, clearsBlanks });
    return { status: "stored", problems: details.problems };
  });
}

async function writeScores(
  tx: Transaction,
  scope: Scope,
  { response, survey, details }: { response: LockedResponse; survey: AskedSurvey; details: Details },
): Promise<void> {
  const answered = Object.entries(details.scores).flatMap(([questionKey, score]) => {
    const question = survey.questions.get(questionKey);
    return question?.metric ? [{ questionId: question.id, metric: question.metric, score }] : [];
  });
  if (answered.length === 0) return;
  const { organizationId } = scope;
  const responseId = response.id;
  await tx.answer.deleteMany({
    where: { organizationId, responseId, questionId: { in: answered.map((answer) => answer.questionId) } },
  });
  await tx.answer.createMany({
    data: answered.map((answer) => ({
      organizationId,
      responseId,
      ...answer,
      isMain: false,
      answeredAt: response.answeredAt,
      touchpointId: response.touchpointId,
      employeeId: response.employeeId,
      locationId: response.locationId,
      teamId: response.teamId,
      encounterTypeId: response.encounterTypeId,
      channel: response.channel,
      segment: response.segment,
    })),
  });
}

async function writeChoices(
  tx: Transaction,
  scope: Scope,
  {
    response,
    survey,
    details,
    clearsBlanks,
  }: { response: LockedResponse; survey: AskedSurvey; details: Details; clearsBlanks: boolean },
): Promise<void> {
  const questions = survey.definition.questions.flatMap((question) => {
    const chosen = details.choices[question.key];
    const id = survey.questions.get(question.key)?.id;
    if (question.kind !== "choice" || !id || (!chosen && !clearsBlanks)) return [];
    return [{ id, chosen: chosen ?? [] }];
  });
  if (questions.length === 0) return;
  const { organizationId } = scope;
  const responseId = response.id;
  await tx.chosenOption.deleteMany({
    where: { organizationId, responseId, questionId: { in: questions.map((question) => question.id) } },
  });
  await tx.chosenOption.createMany({
    data: questions.flatMap(({ id, chosen }) =>
      chosen.map((optionKey) => ({ organizationId, responseId, questionId: id, optionKey })),
    ),
  });
}

async function lockResponse(
  tx: Transaction,
  scope: Scope,
  invitationId: string,
  token: string,
): Promise<LockedResponse | null> {
  // Erasing the person locks the invitation too: what is read below is from before it, or tells of it.
  await tx.$queryRaw`
    select 1 from invitations
     where organization_id = ${scope.organizationId}::uuid and id = ${invitationId}::uuid for update`;
  const [row] = await tx.$queryRaw<LockedResponse[]>`
    select r.id, r.survey_version_id as "surveyVersionId", r.completed_at as "completedAt",
      r.answered_at as "answeredAt", r.touchpoint_id as "touchpointId", r.employee_id as "employeeId",
      r.location_id as "locationId", r.team_id as "teamId", r.encounter_type_id as "encounterTypeId",
      r.channel::text as channel, r.segment, i.expires_at as "expiresAt",
      c.erased_at is not null as "isPersonErased", r.encounter_id is null as "isAnonymous",
      o.time_zone as "timeZone"
    from responses r
    join organizations o on o.id = r.organization_id
    join invitations i on i.organization_id = r.organization_id and i.id = ${invitationId}::uuid
    left join customers c on c.organization_id = i.organization_id and c.id = i.customer_id
    where r.organization_id = ${scope.organizationId}::uuid and r.respondent_key_hash = ${respondentKeyHash(token)}
    for update of r`;
  return row ?? null;
}
