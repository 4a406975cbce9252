import { type LocalizedText, respondentLanguage } from "@/server/input";
import type { AuditFormDefinition, AuditFormItem, FormOrganization } from "./schema";

/** A text of a form: where it stands ("sections.0.items.2.text") and whether an auditor could not do without it. */
export type FormText = {
  path: string;
  text: LocalizedText;
  isNeeded: boolean;
  sectionKey: string | null;
  itemKey: string | null;
};

/** The texts of an item that are written once each, in the order of the builder. */
export const ITEM_TEXTS = ["text", "guidance", "goodExample", "badExample", "suggestion"] as const;
export type ItemTextPart = (typeof ITEM_TEXTS)[number];

/** Every text of a form, in the order of the builder. */
export function listFormTexts(definition: AuditFormDefinition): FormText[] {
  return [
    { path: "intro", text: definition.intro, isNeeded: false, sectionKey: null, itemKey: null },
    ...definition.sections.flatMap((section, index) => {
      const path = `sections.${index}`;
      const ofSection = { sectionKey: section.key, itemKey: null };
      return [
        { path: `${path}.title`, text: section.title, isNeeded: true, ...ofSection },
        { path: `${path}.intro`, text: section.intro, isNeeded: false, ...ofSection },
        ...section.items.flatMap((item, place) =>
          listItemTexts(item).map((text) => ({
            ...text,
            path: `${path}.items.${place}.${text.path}`,
            sectionKey: section.key,
            itemKey: item.key,
          })),
        ),
      ];
    }),
  ];
}

/** The texts of one item, with their paths inside it. */
export function listItemTexts(
  item: AuditFormItem,
): { path: string; text: LocalizedText; isNeeded: boolean }[] {
  const own = ITEM_TEXTS.map((part) => ({ path: part, text: item[part], isNeeded: part === "text" }));
  const options =
    "options" in item
      ? item.options.map((option, place) => ({
          path: `options.${place}.text`,
          text: option.text,
          isNeeded: true,
        }))
      : [];
  const unit = item.kind === "number" ? [{ path: "unit", text: item.unit, isNeeded: false }] : [];
  const [wording, ...rest] = own;
  return [...(wording ? [wording] : []), ...options, ...unit, ...rest];
}

/** Whether a text is empty in a language. */
export function isMissing(text: LocalizedText, language: string): boolean {
  return !text[language as keyof LocalizedText]?.trim();
}

/**
 * The texts a reader of a language would miss: those an auditor needs, and those that are written in the main
 * language and not in this one.
 */
export function listMissingTexts(
  definition: AuditFormDefinition,
  language: string,
  mainLanguage: string,
): FormText[] {
  return listFormTexts(definition).filter(
    ({ text, isNeeded }) => isMissing(text, language) && (isNeeded || !isMissing(text, mainLanguage)),
  );
}

/**
 * The language every text of a form is first written in. Auditors' screens and reports are in Finnish or English, so an
 * organization whose own language is another one writes its forms in Finnish.
 */
export function mainFormLanguage(organizationLanguage: string): string {
  return organizationLanguage === "en" ? "en" : "fi";
}

/** The languages a form is edited in, the main one first: those of auditors, and others somebody has written in. */
export function listFormLanguages(
  { language, languages }: FormOrganization,
  definitions: readonly AuditFormDefinition[],
): string[] {
  const main = mainFormLanguage(language);
  const isWritten = (candidate: string) =>
    definitions.some((definition) =>
      listFormTexts(definition).some(({ text }) => !isMissing(text, candidate)),
    );
  const isRead = (candidate: string) => candidate !== "sv" && languages.includes(candidate);
  return [
    main,
    ...respondentLanguage.options.filter(
      (candidate) => candidate !== main && (isRead(candidate) || isWritten(candidate)),
    ),
  ];
}
