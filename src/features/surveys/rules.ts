import { METRIC_SCALES, type MetricKey } from "@/metrics/score-distribution";
import { ForbiddenError } from "@/server/errors";
import { respondentLanguage } from "@/server/input";
import {
  type LocalizedText,
  MAIL_PLACEHOLDERS,
  MAIN_QUESTION_KEY,
  type SurveyDefinition,
  type SurveySettings,
} from "./schema";

/** A question of a definition that is answered with a score or a choice, as it is stored at publishing. */
export type AnswerableQuestion = {
  key: string;
  position: number;
  kind: "score" | "choice";
  isMain: boolean;
  metric: MetricKey | null;
  scaleMin: number | null;
  scaleMax: number | null;
  texts: Record<string, unknown>;
};

/** The score and choice questions of a definition in the order they are asked; the main question is the first. */
export function listAnswerableQuestions(definition: SurveyDefinition): AnswerableQuestion[] {
  const main = { kind: "score" as const, key: MAIN_QUESTION_KEY, ...definition.main };
  return [main, ...definition.questions].map((question, position) => {
    const scale = question.kind === "score" ? METRIC_SCALES[question.metric] : null;
    return {
      key: question.key,
      position,
      kind: question.kind,
      isMain: question.key === MAIN_QUESTION_KEY,
      metric: question.kind === "score" ? question.metric : null,
      scaleMin: scale?.min ?? null,
      scaleMax: scale?.max ?? null,
      texts:
        question.kind === "score"
          ? { text: question.text, lowLabel: question.lowLabel, highLabel: question.highLabel }
          : { text: question.text, options: question.options, isMultiple: question.isMultiple },
    };
  });
}

/** Surveys concern the whole organization: a manager limited to locations may read but not change them (ForbiddenError). */
export function requireWholeOrganization(scope: { locationIds: readonly string[] | null }): void {
  if (scope.locationIds !== null) throw new ForbiddenError("wholeOrganizationOnly");
}

/** A finding about a draft: `code` is a key of the messages "surveys.findings", `place` the builder's section it is in. */
export type SurveyFinding = {
  code: string;
  place: "main" | "followUp" | "questions" | "comment" | "thanks" | "mails" | "settings";
  values: Record<string, string | number>;
};

type Organization = { language: string; languages: string[] };
type Draft = { definition: SurveyDefinition; settings: SurveySettings };

/**
 * What keeps a draft from being published: no encounter type, a main text or label missing in the organization's
 * language, an extra question without text, a key used twice, an unknown placeholder in a mail, and, against the current
 * version, a question whose metric changed under the same key. Empty = fit to publish.
 */
export function listPublishingErrors(
  draft: Draft & { currentVersion?: { definition: SurveyDefinition } | null },
  organization: Organization,
): SurveyFinding[] {
  const { definition, settings } = draft;
  const findings: SurveyFinding[] = [];
  const find = (code: string, place: SurveyFinding["place"], values: SurveyFinding["values"] = {}) =>
    findings.push({ code, place, values });
  const isMissing = (text: LocalizedText) => !text[organization.language as keyof LocalizedText];

  if (settings.encounterTypeIds.length === 0) find("noEncounterType", "settings");
  if (isMissing(definition.main.text)) find("mainTextMissing", "main");
  if (isMissing(definition.main.lowLabel) || isMissing(definition.main.highLabel))
    find("scaleLabelMissing", "main");
  if (isMissing(definition.invitationMail.subject) || isMissing(definition.invitationMail.body)) {
    find("mailTextMissing", "mails");
  }
  definition.questions.forEach((question, index) => {
    if (isMissing(question.text)) find("questionTextMissing", "questions", { number: index + 1 });
    if (question.kind === "choice" && question.options.some((option) => isMissing(option.text))) {
      find("optionTextMissing", "questions", { number: index + 1 });
    }
  });
  const keys = definition.questions.map((question) => question.key);
  if (new Set([MAIN_QUESTION_KEY, ...keys]).size !== keys.length + 1) find("duplicateKey", "questions");
  for (const placeholder of listUnknownPlaceholders(definition))
    find("unknownPlaceholder", "mails", { placeholder });
  for (const number of listChangedMetrics(definition, draft.currentVersion?.definition)) {
    find("metricChanged", number === 0 ? "main" : "questions", { number });
  }
  return findings;
}

/** Placeholders of the mail texts that are not among MAIL_PLACEHOLDERS, each once, as written in braces. */
export function listUnknownPlaceholders(definition: SurveyDefinition): string[] {
  const texts = [definition.invitationMail, definition.reminderMail].flatMap((mail) => [
    ...Object.values(mail.subject),
    ...Object.values(mail.body),
  ]);
  const used = texts.flatMap((text) =>
    [...(text ?? "").matchAll(/\{([^{}\s]*)\}/g)].map((match) => match[1] ?? ""),
  );
  return [...new Set(used)].filter((name) => !(MAIL_PLACEHOLDERS as readonly string[]).includes(name));
}

