import type { SurveyDefinition } from "@/features/surveys/schema";
import type { Channel } from "@/generated/prisma/enums";

/** Longest text a respondent's follow-up or comment is stored with. */
export const TEXT_LIMIT = 5000;

/** Names of the form's fields; one place, because server, form and tests must agree. */
export const FIELDS = {
  token: "token",
  language: "lang",
  score: "score",
  /** "1" when the form showed an answer that was complete before: then blank means "take it away". */
  isEdit: "edit",
  followUp: "followUp",
  comment: "comment",
  /** Followed by the question's key. */
  question: "q.",
} as const;

/** What a person has answered so far. */
export type StoredResponse = {
  score: number;
  isCompleted: boolean;
  followUp: string | null;
  comment: string | null;
  /** Extra scores by question key. */
  scores: Record<string, number>;
  /** Chosen options by question key. */
  choices: Record<string, string[]>;
};

/** Everything the answer page of one token shows; nothing of anybody else. */
export type AnswerPage = {
  organization: {
    name: string;
    language: string;
    timeZone: string;
    accentColor: string;
    hasLogo: boolean;
  };
  /** Languages the page can be read in: offered by the organization and written in the survey. */
  languages: string[];
  language: string;
  isAnonymous: boolean;
  expiresAt: Date;
  occurredAt: Date;
  channel: Channel;
  touchpoint: { name: string; publicNames: unknown };
  definition: SurveyDefinition;
  response: StoredResponse | null;
};
