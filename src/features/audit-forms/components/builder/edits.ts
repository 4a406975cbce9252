import { insertItem, makeKey, moveItem } from "@/ui/draft/list-edits";
import type { AuditFormDefinition, AuditFormItem, AuditFormSection, AuditItemKind } from "../../schema";

export type OptionItem = Extract<AuditFormItem, { options: unknown }>;
export type BandItem = Extract<AuditFormItem, { bands: unknown }>;
export type ScoredItem = Extract<AuditFormItem, { weight: number }>;
export type FormOption = OptionItem["options"][number];
export type Band = BandItem["bands"][number];

/** What can be done to a form's draft; sections and items are found by their keys and left alone when they are gone. */
type Edit = (definition: AuditFormDefinition) => AuditFormDefinition;

export function makeSection(): AuditFormSection {
  return { key: makeKey("s"), title: {}, intro: {}, weight: 1, items: [] };
}

export function makeOption(points: number): FormOption {
  return { key: makeKey("o"), text: {}, points };
}

/** An item of a kind with what most items of that kind have; its texts are still to be written. */
export function makeItem(kind: AuditItemKind): AuditFormItem {
  const base = {
    key: makeKey("i"),
    text: {},
    guidance: {},
    goodExample: {},
    badExample: {},
    suggestion: {},
    behaviourId: null,
    about: "employee" as const,
    isRequired: true,
    allowsNotApplicable: false,
  };
  const scoring = { weight: 1, isCritical: false, isBonus: false, passPoints: null, commentBelow: null };
  switch (kind) {
    case "yes_no":
      return { kind, ...base, ...scoring, goodAnswer: "yes" };
    case "scale":
      return { kind, ...base, ...scoring, options: [0, 1, 2, 3, 4].map(makeOption) };
    case "single_choice":
      return { kind, ...base, ...scoring, options: [1, 0].map(makeOption) };
    case "multiple_choice":
      return { kind, ...base, ...scoring, options: [1, 1].map(makeOption) };
    case "number":
      return { kind, ...base, ...scoring, unit: {}, bands: [] };
    case "duration":
      return { kind, ...base, ...scoring, bands: [] };
    case "text":
      return { kind, ...base, isRequired: false };
    case "photo":
      return { kind, ...base, isRequired: false, mostPhotos: 3 };
  }
}

/** A copy of an item to be changed into another one: nothing that was answered to the one is found at the other. */
export function copyItem(item: AuditFormItem): AuditFormItem {
  const key = makeKey("i");
  if (!("options" in item)) return { ...item, key };
  return { ...item, key, options: item.options.map((option) => ({ ...option, key: makeKey("o") })) };
}

export const withSections =
  (update: (sections: AuditFormSection[]) => AuditFormSection[]): Edit =>
  (definition) => ({ ...definition, sections: update(definition.sections) });

export const withItems = (sectionKey: string, update: (items: AuditFormItem[]) => AuditFormItem[]): Edit =>
  withSections((sections) =>
    sections.map((section) =>
      section.key === sectionKey ? { ...section, items: update(section.items) } : section,
    ),
  );

export const withItem = (itemKey: string, update: (item: AuditFormItem) => AuditFormItem): Edit =>
  withSections((sections) =>
    sections.map((section) => ({
      ...section,
      items: section.items.map((item) => (item.key === itemKey ? update(item) : item)),
    })),
  );

/** Puts back what was removed, where it was; once. */
export const putBackSection = (index: number, section: AuditFormSection): Edit =>
  withSections((sections) =>
    sections.some(({ key }) => key === section.key) ? sections : insertItem(sections, index, section),
  );

export const putBackItem = (sectionKey: string, index: number, item: AuditFormItem): Edit =>
  withItems(sectionKey, (items) =>
    items.some(({ key }) => key === item.key) ? items : insertItem(items, index, item),
  );

/** An item a step up or down; from the end of its section into the next one. */
export const stepItem =
  (itemKey: string, step: -1 | 1): Edit =>
  (definition) => {
    const place = definition.sections.findIndex(({ items }) => items.some(({ key }) => key === itemKey));
    const section = definition.sections[place];
    if (!section) return definition;
    const index = section.items.findIndex(({ key }) => key === itemKey);
    const target = index + step;
    if (target >= 0 && target < section.items.length)
      return withItems(section.key, (items) => moveItem(items, index, step))(definition);
    const next = definition.sections[place + step];
    return next ? moveItemTo(itemKey, next.key, step === 1 ? "start" : "end")(definition) : definition;
  };

/** An item into another section. */
export const moveItemTo =
  (itemKey: string, sectionKey: string, end: "start" | "end"): Edit =>
  (definition) => {
    const item = definition.sections.flatMap(({ items }) => items).find(({ key }) => key === itemKey);
    if (!item || !definition.sections.some(({ key }) => key === sectionKey)) return definition;
    return withSections((sections) =>
      sections.map((section) => {
        const rest = section.items.filter(({ key }) => key !== itemKey);
        if (section.key !== sectionKey) return { ...section, items: rest };
        return { ...section, items: end === "start" ? [item, ...rest] : [...rest, item] };
      }),
    )(definition);
  };
