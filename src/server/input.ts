import { z } from "zod";

/**
 * Building blocks of input schemas. Messages are keys of the namespace "errors"; `defineAction` translates them.
 * What zod itself finds wrong ("required", "too long") is translated by its issue code, so most fields need no message.
 */

/** PostgreSQL refuses one character, which nobody types: texts with it are wrong input, not an error of ours. */
export const withoutNul = /^[^\0]*$/;

/** A text that must not be empty after trimming. */
export const requiredText = (max = 200) =>
  z.string({ error: "required" }).trim().min(1, "required").max(max).regex(withoutNul, "invalidValue");

/** A text that may be left empty; empty becomes null. */
export const optionalText = (max = 200) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(withoutNul, "invalidValue")
    .nullish()
    .transform((text) => text || null);

/** An e-mail address, trimmed and lower-cased. */
export const emailAddress = z
  .string({ error: "required" })
  .trim()
  .toLowerCase()
  .min(1, "required")
  .max(254)
  .pipe(z.email("email"));

/** An e-mail address that may be left empty; empty becomes null. */
export const optionalEmailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .nullish()
  .transform((text) => text || null)
  .pipe(z.email("email").nullable());

/** The id of a row. */
export const id = z.uuid("chooseOne");

/** The id of a row, or nothing ("" in a form). */
export const optionalId = z
  .string()
  .nullish()
  .transform((text) => text || null)
  .pipe(z.uuid("chooseOne").nullable());

/** A checkbox or switch of a form ("on", "true", absent) or a boolean of an object. */
export const checkbox = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || value === "on" || value === "true");

/** Says "number" of what is none; a number out of bounds is told its bounds. */
export const notANumber = ({ code }: { code: string }) => (code === "invalid_type" ? "number" : undefined);

/** A whole number typed into a form. */
export const wholeNumber = (min: number, max: number) =>
  z.coerce.number({ error: notANumber }).int("wholeNumber").min(min).max(max);

/** Languages a respondent can be asked in. */
export const respondentLanguage = z.enum(["fi", "sv", "en"], { error: "chooseOne" });
export type RespondentLanguage = z.infer<typeof respondentLanguage>;

const wording = z.string().trim().max(2000).regex(withoutNul, "invalidValue");

/** A text in the languages of the product; a missing language falls back (`chooseText`). */
export const localizedText = z.object({
  fi: wording.optional(),
  sv: wording.optional(),
  en: wording.optional(),
});
export type LocalizedText = z.infer<typeof localizedText>;

/** The text in a language; else in the organization's language, else in any, else "". */
export function chooseText(text: LocalizedText, language: string, fallback = "fi"): string {
  const languages = respondentLanguage.options;
  for (const candidate of [language, fallback, ...languages]) {
    const found = text[candidate as keyof LocalizedText];
    if (found) return found;
  }
  return "";
}

/** Page and search of a list, from the URL; nonsense falls back to the first page. */
export const listInput = z.object({
  q: z.string().trim().max(200).regex(withoutNul).catch(""),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type ListInput = z.infer<typeof listInput>;
