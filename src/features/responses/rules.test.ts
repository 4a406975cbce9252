import { describe, expect, test } from "vitest";
import type { SurveyDefinition } from "@/features/surveys/schema";
import { SURVEY_TEMPLATES } from "@/features/surveys/templates";
import { choosePageLanguage, decideStep, hasDetails, keptTime, parseDetails, parseScore } from "./rules";
import { TEXT_LIMIT } from "./schema";

const now = new Date("2026-11-21T12:00:00Z");
const open = new Date("2026-11-22T12:00:00Z");
const closed = now;
const first = { response: null, expiresAt: open, now, hasDetails: true, requested: null, linkScore: null };
const half = { score: 9, isCompleted: false };
const done = { score: 9, isCompleted: true };

describe("decideStep", () => {
  test.each<[string, Partial<Parameters<typeof decideStep>[0]>, ReturnType<typeof decideStep>]>([
    ["the link", {}, { step: "score", chosen: null, isEdit: false }],
    ["a number of the mail", { linkScore: 7 }, { step: "score", chosen: 7, isEdit: false }],
    ["too late", { expiresAt: closed, linkScore: 7 }, { step: "expired" }],
    ["the score is in", { response: half }, { step: "details", score: 9, isEdit: false }],
    ["the same number again", { response: half, linkScore: 9 }, { step: "details", score: 9, isEdit: false }],
    [
      "another number before finishing",
      { response: half, linkScore: 3 },
      { step: "score", chosen: 3, isEdit: false },
    ],
    [
      "change of the score",
      { response: half, requested: "score" },
      { step: "score", chosen: 9, isEdit: false },
    ],
    ["finished", { response: done }, { step: "thanks", score: 9, canChange: true }],
    [
      "a number after finishing",
      { response: done, linkScore: 3 },
      { step: "thanks", score: 9, canChange: true },
    ],
    [
      "change after finishing",
      { response: done, requested: "score" },
      { step: "score", chosen: 9, isEdit: true },
    ],
    [
      "details after finishing",
      { response: done, requested: "details" },
      { step: "details", score: 9, isEdit: true },
    ],
    [
      "nothing more to ask",
      { response: half, hasDetails: false },
      { step: "thanks", score: 9, canChange: true },
    ],
    [
      "an old answer",
      { response: half, expiresAt: closed, requested: "score" },
      { step: "thanks", score: 9, canChange: false },
    ],
    [
      "details asked for before the score",
      { requested: "details" },
      { step: "score", chosen: null, isEdit: false },
    ],
  ])("%s", (_, changed, expected) => {
    expect(decideStep({ ...first, ...changed })).toEqual(expected);
  });
});

test("a score is a whole number on its scale, and nothing else", () => {
  expect(["0", "10"].map((text) => parseScore("nps", text))).toEqual([0, 10]);
  expect(["1", "7"].map((text) => parseScore("ces", text))).toEqual([1, 7]);
  const wrong = [
    "",
    "11",
    "-1",
    "7.5",
    "1e1",
    " 7",
    "7 ",
    "0x7",
    "seven",
    null,
    undefined,
    7,
    ["7", "8"],
    new File([], "x"),
  ];
  expect(wrong.map((value) => parseScore("nps", value))).toEqual(wrong.map(() => null));
  expect(["0", "6"].map((text) => parseScore("csat", text))).toEqual([null, null]);
});

