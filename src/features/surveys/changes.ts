import type { LocalizedText } from "@/server/input";
import { respondentLanguage } from "@/server/input";
import { listQuestionTexts, listTexts } from "./definition-texts";
import type { ExtraQuestion, SurveyDefinition, SurveyPlace } from "./schema";

/** One difference between two definitions, for a person to read. `path` is that of the later definition. */
export type SurveyChange =
  | { kind: "text"; place: SurveyPlace; path: string; language: string; before: string; after: string }
  | { kind: "questionAdded" | "questionRemoved"; place: "questions"; text: LocalizedText }
  | { kind: "optionAdded" | "optionRemoved"; place: "questions"; number: number; text: LocalizedText }
  | { kind: "oneChoice" | "severalChoices"; place: "questions"; number: number }
  /** Tied to a behaviour, no more, or to another one; the main question is number 0. */
  | {
      kind: "behaviourTied" | "behaviourUntied" | "behaviourChanged";
      place: "main" | "questions";
      number: number;
    }
  | { kind: "reordered"; place: "questions" }
  | { kind: "optionsReordered"; place: "questions"; number: number }
  | { kind: "switchedOn" | "switchedOff"; place: "followUp" | "comment" };

/**
 * What differs between two definitions, in the order of the builder. Questions and options are recognised by their keys,
 * so moving one is one change, not a change of every text around it. The same definition twice gives none.
 */
export function listChanges(before: SurveyDefinition, after: SurveyDefinition): SurveyChange[] {
  const old = new Map(listTexts(before).map((text) => [text.path, text.text]));
  const texts = listTexts(after)
    .filter(({ place, path }) => place !== "questions" && old.has(path))
    .flatMap(({ place, path, text }) => listTextChanges(place, path, old.get(path) ?? {}, text));
  const ofPlace = (...places: SurveyPlace[]) => texts.filter((change) => places.includes(change.place));
  return [
    ...ofPlace("main"),
    ...listBehaviourChanges("main", 0, before.main.behaviourId, after.main.behaviourId),
    ...listSwitches("followUp", before, after),
    ...ofPlace("followUp"),
    ...listQuestionChanges(before.questions, after.questions),
    ...listSwitches("comment", before, after),
    ...ofPlace("comment", "thanks", "mails"),
  ];
}

function listTextChanges(
  place: SurveyPlace,
  path: string,
  before: LocalizedText,
  after: LocalizedText,
): SurveyChange[] {
  return respondentLanguage.options
    .map((language) => ({
      kind: "text" as const,
      place,
      path,
      language,
      before: before[language] ?? "",
      after: after[language] ?? "",
    }))
    .filter((change) => change.before !== change.after);
}

function listSwitches(
  place: "followUp" | "comment",
  before: SurveyDefinition,
  after: SurveyDefinition,
): SurveyChange[] {
  if (before[place].isEnabled === after[place].isEnabled) return [];
  return [{ kind: after[place].isEnabled ? "switchedOn" : "switchedOff", place }];
}

/** Whether what is in both lists stands in another order. */
function isReordered(before: { key: string }[], after: { key: string }[]): boolean {
  const kept = (list: { key: string }[], other: { key: string }[]) =>
    list.map((item) => item.key).filter((key) => other.some((item) => item.key === key));
  return kept(before, after).join() !== kept(after, before).join();
}

function listBehaviourChanges(
  place: "main" | "questions",
  number: number,
  before: string | undefined,
  after: string | undefined,
): SurveyChange[] {
  if (before === after) return [];
  if (before === undefined) return [{ kind: "behaviourTied", place, number }];
  return [{ kind: after === undefined ? "behaviourUntied" : "behaviourChanged", place, number }];
}

function listQuestionChanges(before: ExtraQuestion[], after: ExtraQuestion[]): SurveyChange[] {
  const place = "questions" as const;
  const old = new Map(before.map((question) => [question.key, question]));
  const keys = new Set(after.map((question) => question.key));
  return [
    ...before
      .filter((question) => !keys.has(question.key))
      .map((question) => ({ kind: "questionRemoved" as const, place, text: question.text })),
    ...after
      .filter((question) => !old.has(question.key))
      .map((question) => ({ kind: "questionAdded" as const, place, text: question.text })),
    ...(isReordered(before, after) ? [{ kind: "reordered" as const, place }] : []),
    ...after.flatMap((question, index) => {
      const earlier = old.get(question.key);
      return earlier ? listChangesOfQuestion(earlier, question, index) : [];
    }),
  ];
}

function listChangesOfQuestion(before: ExtraQuestion, after: ExtraQuestion, index: number): SurveyChange[] {
  const place = "questions" as const;
  const number = index + 1;
  if (before.kind !== "choice" || after.kind !== "choice") {
    const old = new Map(listQuestionTexts(before).map(({ path, text }) => [path, text]));
    const behaviourOf = (question: ExtraQuestion) =>
      question.kind === "score" ? question.behaviourId : undefined;
    return [
      ...listQuestionTexts(after).flatMap(({ path, text }) =>
        listTextChanges(place, `questions.${index}.${path}`, old.get(path) ?? {}, text),
      ),
      ...listBehaviourChanges(place, number, behaviourOf(before), behaviourOf(after)),
    ];
  }
  const old = new Map(before.options.map((option) => [option.key, option.text]));
  const keys = new Set(after.options.map((option) => option.key));
  return [
    ...listTextChanges(place, `questions.${index}.text`, before.text, after.text),
    ...(before.isMultiple === after.isMultiple
      ? []
      : [{ kind: after.isMultiple ? ("severalChoices" as const) : ("oneChoice" as const), place, number }]),
    ...before.options
      .filter((option) => !keys.has(option.key))
      .map((option) => ({ kind: "optionRemoved" as const, place, number, text: option.text })),
    ...after.options.flatMap((option, optionIndex) => {
      const earlier = old.get(option.key);
      return earlier
        ? listTextChanges(place, `questions.${index}.options.${optionIndex}.text`, earlier, option.text)
        : [{ kind: "optionAdded" as const, place, number, text: option.text }];
    }),
    ...(isReordered(before.options, after.options)
      ? [{ kind: "optionsReordered" as const, place, number }]
      : []),
  ];
}
