import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import { MESSAGES } from "@/i18n/messages";
import { makeTexts } from "./make-texts";

const messages = MESSAGES.fi;
const texts = makeTexts(
  "fi",
  createTranslator({ locale: "fi", messages, namespace: "dashboards" }),
  createTranslator({ locale: "fi", messages, namespace: "common" }),
  createTranslator({ locale: "fi", messages, namespace: "encounters" }),
  createTranslator({ locale: "fi", messages, namespace: "auditResults" }),
);

it.each([
  ["sv", "ruotsi"],
  // Answers that came from elsewhere: a language the product does not speak, and a code that is none.
  ["de", "saksa"],
  ["?", "?"],
])("a respondent's language %s has a name", (code, name) => {
  expect(texts.language(code).toLowerCase()).toBe(name);
});
