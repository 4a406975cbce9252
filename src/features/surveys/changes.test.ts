import { describe, expect, it } from "vitest";
import { listChanges } from "./changes";
import { withText } from "./definition-texts";
import type { ExtraQuestion, SurveyDefinition } from "./schema";
import { SURVEY_TEMPLATES } from "./templates";

const template = SURVEY_TEMPLATES.nps;
const question = (key: string): ExtraQuestion => ({
  kind: "choice",
  key,
  text: { fi: `Kysymys ${key}` },
  isMultiple: false,
  options: [
    { key: "a", text: { fi: "Yksi" } },
    { key: "b", text: { fi: "Kaksi" } },
  ],
});
const withQuestions = (...questions: ExtraQuestion[]): SurveyDefinition => ({ ...template, questions });

describe("listChanges", () => {
  it("finds nothing between equal definitions", () => {
    const definition = withQuestions(question("x"));
    expect(listChanges(definition, structuredClone(definition))).toEqual([]);
  });

  it("tells the old and the new text, per language", () => {
    expect(listChanges(template, withText(template, "main.lowLabel", "fi", "En"))).toEqual([
      {
        kind: "text",
        place: "main",
        path: "main.lowLabel",
        language: "fi",
        before: "En lainkaan todennäköisesti",
        after: "En",
      },
    ]);
  });

  it("calls a question that was moved moved, and its new text by its new place", () => {
    const before = withQuestions(question("x"), question("y"));
    const moved = withQuestions(question("y"), { ...question("x"), text: { fi: "Uusi" } });
    expect(listChanges(before, moved)).toEqual([
      { kind: "reordered", place: "questions" },
      {
        kind: "text",
        place: "questions",
        path: "questions.1.text",
        language: "fi",
        before: "Kysymys x",
        after: "Uusi",
      },
    ]);
  });

  it("tells added and removed questions apart from changed ones", () => {
    expect(
      listChanges(withQuestions(question("x"), question("y")), withQuestions(question("y"), question("z"))),
    ).toEqual([
      { kind: "questionRemoved", place: "questions", text: { fi: "Kysymys x" } },
      { kind: "questionAdded", place: "questions", text: { fi: "Kysymys z" } },
    ]);
  });

  it("tells what became of a choice's options", () => {
    const later: ExtraQuestion = {
      ...question("x"),
      isMultiple: true,
      options: [
        { key: "c", text: { fi: "Kolme" } },
        { key: "b", text: { fi: "Kaksi!" } },
      ],
    } as ExtraQuestion;
    expect(listChanges(withQuestions(question("x")), withQuestions(later))).toEqual([
      { kind: "severalChoices", place: "questions", number: 1 },
      { kind: "optionRemoved", place: "questions", number: 1, text: { fi: "Yksi" } },
      { kind: "optionAdded", place: "questions", number: 1, text: { fi: "Kolme" } },
      {
        kind: "text",
        place: "questions",
        path: "questions.0.options.1.text",
        language: "fi",
        before: "Kaksi",
        after: "Kaksi!",
      },
    ]);
  });

  it("notices options in another order", () => {
    const before = question("x");
    if (before.kind !== "choice") throw new Error("a choice was made");
    const after = { ...before, options: before.options.toReversed() };
    expect(listChanges(withQuestions(before), withQuestions(after))).toEqual([
      { kind: "optionsReordered", place: "questions", number: 1 },
    ]);
  });

  it("says that the comment was switched off, not that its text went away", () => {
    const off = { ...template, comment: { ...template.comment, isEnabled: false } };
    expect(listChanges(template, off)).toEqual([{ kind: "switchedOff", place: "comment" }]);
    expect(listChanges(off, template)).toEqual([{ kind: "switchedOn", place: "comment" }]);
  });

  it("tells which questions are tied to a behaviour, no more, or to another one", () => {
    const [one, other] = ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"];
    const score = (key: string, behaviourId?: string): ExtraQuestion => ({
      kind: "score",
      key,
      ...SURVEY_TEMPLATES.csat.main,
      ...(behaviourId ? { behaviourId } : {}),
    });
    const before = withQuestions(score("x", one), score("y", one), score("z"));
    const after = withQuestions(score("x", other), score("y"), score("z"));
    expect(listChanges(before, { ...after, main: { ...after.main, behaviourId: one } })).toEqual([
      { kind: "behaviourTied", place: "main", number: 0 },
      { kind: "behaviourChanged", place: "questions", number: 1 },
      { kind: "behaviourUntied", place: "questions", number: 2 },
    ]);
  });
});
