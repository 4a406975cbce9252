import { describe, expect, it } from "vitest";
import { REJECTION_REASONS as PEOPLE_REASONS } from "@/features/people/schema";
import { ImportKind } from "@/generated/prisma/enums";
import { LOCALES } from "@/i18n/locale";
import { MESSAGES } from "@/i18n/messages";
import { TARGET_FIELDS } from "./fields";
import { REJECTION_REASONS } from "./schema";

/** The texts that are looked up by keys from data, which the type checker cannot follow. */
describe.each(LOCALES)("texts of imports in %s", (locale) => {
  const messages = MESSAGES[locale].imports;

  it.each(Object.values(ImportKind))("name every field of %s, and no other", (kind) => {
    const keys = TARGET_FIELDS[kind].map((field) => field.key);
    expect(Object.keys(messages.fields[kind]).sort()).toEqual([...keys].sort());
  });

  it("tell every reason for a rejection, and no other", () => {
    expect(Object.keys(messages.reasons).sort()).toEqual([...REJECTION_REASONS].sort());
    expect(REJECTION_REASONS).toEqual(expect.arrayContaining([...PEOPLE_REASONS]));
  });
});
