import { type LocalizedText, type RespondentLanguage, respondentLanguage } from "@/server/input";
import { findMoved } from "@/ui/draft/find-moved";
import { ITEM_TEXTS, type ItemTextPart } from "./form-texts";
import type { AuditFormDefinition, AuditFormItem, AuditFormSection } from "./schema";

type TextPart = ItemTextPart | "title" | "intro" | "unit" | "option";
type Value = string | number | boolean | null;
type Bands = Extract<AuditFormItem, { kind: "duration" }>["bands"];

/** The settings of a form, a section or an item that are one value each. */
export type ValuePart =
  | "isCapped"
  | "kind"
  | "weight"
  | "isCritical"
  | "isBonus"
  | "passPoints"
  | "commentBelow"
  | "goodAnswer"
  | "about"
  | "isRequired"
  | "allowsNotApplicable"
  | "behaviourId"
  | "mostPhotos";

/** One thing that differs between two versions of a form, a section or an item. */
export type Difference =
  | {
      kind: "text";
      part: TextPart;
      /** Of an option: its place in the later version, from 1. */
      number: number | null;
      language: RespondentLanguage;
      before: string;
      after: string;
    }
  | { kind: "value"; part: ValuePart; before: Value; after: Value }
  | { kind: "points"; number: number; option: LocalizedText; before: number; after: number }
  | { kind: "optionAdded" | "optionRemoved"; option: LocalizedText; points: number }
  | { kind: "optionsReordered" }
  | { kind: "bands"; before: Bands; after: Bands };

/** Where an item stands: its section's title and its place there, from 1. */
type Place = { section: LocalizedText; number: number };

export type ItemComparison = {
  key: string;
  kind: AuditFormItem["kind"];
  text: LocalizedText;
  state: "added" | "removed" | "kept";
  moved: { from: Place; to: Place } | null;
  differences: Difference[];
};

export type SectionComparison = {
  key: string;
  title: LocalizedText;
  state: "added" | "removed" | "kept";
  /** Places from 1. */
  moved: { from: number; to: number } | null;
  differences: Difference[];
  items: ItemComparison[];
};

export type FormComparison = { differences: Difference[]; sections: SectionComparison[] };

/**
 * Two versions of a form side by side, in the order of the later one; what was removed comes last in its section, removed
 * sections last of all. Sections, items and options are recognised by their keys, so that of three items in a new order
 * only the one that was moved says so. What did not change is there too, with nothing in it.
 */
export function compareForms(before: AuditFormDefinition, after: AuditFormDefinition): FormComparison {
  const places = { before: placesOf(before), after: placesOf(after) };
  const old = new Map(before.sections.map((section) => [section.key, section]));
  const kept = new Set(after.sections.map(({ key }) => key));
  const moved = findMoved(before.sections, after.sections);
  return {
    differences: [
      ...listTextDifferences("intro", before.intro, after.intro),
      ...listValueDifferences(before, after, ["isCapped"]),
    ],
    sections: [
      ...after.sections.map((section, index): SectionComparison => {
        const earlier = old.get(section.key);
        const from = before.sections.findIndex(({ key }) => key === section.key) + 1;
        return {
          key: section.key,
          title: section.title,
          state: earlier ? "kept" : "added",
          moved: moved.has(section.key) ? { from, to: index + 1 } : null,
          differences: earlier
            ? [
                ...listTextDifferences("title", earlier.title, section.title),
                ...listTextDifferences("intro", earlier.intro, section.intro),
                ...listValueDifferences(earlier, section, ["weight"]),
              ]
            : [],
          items: compareItems(earlier, section, places),
        };
      }),
      ...before.sections
        .filter((section) => !kept.has(section.key))
        .map(
          (section): SectionComparison => ({
            key: section.key,
            title: section.title,
            state: "removed",
            moved: null,
            differences: [],
            items: listRemovedItems(section, places),
          }),
        ),
    ],
  };
}

/** How many things differ; 0 = the versions say the same. */
export function countChanges({ differences, sections }: FormComparison): number {
  const countOf = (part: { state: string; moved: unknown; differences: Difference[] }) =>
    part.differences.length + Number(part.state !== "kept") + Number(part.moved !== null);
  return sections.reduce(
    (sum, section) => sum + countOf(section) + section.items.reduce((all, item) => all + countOf(item), 0),
    differences.length,
  );
}

