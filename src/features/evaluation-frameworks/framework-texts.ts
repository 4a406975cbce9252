import { isMissing } from "@/features/audit-forms/form-texts";
import { type LocalizedText, respondentLanguage } from "@/server/input";
import type { EvaluationFrameworkDefinition, FrameworkOrganization } from "./schema";

/** A text of a framework: where it stands ("competencies.0.items.2.text") and whether a rater could not do without it. */
export type FrameworkText = { path: string; text: LocalizedText; isNeeded: boolean };

/** Every text of a framework, in the order of the builder. */
export function listFrameworkTexts(definition: EvaluationFrameworkDefinition): FrameworkText[] {
  const needed = (path: string, text: LocalizedText) => ({ path, text, isNeeded: true });
  const optional = (path: string, text: LocalizedText) => ({ path, text, isNeeded: false });
  const asked = (path: string, of: { text: LocalizedText; selfText: LocalizedText }) => [
    needed(`${path}.text`, of.text),
    optional(`${path}.selfText`, of.selfText),
  ];
  return [
    optional("intro", definition.intro),
    ...definition.scale.map(({ label }, place) => needed(`scale.${place}.label`, label)),
    ...definition.competencies.flatMap(({ name, description, items }, place) => {
      const path = `competencies.${place}`;
      return [
        needed(`${path}.name`, name),
        optional(`${path}.description`, description),
        ...items.flatMap((item, index) => asked(`${path}.items.${index}`, item)),
      ];
    }),
    ...definition.questions.flatMap((question, index) => asked(`questions.${index}`, question)),
  ];
}

/**
 * The texts a reader of a language would miss: those a rater needs, and those that are written in the main language and
 * not in this one.
 */
export function listMissingTexts(
  definition: EvaluationFrameworkDefinition,
  language: string,
  mainLanguage: string,
): FrameworkText[] {
  return listFrameworkTexts(definition).filter(
    ({ text, isNeeded }) => isMissing(text, language) && (isNeeded || !isMissing(text, mainLanguage)),
  );
}

/** The languages a framework is edited in, the main one first: the organization's, and others somebody has written in. */
export function listFrameworkLanguages(
  { language, languages }: FrameworkOrganization,
  definitions: readonly EvaluationFrameworkDefinition[],
): string[] {
  const isWritten = (candidate: string) =>
    definitions.some((definition) =>
      listFrameworkTexts(definition).some(({ text }) => !isMissing(text, candidate)),
    );
  return [
    language,
    ...respondentLanguage.options.filter(
      (candidate) => candidate !== language && (languages.includes(candidate) || isWritten(candidate)),
    ),
  ];
}
