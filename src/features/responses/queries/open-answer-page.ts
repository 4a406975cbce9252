import "server-only";
import { type Respondent, rememberRespondent } from "@/features/invitations/queries/find-respondent";
import { loadAskedSurvey } from "@/features/invitations/queries/survey-versions";
import { Prisma } from "@/generated/prisma/client";
import type { Channel } from "@/generated/prisma/enums";
import { runStatement } from "@/server/database";
import type { LocalizedText } from "@/server/input";
import { isToken } from "@/server/token-form";
import { hashToken, respondentKeyHash } from "@/server/tokens";
import type { AnswerPage, StoredResponse } from "../schema";

/** One row of the database function `open_answer_page`. */
type Row = {
  organization_id: string;
  invitation_id: string;
  survey_version_id: string;
  organization_name: string;
  organization_language: string;
  organization_languages: string[];
  time_zone: string;
  accent_color: string;
  has_logo: boolean;
  language: string;
  is_anonymous: boolean;
  expires_at: Date;
  occurred_at: Date;
  channel: Channel;
  touchpoint_name: string;
  public_names: unknown;
  is_answered: boolean;
  completed_at: Date | null;
  follow_up: string | null;
  comment: string | null;
  scores: Record<string, number> | null;
  choices: [string, string][] | null;
};

/** The page of a token as it is now, and who the token speaks for. */
export type OpenedAnswerPage = Respondent & { page: AnswerPage; surveyVersionId: string };

/** What the answer page of a token shows, or null for a token that opens nothing. One statement, whatever the survey. */
export async function openAnswerPage(token: string): Promise<OpenedAnswerPage | null> {
  if (!isToken(token)) return null;
  const [row] = await runStatement<Row>(
    Prisma.sql`select * from open_answer_page(${hashToken(token)}, ${respondentKeyHash(token)})`,
  );
  if (!row) return null;
  const respondent = rememberRespondent(token, {
    organizationId: row.organization_id,
    invitationId: row.invitation_id,
  });
  const survey = await loadAskedSurvey(respondent.scope, row.survey_version_id);
  const keyOf = new Map([...survey.questions].map(([key, question]) => [question.id, key]));
  const page: AnswerPage = {
    organization: {
      name: row.organization_name,
      language: row.organization_language,
      timeZone: row.time_zone,
      accentColor: row.accent_color,
      hasLogo: row.has_logo,
    },
    languages: row.organization_languages.filter(
      (language) => survey.definition.main.text[language as keyof LocalizedText],
    ),
    language: row.language,
    isAnonymous: row.is_anonymous,
    expiresAt: row.expires_at,
    occurredAt: row.occurred_at,
    channel: row.channel,
    touchpoint: { name: row.touchpoint_name, publicNames: row.public_names },
    definition: survey.definition,
    response: row.is_answered ? readResponse(row, keyOf) : null,
  };
  return { ...respondent, page, surveyVersionId: row.survey_version_id };
}

function readResponse(row: Row, keyOf: Map<string, string>): StoredResponse {
  const response: StoredResponse = {
    score: 0,
    isCompleted: row.completed_at !== null,
    followUp: row.follow_up,
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
