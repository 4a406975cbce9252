import { insertItem, makeKey, moveItem } from "@/ui/draft/list-edits";
import {
  type Competency,
  type EvaluationFrameworkDefinition,
  type EvaluationItem,
  MOST_ITEMS,
  type OpenQuestion,
} from "../../schema";

/** What can be done to a draft; competencies and items are found by their keys and left alone when they are gone. */
type Edit = (definition: EvaluationFrameworkDefinition) => EvaluationFrameworkDefinition;
type Point = EvaluationFrameworkDefinition["scale"][number];

export function makeCompetency(): Competency {
  return { key: makeKey("c"), name: {}, description: {}, items: [] };
}

export function makeItem(): EvaluationItem {
  return { key: makeKey("i"), text: {}, selfText: {}, behaviourId: null };
}

export function makeQuestion(): OpenQuestion {
  return { key: makeKey("q"), text: {}, selfText: {} };
}

export const withScale =
  (update: (scale: Point[]) => Point[]): Edit =>
  (definition) => ({ ...definition, scale: update(definition.scale) });

export const withCompetencies =
  (update: (competencies: Competency[]) => Competency[]): Edit =>
  (definition) => ({ ...definition, competencies: update(definition.competencies) });

export const withQuestions =
  (update: (questions: OpenQuestion[]) => OpenQuestion[]): Edit =>
  (definition) => ({ ...definition, questions: update(definition.questions) });

export const withItems = (
  competencyKey: string,
  update: (items: EvaluationItem[]) => EvaluationItem[],
): Edit =>
  withCompetencies((competencies) =>
    competencies.map((competency) =>
      competency.key === competencyKey ? { ...competency, items: update(competency.items) } : competency,
    ),
  );

export const withItem = (itemKey: string, update: (item: EvaluationItem) => EvaluationItem): Edit =>
  withCompetencies((competencies) =>
    competencies.map((competency) => ({
      ...competency,
      items: competency.items.map((item) => (item.key === itemKey ? update(item) : item)),
    })),
  );

/** A list with what was removed put back where it was; once. */
export function putBack<T extends { key: string }>(list: T[], index: number, removed: T): T[] {
  return list.some(({ key }) => key === removed.key) ? list : insertItem(list, index, removed);
}

/** An item a step up or down; from the end of its competency into the next one. */
export const stepItem =
  (itemKey: string, step: -1 | 1): Edit =>
  (definition) => {
    const { competencies } = definition;
    const place = competencies.findIndex(({ items }) => items.some(({ key }) => key === itemKey));
    const competency = competencies[place];
    if (!competency) return definition;
    const index = competency.items.findIndex(({ key }) => key === itemKey);
    const target = index + step;
    if (target >= 0 && target < competency.items.length)
      return withItems(competency.key, (items) => moveItem(items, index, step))(definition);
    const next = competencies[place + step];
    return next ? moveItemTo(itemKey, next.key, step === 1 ? "start" : "end")(definition) : definition;
  };

/** An item into another competency; it stays where it is when that one is full. */
export const moveItemTo =
  (itemKey: string, competencyKey: string, end: "start" | "end"): Edit =>
  (definition) => {
    const { competencies } = definition;
    const item = competencies.flatMap(({ items }) => items).find(({ key }) => key === itemKey);
    const target = competencies.find(({ key }) => key === competencyKey);
    if (!item || !target || target.items.length >= MOST_ITEMS) return definition;
    return withCompetencies((list) =>
      list.map((competency) => {
        const rest = competency.items.filter(({ key }) => key !== itemKey);
        if (competency.key !== competencyKey) return { ...competency, items: rest };
        return { ...competency, items: end === "start" ? [item, ...rest] : [...rest, item] };
      }),
    )(definition);
  };
