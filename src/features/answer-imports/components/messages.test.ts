import { describe, expect, it } from "vitest";
import { LOCALES } from "@/i18n/locale";
import { MESSAGES } from "@/i18n/messages";
import { DATE_FORMS } from "../formats";
import { MAPPING_PROBLEMS, METRICS } from "../mapping";
import { FAILURES, REJECTION_REASONS } from "../schema";

/** The texts that are looked up by keys from data: each has its own, and none is left over. */
describe.each(LOCALES)("texts of importing answers in %s", (locale) => {
  const messages = MESSAGES[locale].answerImports;

  it.each([
    ["reasons", REJECTION_REASONS],
    ["failures", FAILURES],
    ["problems", MAPPING_PROBLEMS],
    ["metrics", METRICS],
    ["metricScales", METRICS],
    ["dateForms", DATE_FORMS],
    ["dateFormNames", DATE_FORMS],
  ] as const)("tell all %s", (part, keys) => {
    expect(Object.keys(messages[part]).sort()).toEqual([...keys].sort());
  });
});
