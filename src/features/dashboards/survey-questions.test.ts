import { expect, it } from "vitest";
import { mergeVersions, type VersionQuestion } from "./survey-questions";

const score = (version: number, position: number, key: string, more: Partial<VersionQuestion> = {}) => ({
  version,
  position,
  key,
  kind: "score" as const,
  isMain: key === "main",
  metric: "csat" as const,
  texts: { text: { en: key }, lowLabel: { en: "low" }, highLabel: { en: "high" } },
  ...more,
});
const choice = (version: number, isMultiple: boolean, options: Record<string, string>): VersionQuestion => ({
  ...score(version, 1, "next"),
  kind: "choice",
  metric: null,
  texts: {
    text: { en: "Next?" },
    isMultiple,
    options: Object.entries(options).map(([key, en]) => ({ key, text: { en } })),
  },
});

it("has no questions before the first version", () => {
  expect(mergeVersions([])).toEqual([]);
});

it("never puts one key's answers on two scales together", () => {
  const merged = mergeVersions([score(1, 1, "help", { metric: "ces" }), score(3, 0, "help")]);
  expect(merged).toMatchObject([
    { key: "help", metric: "csat", isAsked: true, isReworded: false },
    { key: "help", metric: "ces", isAsked: false },
  ]);
});

it("orders what is asked no more after the rest, latest first, and takes new labels for new words", () => {
  const relabelled = { texts: { text: { en: "a" }, lowLabel: { en: "worst" }, highLabel: { en: "high" } } };
  const merged = mergeVersions([
    score(1, 0, "oldest"),
    score(1, 1, "a"),
    score(2, 5, "older"),
    score(3, 0, "main"),
    score(3, 1, "a", relabelled),
  ]);
  expect(merged.map(({ key, isAsked, isReworded }) => [key, isAsked, isReworded])).toEqual([
    ["main", true, false],
    ["a", true, true],
    ["older", false, false],
    ["oldest", false, false],
  ]);
});

it("keeps options that are offered no more, and knows that several could once be chosen", () => {
  const [merged] = mergeVersions([choice(1, true, { a: "A", b: "B" }), choice(2, false, { c: "C", a: "A" })]);
  expect(merged).toMatchObject({
    isMultiple: true,
    isReworded: false,
    options: [
      { key: "c", isOffered: true },
      { key: "a", isOffered: true },
      { key: "b", isOffered: false },
    ],
  });
  const [reworded] = mergeVersions([choice(1, false, { a: "A" }), choice(2, false, { a: "Aa" })]);
  expect(reworded).toMatchObject({ isReworded: true, options: [{ text: { en: "Aa" } }] });
});
