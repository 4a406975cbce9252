import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => path.join("src", file))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(path.join("src", "generated")));

const own = [
  path.join("src", "features", "diary"),
  path.join("src", "app", "(app)", "o", "[organization]", "diary"),
];
const isOwn = (file: string) => own.some((folder) => file.startsWith(folder + path.sep));

/** Its table, its rows from another table (`sharedEntries` of a member), its modules. */
const MENTIONS = /diary_entries|\bdiaryEntry\b|\bdiaryEntries\b|\bsharedEntries\b|features\/diary/i;

it("the diary is read by its own pages and nothing else: no dashboard, export, job or API", () => {
  expect(
    files.filter((file) => isOwn(file) && MENTIONS.test(readFileSync(file, "utf8"))).length,
  ).toBeGreaterThan(10);
  const others = files.filter((file) => !isOwn(file) && MENTIONS.test(readFileSync(file, "utf8")));
  expect(others).toEqual([]);
});
