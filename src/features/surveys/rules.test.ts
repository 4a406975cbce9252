import { describe, expect, it } from "vitest";
import { listOverlaps, listPublishingErrors, listSurveyWarnings, listUnknownPlaceholders } from "./rules";
import { bandRange, type SurveyDefinition, type SurveySettings, scoreBand } from "./schema";
import { SURVEY_TEMPLATES } from "./templates";

const settings: SurveySettings = {
  name: "Survey",
  encounterTypeIds: ["0190a5a5-0000-7000-8000-000000000001"],
  touchpointIds: [],
  delayMinutes: 60,
  reminderCount: 1,
  reminderAfterDays: 3,
  expiryDays: 14,
  quarantineDays: null,
  isAnonymous: false,
};
const organization = { language: "fi", languages: ["fi", "sv", "en"] };
const context = { ...organization, quarantineDays: 30, others: [] };
const codes = (findings: { code: string }[]) => findings.map((finding) => finding.code);
const extra = (key: string): SurveyDefinition["questions"][number] => ({
  kind: "score",
  key,
  metric: "csat",
  text: { fi: "Kysymys", sv: "Fråga", en: "Question" },
  lowLabel: { fi: "a", sv: "a", en: "a" },
  highLabel: { fi: "b", sv: "b", en: "b" },
});

describe("built-in templates", () => {
  it.each(["nps", "csat", "ces"] as const)("%s can be published as it is and raises no warning", (metric) => {
    const definition = SURVEY_TEMPLATES[metric];
    for (const language of ["fi", "sv", "en"]) {
      expect(listPublishingErrors({ definition, settings }, { language })).toEqual([]);
    }
    expect(listSurveyWarnings({ definition, settings }, context)).toEqual([]);
  });
});

describe("bandRange", () => {
  // METRICS.md: detractor 0–6, passive 7–8, promoter 9–10; CSAT top two of five; CES 5–7 of seven.
  it.each([
    ["nps", [9, 10], [7, 8], [0, 6]],
    ["csat", [4, 5], [3, 3], [1, 2]],
    ["ces", [5, 7], [4, 4], [1, 3]],
  ] as const)("%s: the bands cover the scale and agree with scoreBand", (metric, high, middle, low) => {
    for (const [band, [from, to]] of [
      ["high", high],
      ["middle", middle],
      ["low", low],
    ] as const) {
      expect(bandRange(metric, band)).toEqual({ from, to });
      expect([scoreBand(metric, from), scoreBand(metric, to)]).toEqual([band, band]);
    }
  });
});

describe("listPublishingErrors", () => {
  const definition = SURVEY_TEMPLATES.nps;
  const check = (changes: Partial<SurveyDefinition>, language = "fi") =>
    listPublishingErrors({ definition: { ...definition, ...changes }, settings }, { language });

  it("asks for an encounter type", () => {
    const errors = listPublishingErrors(
      { definition, settings: { ...settings, encounterTypeIds: [] } },
      organization,
    );
    expect(errors).toEqual([
      { code: "noEncounterType", place: "settings", field: "settings.encounterTypeIds", values: {} },
    ]);
  });

  it("asks for texts in the organization's own language only, and says where", () => {
    const main = { ...definition.main, text: { en: "Only in English" } };
    expect(check({ main })).toEqual([
      { code: "mainTextMissing", place: "main", field: "definition.main.text.fi", values: {} },
    ]);
    expect(check({ main }, "en")).toEqual([]);
  });

  it("takes spaces for no text", () => {
    expect(codes(check({ comment: { isEnabled: true, text: { fi: "  " } } }))).toEqual([
      "commentTextMissing",
    ]);
  });

  it("says a part with several missing texts once, and each question by its number", () => {
    const thanks = { high: {}, middle: {}, low: {} };
    expect(codes(check({ thanks }))).toEqual(["thanksTextMissing"]);
    const choice: SurveyDefinition["questions"][number] = {
      kind: "choice",
      key: "c",
      text: { fi: "Valitse" },
      isMultiple: false,
      options: [
        { key: "one", text: {} },
        { key: "two", text: {} },
      ],
    };
    expect(check({ questions: [{ ...extra("a"), text: {} }, choice] })).toEqual([
      {
        code: "questionTextMissing",
        place: "questions",
        field: "definition.questions.0.text.fi",
        values: { number: 1 },
      },
      {
        code: "optionTextMissing",
        place: "questions",
        field: "definition.questions.1.options.0.text.fi",
        values: { number: 2 },
      },
    ]);
  });

  it("does not ask for texts of what is switched off, but for the reminder's always", () => {
    const followUp = { isEnabled: false, texts: { high: {}, middle: {}, low: {} } };
    const comment = { isEnabled: false, text: {} };
    expect(check({ followUp, comment })).toEqual([]);
    expect(codes(check({ reminderMail: { subject: {}, body: {} } }))).toEqual(["reminderTextMissing"]);
  });

  it("refuses a key used twice, also the main question's", () => {
    expect(codes(check({ questions: [extra("a"), extra("a")] }))).toEqual(["duplicateKey"]);
    expect(codes(check({ questions: [extra("main")] }))).toEqual(["duplicateKey"]);
  });

  it("refuses another metric under a published key, because its answers would be averaged together", () => {
    const errors = listPublishingErrors(
      { definition: SURVEY_TEMPLATES.csat, settings, currentVersion: { definition } },
      organization,
    );
    expect(codes(errors)).toEqual(["metricChanged"]);
  });

  it("names unknown placeholders once, at the first field that has them", () => {
    const invitationMail = {
      subject: { fi: "{organization}" },
      body: { fi: "Hei {customer}, {kauppa} kiittää {date}", sv: "{kauppa} {fel namn}" },
    };
    expect(listUnknownPlaceholders({ ...definition, invitationMail })).toEqual([
      { placeholder: "kauppa", field: "definition.invitationMail.body.fi" },
      { placeholder: "fel namn", field: "definition.invitationMail.body.sv" },
    ]);
  });
});

