import type { LocalizedText } from "@/server/input";
import { valueAt, withValueAt } from "@/ui/draft/value-at";
import type { SurveyDefinition, SurveyPlace } from "./schema";

/** A text of a definition: where it stands ("main.text", "questions.0.options.1.text") and the section that edits it. */
export type DefinitionText = { path: string; place: SurveyPlace; text: LocalizedText };

/** Every text a respondent reads, in the order of the builder. Texts of what is switched off are left out. */
export function listTexts(definition: SurveyDefinition): DefinitionText[] {
  const byBand = (place: SurveyPlace, path: string, texts: SurveyDefinition["thanks"]) =>
    (["high", "middle", "low"] as const).map((band) => ({
      path: `${path}.${band}`,
      place,
      text: texts[band],
    }));
  const ofMail = (path: "invitationMail" | "reminderMail") =>
    (["subject", "body"] as const).map((part) => ({
      path: `${path}.${part}`,
      place: "mails" as const,
      text: definition[path][part],
    }));
  return [
    { path: "main.text", place: "main", text: definition.main.text },
    { path: "main.lowLabel", place: "main", text: definition.main.lowLabel },
    { path: "main.highLabel", place: "main", text: definition.main.highLabel },
    ...(definition.followUp.isEnabled ? byBand("followUp", "followUp.texts", definition.followUp.texts) : []),
    ...definition.questions.flatMap((question, index) =>
      listQuestionTexts(question).map(({ path, text }) => ({
        path: `questions.${index}.${path}`,
        place: "questions" as const,
        text,
      })),
    ),
    ...(definition.comment.isEnabled
      ? [{ path: "comment.text", place: "comment" as const, text: definition.comment.text }]
      : []),
    ...byBand("thanks", "thanks", definition.thanks),
    ...ofMail("invitationMail"),
    ...ofMail("reminderMail"),
  ];
}

/** The texts of one extra question, with their paths inside it. */
export function listQuestionTexts(
  question: SurveyDefinition["questions"][number],
): { path: string; text: LocalizedText }[] {
  const own = { path: "text", text: question.text };
  if (question.kind === "score") {
    return [
      own,
      { path: "lowLabel", text: question.lowLabel },
      { path: "highLabel", text: question.highLabel },
    ];
  }
  return [
    own,
    ...question.options.map((option, place) => ({ path: `options.${place}.text`, text: option.text })),
  ];
}

/** Whether a text is empty in a language. */
export function isMissing(text: LocalizedText, language: string): boolean {
  return !text[language as keyof LocalizedText]?.trim();
}

/** The texts a respondent would read that are missing in a language. */
export function listMissingTexts(definition: SurveyDefinition, language: string): DefinitionText[] {
  return listTexts(definition).filter(({ text }) => isMissing(text, language));
}

/** How many of the texts a respondent would read are missing in a language. */
export function countMissingTexts(definition: SurveyDefinition, language: string): number {
  return listMissingTexts(definition, language).length;
}

/** The text at a path of `listTexts`, whether its part is switched on or not; `{}` when there is none. */
export function textAt(definition: SurveyDefinition, path: string): LocalizedText {
  return (valueAt(definition, path) as LocalizedText | undefined) ?? {};
}

/** A copy of the definition with one text changed in one language; the rest is shared with the original. */
export function withText(
  definition: SurveyDefinition,
  path: string,
  language: string,
  text: string,
): SurveyDefinition {
  return withValueAt(definition, `${path}.${language}`, text);
}
