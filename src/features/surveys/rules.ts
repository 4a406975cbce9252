import { METRIC_SCALES, type MetricKey } from "@/metrics/score-distribution";
import { ForbiddenError } from "@/server/errors";
import { listMissingTexts, listTexts } from "./definition-texts";
import {
  MAIL_PLACEHOLDERS,
  MAIN_QUESTION_KEY,
  type SurveyBinding,
  type SurveyDefinition,
  type SurveyDraft,
  type SurveyOrganization,
  type SurveyPlace,
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
  /** The behaviour of the service standard a score question is tied to. */
  behaviourId: string | null;
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
      behaviourId: (question.kind === "score" && question.behaviourId) || null,
    };
  });
}

/** Surveys concern the whole organization: a manager limited to locations may read but not change them (ForbiddenError). */
export function requireWholeOrganization(scope: { locationIds: readonly string[] | null }): void {
  if (scope.locationIds !== null) throw new ForbiddenError("wholeOrganizationOnly");
}

/** A finding about a draft: `code` is a key of the messages "surveys.findings". */
export type SurveyFinding = {
  code: string;
  /** The builder's section it is in. */
  place: SurveyPlace;
  /** The field it is about, by its name in the builder's form ("definition.main.text.fi"); null = the whole section. */
  field: string | null;
  values: Record<string, string | number>;
};

/** Texts without which a respondent would meet an empty place; other texts may be missing and are then not shown. */
const NEEDED_TEXTS: [pattern: RegExp, code: string][] = [
  [/^main\.text$/, "mainTextMissing"],
  [/^main\.(low|high)Label$/, "scaleLabelMissing"],
  [/^followUp\./, "followUpTextMissing"],
  [/^questions\.\d+\.text$/, "questionTextMissing"],
  [/^questions\.\d+\.(low|high)Label$/, "questionLabelMissing"],
  [/^questions\.\d+\.options\./, "optionTextMissing"],
  [/^comment\./, "commentTextMissing"],
  [/^thanks\./, "thanksTextMissing"],
  [/^invitationMail\./, "mailTextMissing"],
  // Also while there are no reminders: they can be switched on later without publishing.
  [/^reminderMail\./, "reminderTextMissing"],
];

/**
 * What keeps a draft from being published: no encounter type, a text missing in the organization's language, a key used
 * twice, an unknown placeholder in a mail, and, against the current version, a question whose metric changed under the
 * same key. Each text that is missing is said once per part. Empty = fit to publish.
 */
export function listPublishingErrors(
  draft: SurveyDraft & { currentVersion?: { definition: SurveyDefinition } | null },
  organization: Pick<SurveyOrganization, "language">,
): SurveyFinding[] {
  const { definition, settings } = draft;
  const findings: SurveyFinding[] = [];
  if (settings.encounterTypeIds.length === 0) {
    findings.push({
      code: "noEncounterType",
      place: "settings",
      field: "settings.encounterTypeIds",
      values: {},
    });
  }
  findings.push(...listNeededTexts(definition, organization.language));
  const keys = definition.questions.map((question) => question.key);
  if (new Set([MAIN_QUESTION_KEY, ...keys]).size !== keys.length + 1) {
    findings.push({ code: "duplicateKey", place: "questions", field: null, values: {} });
  }
  for (const { placeholder, field } of listUnknownPlaceholders(definition)) {
    findings.push({ code: "unknownPlaceholder", place: "mails", field, values: { placeholder } });
  }
  for (const number of listChangedMetrics(definition, draft.currentVersion?.definition)) {
    const place = number === 0 ? "main" : "questions";
    findings.push({ code: "metricChanged", place, field: null, values: { number } });
  }
  return findings;
}

function listNeededTexts(definition: SurveyDefinition, language: string): SurveyFinding[] {
  const findings = listMissingTexts(definition, language).map(({ path, place }): SurveyFinding => {
    const code = NEEDED_TEXTS.find(([pattern]) => pattern.test(path))?.[1] ?? "mainTextMissing";
    const index = /^questions\.(\d+)\./.exec(path)?.[1];
    const values: SurveyFinding["values"] = index === undefined ? {} : { number: Number(index) + 1 };
    return { code, place, field: `definition.${path}.${language}`, values };
  });
  const sayOnce = new Map<string, SurveyFinding>();
  for (const finding of findings) {
    const key = `${finding.code} ${finding.values.number}`;
    if (!sayOnce.has(key)) sayOnce.set(key, finding);
  }
  return [...sayOnce.values()];
}