describe("listSurveyWarnings", () => {
  const definition = SURVEY_TEMPLATES.nps;
  const warn = (changes: Partial<SurveySettings>, changed: Partial<SurveyDefinition> = {}) =>
    codes(
      listSurveyWarnings(
        { definition: { ...definition, ...changed }, settings: { ...settings, ...changes } },
        context,
      ),
    );

  it.each([
    [{ reminderCount: 2, reminderAfterDays: 1 }, "remindersTooClose"],
    [{ delayMinutes: 4 * 24 * 60 }, "longDelay"],
    [{ reminderCount: 2, reminderAfterDays: 7, expiryDays: 14 }, "expiresBeforeReminder"],
    [{ quarantineDays: 3 }, "shortQuarantine"],
  ] as const)("%j: %s", (changes, code) => {
    expect(warn(changes)).toEqual([code]);
  });

  it.each([
    [{ reminderCount: 2, reminderAfterDays: 2 }],
    [{ delayMinutes: 3 * 24 * 60 }],
    [{ reminderCount: 2, reminderAfterDays: 6, expiryDays: 14 }],
    [{ quarantineDays: 7 }],
  ])("%j is fine", (changes) => {
    expect(warn(changes)).toEqual([]);
  });

  it("counts every question the respondent meets: six are too many, five are not", () => {
    expect(warn({}, { questions: [extra("a"), extra("b")] })).toEqual([]);
    expect(warn({}, { questions: [extra("a"), extra("b"), extra("c")] })).toEqual(["tooManyQuestions"]);
  });

  it("misses the open question", () => {
    const closed = { isEnabled: false };
    expect(
      warn(
        {},
        { followUp: { ...definition.followUp, ...closed }, comment: { ...definition.comment, ...closed } },
      ),
    ).toEqual(["noOpenQuestion"]);
  });

  it("names each other language that lacks texts, how many and where the first is", () => {
    const thanks = { ...definition.thanks, low: { en: "Thanks" } };
    const findings = listSurveyWarnings({ definition: { ...definition, thanks }, settings }, context);
    expect(findings).toEqual([
      {
        code: "missingLanguage",
        place: "thanks",
        field: "definition.thanks.low.sv",
        values: { language: "sv", count: 1 },
      },
    ]);
  });
});

describe("listOverlaps", () => {
  const own = { encounterTypeIds: ["sales", "support"], touchpointIds: [] as string[] };
  const other = (encounterTypeIds: string[], touchpointIds: string[] = []) => ({
    name: "Other",
    encounterTypeIds,
    touchpointIds,
  });

  it("finds a survey of the same type everywhere", () => {
    expect(listOverlaps(own, [other(["support"])])).toHaveLength(1);
    expect(listOverlaps(own, [other(["delivery"])])).toEqual([]);
  });

  it("lets an exception for some touchpoints be", () => {
    expect(listOverlaps(own, [other(["support"], ["phone"])])).toEqual([]);
    expect(listOverlaps({ ...own, touchpointIds: ["phone"] }, [other(["support"])])).toEqual([]);
  });

  it("finds two exceptions for the same touchpoint", () => {
    const chosen = { ...own, touchpointIds: ["phone", "shop"] };
    expect(listOverlaps(chosen, [other(["support"], ["shop"])])).toHaveLength(1);
    expect(listOverlaps(chosen, [other(["support"], ["web"])])).toEqual([]);
  });
});
