import "server-only";
import { getAskedSurvey } from "@/features/invitations/queries/survey-versions";
import type { LocalizedText } from "@/features/surveys/schema";
import type { Channel } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { respondentKeyHash } from "@/server/tokens";
import type { AnswerPage, StoredResponse } from "../schema";

type Row = {
  organizationName: string;
  organizationLanguage: string;
  organizationLanguages: string[];
  timeZone: string;
  accentColor: string;
  hasLogo: boolean;
  language: string;
  isAnonymous: boolean;
  expiresAt: Date;
  surveyVersionId: string;
  occurredAt: Date;
  channel: Channel;
  touchpointName: string;
  publicNames: unknown;
  responseId: string | null;
  completedAt: Date | null;
  followUp: string | null;
  comment: string | null;
  scores: Record<string, number> | null;
  choices: [string, string][] | null;
};

/** What the answer page of a token shows, or null when the invitation is gone. One query, whatever the survey. */
export async function findAnswerPage(
  scope: Scope,
  { invitationId, token }: { invitationId: string; token: string },
): Promise<AnswerPage | null> {
  const { organizationId } = scope;
  return withScope(scope, async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`
      select o.name as "organizationName", o.language as "organizationLanguage", o.languages as "organizationLanguages",
        o.time_zone as "timeZone", o.accent_color as "accentColor", o.logo is not null as "hasLogo",
        i.language, i.is_anonymous as "isAnonymous", i.expires_at as "expiresAt",
        i.survey_version_id as "surveyVersionId",
        e.occurred_at as "occurredAt", e.channel::text as channel,
        t.name as "touchpointName", t.public_names as "publicNames",
        r.id as "responseId", r.completed_at as "completedAt", r.follow_up as "followUp", r.comment,
        (select jsonb_object_agg(a.question_id, a.score) from answers a
          where a.organization_id = r.organization_id and a.response_id = r.id) as scores,
        (select jsonb_agg(jsonb_build_array(c.question_id, c.option_key) order by c.option_key) from chosen_options c
          where c.organization_id = r.organization_id and c.response_id = r.id) as choices
      from invitations i
      join organizations o on o.id = i.organization_id
      join encounters e on e.organization_id = i.organization_id and e.id = i.encounter_id
      join touchpoints t on t.organization_id = e.organization_id and t.id = e.touchpoint_id
      left join responses r on r.organization_id = i.organization_id
        and r.respondent_key_hash = ${respondentKeyHash(token)}
      where i.organization_id = ${organizationId}::uuid and i.id = ${invitationId}::uuid`;
    if (!row) return null;
    const survey = await getAskedSurvey(tx, scope, row.surveyVersionId);
    const keyOf = new Map([...survey.questions].map(([key, question]) => [question.id, key]));
    return {
      organization: {
        name: row.organizationName,
        language: row.organizationLanguage,
        timeZone: row.timeZone,
        accentColor: row.accentColor,
        hasLogo: row.hasLogo,
      },
      languages: row.organizationLanguages.filter(
        (language) => survey.definition.main.text[language as keyof LocalizedText],
      ),
      language: row.language,
      isAnonymous: row.isAnonymous,
      expiresAt: row.expiresAt,
      occurredAt: row.occurredAt,
      channel: row.channel,
      touchpoint: { name: row.touchpointName, publicNames: row.publicNames },
      definition: survey.definition,
      response: row.responseId ? readResponse(row, keyOf) : null,
    };
  });
}

function readResponse(row: Row, keyOf: Map<string, string>): StoredResponse {
  const response: StoredResponse = {
    score: 0,
    isCompleted: row.completedAt !== null,
    followUp: row.followUp,
    comment: row.comment,
    scores: {},
    choices: {},
  };
  for (const [questionId, score] of Object.entries(row.scores ?? {})) {
    const key = keyOf.get(questionId);
    if (key === "main") response.score = score;
    else if (key) response.scores[key] = score;
  }
  for (const [questionId, option] of row.choices ?? []) {
    const key = keyOf.get(questionId);
    if (key) response.choices[key] = [...(response.choices[key] ?? []), option];
  }
  return response;
}