describe("parseDetails", () => {
  const definition: SurveyDefinition = {
    ...SURVEY_TEMPLATES.nps,
    questions: [
      { kind: "score", key: "wait", metric: "csat", text: {}, lowLabel: {}, highLabel: {} },
      {
        kind: "choice",
        key: "why",
        isMultiple: true,
        text: {},
        options: [
          { key: "a", text: {} },
          { key: "b", text: {} },
        ],
      },
      {
        kind: "choice",
        key: "one",
        isMultiple: false,
        text: {},
        options: [
          { key: "a", text: {} },
          { key: "b", text: {} },
        ],
      },
    ],
  };
  const form = (fields: [string, string][]) => {
    const data = new FormData();
    for (const [name, value] of fields) data.append(name, value);
    return data;
  };

  test("reads what the survey asks and ignores the rest", () => {
    const sent = form([
      ["followUp", "  Hyvä\r\npalvelu \0"],
      ["comment", "   "],
      ["q.wait", "4"],
      ["q.why", "a"],
      ["q.why", "b"],
      ["q.one", "b"],
      ["q.invented", "9"],
      ["q.main", "1"],
    ]);
    expect(parseDetails(definition, sent)).toEqual({
      followUp: "Hyvä\npalvelu",
      comment: null,
      scores: { wait: 4 },
      choices: { why: ["a", "b"], one: ["b"] },
      problems: [],
    });
  });

  test("a form left blank is no problem", () => {
    expect(parseDetails(definition, form([]))).toEqual({
      followUp: null,
      comment: null,
      scores: {},
      choices: {},
      problems: [],
    });
  });

  test("what is not on offer is named, what is on offer beside it is kept", () => {
    const sent = form([
      ["q.wait", "6"],
      ["q.why", "a"],
      ["q.why", "z"],
      ["comment", "kept"],
    ]);
    expect(parseDetails(definition, sent)).toMatchObject({
      scores: {},
      choices: { why: ["a"] },
      comment: "kept",
      problems: ["wait", "why"],
    });
  });

  test("a text at the limit is kept whole with line breaks counted once; a longer one is cut, not inside an emoji", () => {
    const lines = "a\r\n".repeat(TEXT_LIMIT / 2 - 1);
    expect(parseDetails(definition, form([["comment", `${lines}ab`]])).problems).toEqual([]);
    const long = `${"x".repeat(TEXT_LIMIT - 1)}👍`;
    const { comment, problems } = parseDetails(definition, form([["comment", long]]));
    expect(problems).toEqual(["comment"]);
    expect(comment).toBe("x".repeat(TEXT_LIMIT - 1));
  });

  test("a text that the survey does not ask for is not stored", () => {
    const silent = { ...definition, followUp: { ...definition.followUp, isEnabled: false } };
    expect(parseDetails(silent, form([["followUp", "sneaked in"]])).followUp).toBeNull();
  });
});

test("a survey of one question has no second step", () => {
  const { nps } = SURVEY_TEMPLATES;
  const bare = {
    ...nps,
    followUp: { ...nps.followUp, isEnabled: false },
    comment: { ...nps.comment, isEnabled: false },
    questions: [],
  };
  expect(hasDetails(bare)).toBe(false);
  expect(hasDetails(nps)).toBe(true);
});

test("the page's language: asked for, else the invitation's, else the organization's", () => {
  const page = { languages: ["fi", "sv"], language: "sv", organization: { language: "fi" } };
  expect(choosePageLanguage("fi", page)).toBe("fi");
  expect(choosePageLanguage("en", page)).toBe("sv");
  expect(choosePageLanguage(null, { ...page, language: "en" })).toBe("fi");
});

describe("keptTime", () => {
  test("keeps the moment of a named answer and the day of an anonymous one, on the organization's clock", () => {
    const lateInHelsinki = new Date("2026-11-20T22:30:15.123Z");
    expect(keptTime(lateInHelsinki, "Europe/Helsinki", false)).toEqual(lateInHelsinki);
    expect(keptTime(lateInHelsinki, "Europe/Helsinki", true)).toEqual(new Date("2026-11-20T22:00:00Z"));
    expect(keptTime(lateInHelsinki, "UTC", true)).toEqual(new Date("2026-11-20T00:00:00Z"));
  });

  test("is the same for all of a day, also when the clocks change, and never ahead", () => {
    const hours = Array.from({ length: 25 }, (_, hour) => new Date(Date.UTC(2026, 9, 24, 21 + hour, 59)));
    const kept = hours.map((now) => keptTime(now, "Europe/Helsinki", true).toISOString());
    expect(new Set(kept)).toEqual(new Set(["2026-10-24T21:00:00.000Z"]));
  });
});
