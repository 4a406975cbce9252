import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ACTIVITY_GROUPS } from "@/features/organizations/schema";
import { LOCALES } from "@/i18n/locale";
import { MESSAGES } from "@/i18n/messages";

const root = path.resolve(import.meta.dirname, "../..");
const nouns: readonly string[] = Object.values(ACTIVITY_GROUPS).flat();

/** Every "noun.verbed" that a file recording activity mentions. */
function findActions(): string[] {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.includes(".test.") && !file.startsWith("generated"),
  );
  const actions = files.flatMap((file) => {
    const source = readFileSync(path.join(root, file), "utf8");
    if (!source.includes("recordActivity(") || file.endsWith("server/activity.ts")) return [];
    return [...source.matchAll(/"([a-z][a-zA-Z]*)\.([a-z][a-zA-Z]*)"(?!\s*:)/g)]
      .filter((match) => !match[0].includes(".json"))
      .map((match) => `${match[1]}.${match[2]}`);
  });
  return [...new Set(actions)].sort();
}

const actions = findActions();

describe("the audit trail in words", () => {
  it("finds the acts that the product records", () => {
    expect(actions).toContain("member.invited");
    expect(actions).toContain("touchpoint.archived");
    expect(actions.length).toBeGreaterThan(30);
  });

  it.each(actions)("%s belongs to a group of the filter", (action) => {
    expect(nouns).toContain(action.split(".")[0]);
  });

  it.each(LOCALES.flatMap((locale) => actions.map((action) => [locale, action] as const)))(
    "%s says what %s means",
    (locale, action) => {
      const [noun = "", verb = ""] = action.split(".");
      const texts = MESSAGES[locale].activity.actions as Record<string, Record<string, string>>;
      expect(texts[noun]?.[verb]).toEqual(expect.stringMatching(/\S/));
    },
  );
});