/** Positions (main = 0) of questions that keep their key but measure something else than in the published version. */
function listChangedMetrics(definition: SurveyDefinition, published: SurveyDefinition | undefined): number[] {
  if (!published) return [];
  const before = new Map(listAnswerableQuestions(published).map((question) => [question.key, question]));
  return listAnswerableQuestions(definition)
    .filter((question) => {
      const old = before.get(question.key);
      return old && (old.kind !== question.kind || old.metric !== question.metric);
    })
    .map((question) => question.position);
}

const RECOMMENDED_QUESTIONS = 5;
const DAY_MINUTES = 24 * 60;

/**
 * Practice that costs answers or honesty, said in words but never forbidden: more than five questions, two reminders
 * within two days, a delay after which memory has faded (over three days), an expiry before the last reminder, no open
 * question, texts missing in one of the organization's languages, a short quarantine (under a week), and another
 * published survey for the same encounters.
 */
export function listSurveyWarnings(
  draft: Draft,
  context: Organization & { quarantineDays: number; overlapping: { name: string }[] },
): SurveyFinding[] {
  const { definition, settings } = draft;
  const findings: SurveyFinding[] = [];
  const find = (code: string, place: SurveyFinding["place"], values: SurveyFinding["values"] = {}) =>
    findings.push({ code, place, values });

  const questions =
    1 +
    definition.questions.length +
    Number(definition.followUp.isEnabled) +
    Number(definition.comment.isEnabled);
  if (questions > RECOMMENDED_QUESTIONS) find("tooManyQuestions", "questions", { count: questions });
  if (settings.reminderCount === 2 && settings.reminderAfterDays < 2) find("remindersTooClose", "settings");
  if (settings.delayMinutes > 3 * DAY_MINUTES) {
    find("longDelay", "settings", { days: Math.round(settings.delayMinutes / DAY_MINUTES) });
  }
  const lastReminderDay = settings.reminderCount * settings.reminderAfterDays;
  if (settings.reminderCount > 0 && lastReminderDay >= settings.expiryDays) {
    find("expiresBeforeReminder", "settings", { days: lastReminderDay });
  }
  if (!definition.followUp.isEnabled && !definition.comment.isEnabled) find("noOpenQuestion", "followUp");
  if ((settings.quarantineDays ?? context.quarantineDays) < 7) find("shortQuarantine", "settings");
  for (const language of context.languages) {
    const missing = countMissingTexts(definition, language);
    if (missing > 0) find("missingLanguage", "main", { language, count: missing });
  }
  for (const { name } of context.overlapping) find("overlappingSurvey", "settings", { name });
  return findings;
}

/** How many of the texts a respondent would read are missing in a language. */
export function countMissingTexts(definition: SurveyDefinition, language: string): number {
  return listTexts(definition).filter(({ text }) => !text[language as keyof LocalizedText]).length;
}

/** Every text a respondent reads, with its path in the definition ("main.text", "questions.0.options.1.text"). */
export function listTexts(definition: SurveyDefinition): { path: string; text: LocalizedText }[] {
  const byBand = (path: string, texts: SurveyDefinition["thanks"]) =>
    (["high", "middle", "low"] as const).map((band) => ({ path: `${path}.${band}`, text: texts[band] }));
  return [
    { path: "main.text", text: definition.main.text },
    { path: "main.lowLabel", text: definition.main.lowLabel },
    { path: "main.highLabel", text: definition.main.highLabel },
    ...(definition.followUp.isEnabled ? byBand("followUp.texts", definition.followUp.texts) : []),
    ...definition.questions.flatMap((question, index) => [
      { path: `questions.${index}.text`, text: question.text },
      ...(question.kind === "score"
        ? [
            { path: `questions.${index}.lowLabel`, text: question.lowLabel },
            { path: `questions.${index}.highLabel`, text: question.highLabel },
          ]
        : question.options.map((option, place) => ({
            path: `questions.${index}.options.${place}.text`,
            text: option.text,
          }))),
    ]),
    ...(definition.comment.isEnabled ? [{ path: "comment.text", text: definition.comment.text }] : []),
    ...byBand("thanks", definition.thanks),
    { path: "invitationMail.subject", text: definition.invitationMail.subject },
    { path: "invitationMail.body", text: definition.invitationMail.body },
    { path: "reminderMail.subject", text: definition.reminderMail.subject },
    { path: "reminderMail.body", text: definition.reminderMail.body },
  ];
}

/** What differs between two definitions, by path and language, for the confirmation before publishing. */
export function listChanges(
  before: SurveyDefinition,
  after: SurveyDefinition,
): { path: string; language: string; before: string; after: string }[] {
  const old = new Map(listTexts(before).map(({ path, text }) => [path, text]));
  const changed = new Map(listTexts(after).map(({ path, text }) => [path, text]));
  return [...new Set([...old.keys(), ...changed.keys()])].flatMap((path) =>
    respondentLanguage.options
      .map((language) => ({
        path,
        language,
        before: old.get(path)?.[language] ?? "",
        after: changed.get(path)?.[language] ?? "",
      }))
      .filter((change) => change.before !== change.after),
  );
}
