import type { LocalizedText } from "@/server/input";
import type { BehaviourInput } from "./schema";

/** The form's name fields as stored: only the languages that were filled in. */
export function toNames(input: BehaviourInput): LocalizedText {
  return toText(input.nameFi, input.nameSv, input.nameEn);
}

/** The form's description fields as stored. */
export function toDescriptions(input: BehaviourInput): LocalizedText {
  return toText(input.descriptionFi, input.descriptionSv, input.descriptionEn);
}

function toText(fi: string | null, sv: string | null, en: string | null): LocalizedText {
  return { ...(fi ? { fi } : {}), ...(sv ? { sv } : {}), ...(en ? { en } : {}) };
}

/** The first language in which two texts read the same, capitals aside; null when there is none. */
export function sameIn(one: LocalizedText, other: LocalizedText): "fi" | "sv" | "en" | null {
  for (const language of ["fi", "sv", "en"] as const) {
    const text = one[language]?.trim().toLocaleLowerCase(language);
    if (text && text === other[language]?.trim().toLocaleLowerCase(language)) return language;
  }
  return null;
}
