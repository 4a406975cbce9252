import { describe, expect, it } from "vitest";
import { listChanges, listPublishingErrors, listSurveyWarnings, listUnknownPlaceholders } from "./rules";
import type { SurveyDefinition, SurveySettings } from "./schema";
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
const context = { ...organization, quarantineDays: 30, overlapping: [] };
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
    expect(listPublishingErrors({ definition, settings }, organization)).toEqual([]);
    expect(listSurveyWarnings({ definition, settings }, context)).toEqual([]);
  });
});

describe("listPublishingErrors", () => {
  const definition = SURVEY_TEMPLATES.nps;

  it("asks for an encounter type", () => {
    const errors = listPublishingErrors(
      { definition, settings: { ...settings, encounterTypeIds: [] } },
      organization,
    );
    expect(codes(errors)).toEqual(["noEncounterType"]);
  });

  it("asks for the main text in the organization's own language only", () => {
    const main = { ...definition.main, text: { en: "Only in English" } };
    expect(
      codes(listPublishingErrors({ definition: { ...definition, main }, settings }, organization)),
    ).toEqual(["mainTextMissing"]);
    expect(
      listPublishingErrors(
        { definition: { ...definition, main }, settings },
        { ...organization, language: "en" },
      ),
    ).toEqual([]);
  });

  it("refuses a key used twice, also the main question's", () => {
    const twice = { ...definition, questions: [extra("a"), extra("a")] };
    expect(codes(listPublishingErrors({ definition: twice, settings }, organization))).toEqual([
      "duplicateKey",
    ]);
    const main = { ...definition, questions: [extra("main")] };
    expect(codes(listPublishingErrors({ definition: main, settings }, organization))).toEqual([
      "duplicateKey",
    ]);
  });

  it("refuses another metric under a published key, because its answers would be averaged together", () => {
    const errors = listPublishingErrors(
      { definition: SURVEY_TEMPLATES.csat, settings, currentVersion: { definition } },
      organization,
    );
    expect(codes(errors)).toEqual(["metricChanged"]);
  });

  it("names unknown placeholders", () => {
    const invitationMail = {
      ...definition.invitationMail,
      body: { fi: "Hei {customer}, {kauppa} kiittää {date}" },
    };
    expect(listUnknownPlaceholders({ ...definition, invitationMail })).toEqual(["kauppa"]);
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
    expect(warn(changes)).toContain(code);
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
    ).toContain("noOpenQuestion");
  });

  it("names the language that lacks texts and how many", () => {
    const findings = listSurveyWarnings(
      { definition: { ...definition, thanks: { ...definition.thanks, low: { fi: "Kiitos" } } }, settings },
      context,
    );
    expect(findings.map((finding) => finding.values)).toEqual([
      { language: "sv", count: 1 },
      { language: "en", count: 1 },
    ]);
  });
});

describe("listChanges", () => {
  it("tells old and new text per language", () => {
    const before = SURVEY_TEMPLATES.nps;
    const after = { ...before, main: { ...before.main, lowLabel: { ...before.main.lowLabel, fi: "En" } } };
    expect(listChanges(before, after)).toEqual([
      { path: "main.lowLabel", language: "fi", before: "En lainkaan todennäköisesti", after: "En" },
    ]);
    expect(listChanges(before, before)).toEqual([]);
  });
});