type Found = { item: AuditFormItem; section: AuditFormSection; place: Place };
type Places = Record<"before" | "after", Map<string, Found>>;

function placesOf(definition: AuditFormDefinition): Map<string, Found> {
  return new Map(
    definition.sections.flatMap((section) =>
      section.items.map((item, index): [string, Found] => [
        item.key,
        { item, section, place: { section: section.title, number: index + 1 } },
      ]),
    ),
  );
}

function compareItems(
  earlier: AuditFormSection | undefined,
  section: AuditFormSection,
  places: Places,
): ItemComparison[] {
  const moved = findMoved(earlier?.items ?? [], section.items);
  const items = section.items.map((item, index): ItemComparison => {
    const was = places.before.get(item.key);
    const hasMoved = was !== undefined && (was.section.key !== section.key || moved.has(item.key));
    return {
      key: item.key,
      kind: item.kind,
      text: item.text,
      state: was ? "kept" : "added",
      moved: hasMoved ? { from: was.place, to: { section: section.title, number: index + 1 } } : null,
      differences: was ? listItemDifferences(was.item, item) : [],
    };
  });
  return [...items, ...(earlier ? listRemovedItems(earlier, places) : [])];
}

function listRemovedItems(section: AuditFormSection, places: Places): ItemComparison[] {
  return section.items
    .filter(({ key }) => !places.after.has(key))
    .map(({ key, kind, text }) => ({ key, kind, text, state: "removed", moved: null, differences: [] }));
}

const ITEM_VALUES = [
  "kind",
  "goodAnswer",
  "weight",
  "isCritical",
  "isBonus",
  "passPoints",
  "commentBelow",
  "about",
  "behaviourId",
  "isRequired",
  "allowsNotApplicable",
  "mostPhotos",
] as const satisfies readonly ValuePart[];

function listItemDifferences(before: AuditFormItem, after: AuditFormItem): Difference[] {
  const bandsOf = (item: AuditFormItem) => ("bands" in item ? item.bands : []);
  const unitOf = (item: AuditFormItem) => (item.kind === "number" ? item.unit : {});
  const sameBands =
    JSON.stringify(bandsOf(before).map(pairOf)) === JSON.stringify(bandsOf(after).map(pairOf));
  return [
    ...listTextDifferences("text", before.text, after.text),
    ...listOptionDifferences(before, after),
    ...(sameBands ? [] : [{ kind: "bands" as const, before: bandsOf(before), after: bandsOf(after) }]),
    ...listTextDifferences("unit", unitOf(before), unitOf(after)),
    ...listValueDifferences(before, after, ITEM_VALUES),
    ...ITEM_TEXTS.slice(1).flatMap((part) => listTextDifferences(part, before[part], after[part])),
  ];
}

const pairOf = ({ atMost, points }: Bands[number]) => [atMost, points];

function listOptionDifferences(before: AuditFormItem, after: AuditFormItem): Difference[] {
  const oldOptions = "options" in before ? before.options : [];
  const options = "options" in after ? after.options : [];
  const old = new Map(oldOptions.map((option) => [option.key, option]));
  const keys = new Set(options.map(({ key }) => key));
  return [
    ...oldOptions
      .filter(({ key }) => !keys.has(key))
      .map(({ text, points }) => ({ kind: "optionRemoved" as const, option: text, points })),
    ...options.flatMap((option, index): Difference[] => {
      const earlier = old.get(option.key);
      const number = index + 1;
      if (!earlier) return [{ kind: "optionAdded", option: option.text, points: option.points }];
      const points: Difference[] =
        earlier.points === option.points
          ? []
          : [
              {
                kind: "points",
                number,
                option: option.text,
                before: earlier.points,
                after: option.points,
              },
            ];
      return [...listTextDifferences("option", earlier.text, option.text, number), ...points];
    }),
    ...(findMoved(oldOptions, options).size > 0 ? [{ kind: "optionsReordered" as const }] : []),
  ];
}

function listTextDifferences(
  part: TextPart,
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

function listValueDifferences(before: object, after: object, parts: readonly ValuePart[]): Difference[] {
  const readValue = (of: object, part: ValuePart) => (of as Partial<Record<ValuePart, Value>>)[part] ?? null;
  return parts
    .map((part) => ({
      kind: "value" as const,
      part,
      before: readValue(before, part),
      after: readValue(after, part),
    }))
    .filter((difference) => difference.before !== difference.after);
}
