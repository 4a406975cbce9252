import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { LOCALES } from "@/i18n/locale";
import { MESSAGES } from "@/i18n/messages";

const feature = path.resolve(import.meta.dirname, "..");

/** Message keys of the namespace "errors" that entering an audit uses. */
function findKeys(): string[] {
  const files = ["rules.ts", "commands", "queries", "photos"].flatMap((part) =>
    part.endsWith(".ts")
      ? [part]
      : readdirSync(path.join(feature, part)).map((file) => path.join(part, file)),
  );
  const keys = files
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => {
      const source = readFileSync(path.join(feature, file), "utf8");
      return [...source.matchAll(/"((?:audit|photo|pdf|attachment)[A-Z][A-Za-z]+)"/g)].map(
        (match) => match[1] ?? "",
      );
    });
  return [...new Set(keys)].sort();
}

/** Kinds of mails and names of tables, which look like keys of messages. */
const OTHERS = [
  "auditSubmitted",
  "auditReturned",
  "auditPublished",
  "auditPlace",
  "auditKind",
  "auditAnswer",
  "auditForms",
  "auditReport",
  "photosInTurn",
];

it("every refusal is said in words, in each language", () => {
  const keys = findKeys().filter((key) => !OTHERS.includes(key) || key === "auditSubmitted");
  expect(keys).toContain("photoHides");
  expect(keys).toContain("auditVisitInFuture");
  for (const locale of LOCALES) {
    const errors = MESSAGES[locale].errors as Record<string, string>;
    expect([locale, keys.filter((key) => !errors[key])]).toEqual([locale, []]);
  }
});
