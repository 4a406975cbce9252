import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { MESSAGES } from "./messages";

const root = path.resolve(import.meta.dirname, "..");
const code = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|^generated/.test(file))
  .map((file) => readFileSync(path.join(root, file), "utf8"))
  .join("\n");
const words = new Set(code.match(/[\w-]+/g));
/** Ends of keys that are put together: "Hint" of `${part}Hint`. */
const endings = [...new Set([...code.matchAll(/\}([A-Z]\w*)`/g)].map(([, ending]) => ending as string))];

function listKeys(messages: object, prefix = ""): string[] {
  return Object.entries(messages).flatMap(([key, text]) =>
    typeof text === "object" ? listKeys(text, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

function isMentioned(segment: string): boolean {
  return words.has(segment) || endings.some((ending) => segment.endsWith(ending));
}

// The compiler refuses a key that no text has. That a text has no key any more it does not see: a part of the key that
// stands nowhere in the code is certain; a text whose parts stand there for something else is not found.
it("keeps no text that no code asks for", () => {
  const keys = listKeys(MESSAGES.en);
  expect(keys.length).toBeGreaterThan(1000);
  expect(keys.filter((key) => !key.split(".").every(isMentioned))).toEqual([]);
});
