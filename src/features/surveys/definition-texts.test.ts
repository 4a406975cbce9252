import { describe, expect, it } from "vitest";
import { countMissingTexts, listTexts, textAt, withText } from "./definition-texts";
import { SURVEY_TEMPLATES } from "./templates";

const template = SURVEY_TEMPLATES.csat;

describe("texts of a definition", () => {
  it("are found under the paths they are listed with", () => {
    for (const { path, text } of listTexts(template)) expect(textAt(template, path)).toEqual(text);
  });

  it("are changed in one language, and nothing else is", () => {
    for (const { path } of listTexts(template)) {
      const changed = withText(template, path, "sv", "Ny text");
      expect(textAt(changed, path)).toEqual({ ...textAt(template, path), sv: "Ny text" });
      expect(withText(changed, path, "sv", textAt(template, path).sv ?? "")).toEqual(template);
    }
    expect(textAt(template, "main.text").sv).toBe("Hur nöjd är du med den service du fick?");
  });

  it("that are empty or only spaces count as missing", () => {
    expect(countMissingTexts(template, "en")).toBe(0);
    const emptied = withText(withText(template, "main.text", "en", ""), "thanks.low", "en", " ");
    expect(countMissingTexts(emptied, "en")).toBe(2);
    expect(countMissingTexts(emptied, "fi")).toBe(0);
  });

  it("of a follow-up that is switched off are not missed", () => {
    const texts = { high: {}, middle: {}, low: {} };
    expect(countMissingTexts({ ...template, followUp: { isEnabled: true, texts } }, "fi")).toBe(3);
    expect(countMissingTexts({ ...template, followUp: { isEnabled: false, texts } }, "fi")).toBe(0);
  });
});
