import { describe, expect, it } from "vitest";
import { withText } from "./definition-texts";
import { isSameDraft } from "./same-draft";
import type { SurveyDraft } from "./schema";
import { SURVEY_TEMPLATES } from "./templates";

const settings: SurveyDraft["settings"] = {
  name: "Survey",
  encounterTypeIds: ["a", "b"],
  touchpointIds: [],
  delayMinutes: 60,
  reminderCount: 1,
  reminderAfterDays: 3,
  expiryDays: 14,
  quarantineDays: null,
  isAnonymous: false,
};

describe("isSameDraft", () => {
  const draft = { definition: SURVEY_TEMPLATES.ces, settings };

  it("sees through what storing changes: order of keys and choices, spaces around texts", () => {
    const { fi, sv, en } = draft.definition.main.text;
    const text = { en, sv: ` ${sv} `, fi };
    expect(
      isSameDraft(draft, {
        definition: { ...draft.definition, main: { ...draft.definition.main, text } },
        settings: { ...settings, encounterTypeIds: ["b", "a"] },
      }),
    ).toBe(true);
  });

  it.each([
    ["a text", { ...draft, definition: withText(draft.definition, "main.text", "fi", "another") }],
    ["a setting", { ...draft, settings: { ...settings, expiryDays: 15 } }],
    ["a choice", { ...draft, settings: { ...settings, encounterTypeIds: ["a"] } }],
  ])("notices %s", (_, other) => {
    expect(isSameDraft(draft, other)).toBe(false);
  });
});
