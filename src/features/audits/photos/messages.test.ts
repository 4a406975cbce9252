import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { LOCALES } from "@/i18n/locale";
import { MESSAGES } from "@/i18n/messages";

const feature = path.resolve(import.meta.dirname, "..");

/** Message keys of the namespace "errors" by which entering an audit refuses something. */
function findKeys(): string[] {
  const files = ["commands", "queries", "photos"].flatMap((folder) =>
    readdirSync(path.join(feature, folder)).map((file) => path.join(folder, file)),
  );
  const keys = [...files, "rules.ts"]
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => {
      const source = readFileSync(path.join(feature, file), "utf8");
      return [...source.matchAll(/(?:Error\(|[^=]= )"([a-z]\w+)"/g)].map((match) => match[1] ?? "");
    });
  return [...new Set(keys)].filter((key) => /^(audit|photo|pdf|attachment)[A-Z]/.test(key)).sort();
}

it("every refusal is said in words, in each language", () => {
  const keys = findKeys();
  expect(keys).toContain("photoHides");
  expect(keys).toContain("auditVisitInFuture");
  for (const locale of LOCALES) {
    const errors = MESSAGES[locale].errors as Record<string, string>;
    expect([locale, keys.filter((key) => !errors[key])]).toEqual([locale, []]);
  }
});