/** Placeholders of the mail texts that are not among MAIL_PLACEHOLDERS, each once, with the first field that has it. */
export function listUnknownPlaceholders(
  definition: SurveyDefinition,
): { placeholder: string; field: string }[] {
  const found = new Map<string, string>();
  for (const { path, text } of listTexts(definition).filter(({ place }) => place === "mails")) {
    for (const [language, written] of Object.entries(text)) {
      for (const placeholder of unknownPlaceholdersIn(written ?? "")) {
        if (!found.has(placeholder)) found.set(placeholder, `definition.${path}.${language}`);
      }
    }
  }
  return [...found].map(([placeholder, field]) => ({ placeholder, field }));
}

/** The placeholders of one text that no mail can fill, as written between the braces. */
export function unknownPlaceholdersIn(text: string): string[] {
  const used = [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
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
 * question, texts missing in one of the organization's other languages, a short quarantine (under a week), and another
 * published survey for the same encounters.
 */
export function listSurveyWarnings(
  draft: SurveyDraft,
  context: Pick<SurveyOrganization, "language" | "languages" | "quarantineDays"> & {
    others: SurveyBinding[];
  },
): SurveyFinding[] {
  const { definition, settings } = draft;
  const findings: SurveyFinding[] = [];
  const find = (code: string, field: string, values: SurveyFinding["values"] = {}) =>
    findings.push({ code, place: "settings", field: `settings.${field}`, values });

  const questions =
    1 +
    definition.questions.length +
    Number(definition.followUp.isEnabled) +
    Number(definition.comment.isEnabled);
  if (questions > RECOMMENDED_QUESTIONS) {
    findings.push({
      code: "tooManyQuestions",
      place: "questions",
      field: null,
      values: { count: questions },
    });
  }
  if (!definition.followUp.isEnabled && !definition.comment.isEnabled) {
    findings.push({ code: "noOpenQuestion", place: "followUp", field: null, values: {} });
  }
  if (settings.reminderCount === 2 && settings.reminderAfterDays < 2) {
    find("remindersTooClose", "reminderAfterDays");
  }
  if (settings.delayMinutes > 3 * DAY_MINUTES) {
    find("longDelay", "delayMinutes", { days: Math.round(settings.delayMinutes / DAY_MINUTES) });
  }
  const lastReminderDay = settings.reminderCount * settings.reminderAfterDays;
  if (settings.reminderCount > 0 && lastReminderDay >= settings.expiryDays) {
    find("expiresBeforeReminder", "expiryDays", { days: lastReminderDay });
  }
  if ((settings.quarantineDays ?? context.quarantineDays) < 7) find("shortQuarantine", "quarantineDays");
  // What is missing in the organization's own language keeps the survey from being published: no mere warning.
  for (const language of context.languages.filter((other) => other !== context.language)) {
    const missing = listMissingTexts(definition, language);
    const [first] = missing;
    if (!first) continue;
    const field = `definition.${first.path}.${language}`;
    const values = { language, count: missing.length };
    findings.push({ code: "missingLanguage", place: first.place, field, values });
  }
  for (const { name } of listOverlaps(settings, context.others)) {
    find("overlappingSurvey", "encounterTypeIds", { name });
  }
  return findings;
}

/**
 * The surveys that would ask about the same encounters. One bound to chosen touchpoints and one for all of them do not
 * overlap: where both fit, the chosen touchpoint wins (invitations/rules.ts), which is how an exception is made.
 */
export function listOverlaps(
  settings: Pick<SurveySettings, "encounterTypeIds" | "touchpointIds">,
  others: SurveyBinding[],
): SurveyBinding[] {
  const isShared = (a: string[], b: string[]) => a.some((id) => b.includes(id));
  return others.filter(
    (other) =>
      isShared(settings.encounterTypeIds, other.encounterTypeIds) &&
      (settings.touchpointIds.length === 0 || other.touchpointIds.length === 0
        ? settings.touchpointIds.length === other.touchpointIds.length
        : isShared(settings.touchpointIds, other.touchpointIds)),
  );
}
