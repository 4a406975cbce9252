import { z } from "zod";
import { METRIC_SCALES, type MetricKey } from "@/metrics/score-distribution";
import { id, localizedText, requiredText, wholeNumber } from "@/server/input";
import { LONGEST_DELAY_MINUTES } from "./delay";

/** Wordings that depend on the main score: high = promoter / satisfied / easy, low = detractor / dissatisfied / hard. */
const textsByBand = z.object({ high: localizedText, middle: localizedText, low: localizedText });
export type ScoreBand = "high" | "middle" | "low";
/** From the best band to the worst: the order of screens. */
export const SCORE_BANDS = ["high", "middle", "low"] as const satisfies readonly ScoreBand[];

/** How many extra questions a survey may have. */
export const MOST_QUESTIONS = 20;
/** How many options a choice needs and may have. */
export const FEWEST_OPTIONS = 2;
export const MOST_OPTIONS = 20;

const metric = z.enum(["nps", "csat", "ces"]);
const questionKey = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** The behaviour of the service standard a question asks about; absent = none. */
const behaviourId = id.optional();

export const mainQuestion = z.object({
  metric,
  text: localizedText,
  lowLabel: localizedText,
  highLabel: localizedText,
  behaviourId,
});

export const extraQuestion = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("score"),
    key: questionKey,
    metric,
    text: localizedText,
    lowLabel: localizedText,
    highLabel: localizedText,
    behaviourId,
  }),
  z.object({
    kind: z.literal("choice"),
    key: questionKey,
    text: localizedText,
    isMultiple: z.boolean(),
    options: z
      .array(z.object({ key: questionKey, text: localizedText }))
      .min(FEWEST_OPTIONS)
      .max(MOST_OPTIONS),
  }),
]);
export type ExtraQuestion = z.infer<typeof extraQuestion>;

/** Mail texts may hold {organization}, {touchpoint}, {date}, {customer}, {employee}. */
const mailTexts = z.object({ subject: localizedText, body: localizedText });

/**
 * Everything a respondent reads in one survey, in every language. Drafts and published versions share the form; the key
 * of the main question is "main".
 */
export const surveyDefinition = z.object({
  main: mainQuestion,
  followUp: z.object({ isEnabled: z.boolean(), texts: textsByBand }),
  questions: z.array(extraQuestion).max(MOST_QUESTIONS),
  comment: z.object({ isEnabled: z.boolean(), text: localizedText }),
  thanks: textsByBand,
  invitationMail: mailTexts,
  reminderMail: mailTexts,
});
export type SurveyDefinition = z.infer<typeof surveyDefinition>;

export const MAIN_QUESTION_KEY = "main";

/** The parts of a survey, in the order in which the builder shows them. */
export const SURVEY_PLACES = [
  "settings",
  "main",
  "followUp",
  "questions",
  "comment",
  "thanks",
  "mails",
] as const;
export type SurveyPlace = (typeof SURVEY_PLACES)[number];

/** The placeholders mail texts may hold. */
export const MAIL_PLACEHOLDERS = ["organization", "touchpoint", "date", "customer", "employee"] as const;

/** When and to whom a survey is sent; days and minutes as named. */
export const surveySettings = z.object({
  name: requiredText(120),
  encounterTypeIds: z.array(id).max(100),
  /** Empty = every touchpoint. */
  touchpointIds: z.array(id).max(500),
  delayMinutes: wholeNumber(0, LONGEST_DELAY_MINUTES),
  reminderCount: wholeNumber(0, 2),
  reminderAfterDays: wholeNumber(1, 60),
  expiryDays: wholeNumber(1, 365),
  /** Null = the organization's quarantine. */
  quarantineDays: wholeNumber(0, 3650).nullable(),
  isAnonymous: z.boolean(),
});
export type SurveySettings = z.infer<typeof surveySettings>;

/** What the builder edits and saves as one. */
export type SurveyDraft = { definition: SurveyDefinition; settings: SurveySettings };

/** A save of the builder: what it edits, and the revision it started from. */
export const saveDraftInput = z.object({
  surveyId: id,
  revision: z.iso.datetime(),
  definition: surveyDefinition,
  settings: surveySettings,
});

/** A survey as the builder edits it. */
export type SurveyDetails = SurveyDraft & {
  id: string;
  status: "draft" | "published" | "paused" | "archived";
  /** Changes with every save: a save that names an older one is a conflict. */
  revision: string;
  currentVersion: { id: string; number: number; publishedAt: Date; definition: SurveyDefinition } | null;
};

/** What of the organization decides about its surveys. */
export type SurveyOrganization = {
  name: string;
  /** The language every survey must be written in; the others may fall back to it. */
  language: string;
  languages: string[];
  /** Days a customer is left in peace unless a survey says otherwise. */
  quarantineDays: number;
};

/** Which encounters another published survey asks about. */
export type SurveyBinding = { name: string; encounterTypeIds: string[]; touchpointIds: string[] };

/** The lowest and highest score of a band, for its name on screens. */
export function bandRange(metricKey: MetricKey, band: ScoreBand): { from: number; to: number } {
  const { min, max } = METRIC_SCALES[metricKey];
  const scores = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const inBand = scores.filter((score) => scoreBand(metricKey, score) === band);
  return { from: Math.min(...inBand), to: Math.max(...inBand) };
}

/** The band of a main score: NPS 9–10 / 7–8 / 0–6, CSAT 4–5 / 3 / 1–2, CES 5–7 / 4 / 1–3. */
export function scoreBand(metricKey: MetricKey, score: number): ScoreBand {
  const [middle, high] = { nps: [7, 9], csat: [3, 4], ces: [4, 5] }[metricKey] as [number, number];
  if (score >= high) return "high";
  return score >= middle ? "middle" : "low";
}

/** A score on the metric's own scale. */
export function scoreOnScale(metricKey: MetricKey) {
  const { min, max } = METRIC_SCALES[metricKey];
  return z.coerce.number().int().min(min).max(max);
}
