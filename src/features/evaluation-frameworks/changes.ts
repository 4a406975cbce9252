import { type LocalizedText, type RespondentLanguage, respondentLanguage } from "@/server/input";
import { findMoved } from "@/ui/draft/find-moved";
import type { Competency, EvaluationFrameworkDefinition, EvaluationItem, OpenQuestion } from "./schema";

/** One thing that differs between two versions of a framework, a competency, an item or a question. */
export type Difference =
  | {
      kind: "text";
      part: "intro" | "label" | "name" | "description" | "text" | "selfText";
      /** Of a point of the scale: its place, from 1. */
      number: number | null;
      language: RespondentLanguage;
      before: string;
      after: string;
    }
  | { kind: "behaviour"; before: string | null; after: string | null }
  | { kind: "pointAdded" | "pointRemoved"; number: number; label: LocalizedText };

type State = "added" | "removed" | "kept";

/** Where an item stands: its competency and its place there, from 1. */
type Place = { competencyKey: string; competency: LocalizedText; number: number };

export type ItemComparison = {
  key: string;
  text: LocalizedText;
  state: State;
  /** Of a question, the competency's key and name are empty. */
  moved: { from: Place; to: Place } | null;
  differences: Difference[];
};

export type CompetencyComparison = {
  key: string;
  name: LocalizedText;
  state: State;
  /** Places from 1. */
  moved: { from: number; to: number } | null;
  differences: Difference[];
  items: ItemComparison[];
};

export type FrameworkComparison = {
  differences: Difference[];
  competencies: CompetencyComparison[];
  questions: ItemComparison[];
};

/**
 * Two versions of a framework side by side, in the order of the later one; what was removed comes last in its competency,
 * removed competencies last of all. Competencies, items and questions are recognised by their keys, points of the scale
 * by their places. What did not change is there too, with nothing in it.
 */
export function compareFrameworks(
  before: EvaluationFrameworkDefinition,
  after: EvaluationFrameworkDefinition,
): FrameworkComparison {
  const places = { before: placesOf(before.competencies), after: placesOf(after.competencies) };
  const old = new Map(before.competencies.map((competency) => [competency.key, competency]));
  const kept = new Set(after.competencies.map(({ key }) => key));
  const moved = findMoved(before.competencies, after.competencies);
  return {
    differences: [
      ...listTextDifferences("intro", before.intro, after.intro),
      ...listScaleDifferences(before.scale, after.scale),
    ],
    competencies: [
      ...after.competencies.map((competency, index): CompetencyComparison => {
        const earlier = old.get(competency.key);
        const from = before.competencies.findIndex(({ key }) => key === competency.key) + 1;
        return {
          key: competency.key,
          name: competency.name,
          state: earlier ? "kept" : "added",
          moved: moved.has(competency.key) ? { from, to: index + 1 } : null,
          differences: earlier
            ? [
                ...listTextDifferences("name", earlier.name, competency.name),
                ...listTextDifferences("description", earlier.description, competency.description),
              ]
            : [],
          items: compareItems(earlier?.items ?? [], competency.items, competency, places),
        };
      }),
      ...before.competencies
        .filter(({ key }) => !kept.has(key))
        .map(
          ({ key, name, items }): CompetencyComparison => ({
            key,
            name,
            state: "removed",
            moved: null,
            differences: [],
            items: compareItems(items, [], { key, name }, places),
          }),
        ),
    ],
    questions: compareItems(
      before.questions,
      after.questions,
      { key: "", name: {} },
      {
        before: placesOf([{ key: "", name: {}, items: before.questions }]),
        after: placesOf([{ key: "", name: {}, items: after.questions }]),
      },
    ),
  };
}

/** How many things changed: each that came, went or moved, and each difference of what stayed. */
export function countChanges({ differences, competencies, questions }: FrameworkComparison): number {
  const count = (of: { state: State; moved: unknown; differences: Difference[] }) =>
    (of.state === "kept" ? 0 : 1) + (of.moved === null ? 0 : 1) + of.differences.length;
  return [...competencies, ...competencies.flatMap(({ items }) => items), ...questions].reduce(
    (sum, part) => sum + count(part),
    differences.length,
  );
}

type Asked = EvaluationItem | OpenQuestion;
type Places = Record<"before" | "after", Map<string, Place & { of: Asked }>>;

type Named = Pick<Competency, "key" | "name">;

function placesOf(competencies: readonly (Named & { items: readonly Asked[] })[]): Places["before"] {
  return new Map(
    competencies.flatMap((competency) =>
      competency.items.map((item, index) => [item.key, { ...placeOf(competency, index), of: item }] as const),
    ),
  );
}

const placeOf = ({ key, name }: Named, index: number): Place => ({
  competencyKey: key,
  competency: name,
  number: index + 1,
});

/** Items of one competency; one that came from another competency was moved, one that went to another is said there. */
function compareItems(
  before: readonly Asked[],
  after: readonly Asked[],
  competency: Named,
  places: Places,
): ItemComparison[] {
  const here = new Set(before.map(({ key }) => key));
  const moved = findMoved(before, after);
  return [
    ...after.map((item, index): ItemComparison => {
      const was = places.before.get(item.key);
      const hasMoved = was && (!here.has(item.key) || moved.has(item.key));
      return {
        key: item.key,
        text: item.text,
        state: was ? "kept" : "added",
        moved: hasMoved
          ? {
              from: { competencyKey: was.competencyKey, competency: was.competency, number: was.number },
              to: placeOf(competency, index),
            }
          : null,
        differences: was ? listItemDifferences(was.of, item) : [],
      };
    }),
    ...before
      .filter(({ key }) => !places.after.has(key))
      .map(
        ({ key, text }): ItemComparison => ({ key, text, state: "removed", moved: null, differences: [] }),
      ),
  ];
}

function listItemDifferences(before: Asked, after: Asked): Difference[] {
  const behaviourOf = (of: Asked) => ("behaviourId" in of ? of.behaviourId : null);
  const behaviour = { before: behaviourOf(before), after: behaviourOf(after) };
  return [
    ...listTextDifferences("text", before.text, after.text),
    ...listTextDifferences("selfText", before.selfText, after.selfText),
    ...(behaviour.before === behaviour.after ? [] : [{ kind: "behaviour" as const, ...behaviour }]),
  ];
}

type Scale = EvaluationFrameworkDefinition["scale"];

function listScaleDifferences(before: Scale, after: Scale): Difference[] {
  return [
    ...after.flatMap(({ label }, index): Difference[] => {
      const earlier = before[index];
      return earlier
        ? listTextDifferences("label", earlier.label, label, index + 1)
        : [{ kind: "pointAdded", number: index + 1, label }];
    }),
    ...before.slice(after.length).map(
      ({ label }, index): Difference => ({
        kind: "pointRemoved",
        number: after.length + index + 1,
        label,
      }),
    ),
  ];
}

function listTextDifferences(
  part: Extract<Difference, { kind: "text" }>["part"],
  before: LocalizedText,
  after: LocalizedText,
  number: number | null = null,
): Difference[] {
  return respondentLanguage.options
    .map((language) => ({
      kind: "text" as const,
      part,
      number,
      language,
      before: before[language]?.trim() ?? "",
      after: after[language]?.trim() ?? "",
    }))
    .filter((difference) => difference.before !== difference.after);
}
