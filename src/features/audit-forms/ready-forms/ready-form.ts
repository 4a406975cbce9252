import type { ReadyBehaviourKey } from "@/features/behaviours/ready-behaviours";
import type { LocalizedText } from "@/server/input";
import type { AuditFormDefinition, AuditFormItem, AuditFormSection } from "../schema";

/** A text of a ready form: Finnish, then English. */
export type Both = readonly [fi: string, en: string];

/** What every observed item says. */
export type ItemTexts = { text: Both; guidance: Both; good: Both; bad: Both; suggestion: Both };

/** An item before the organization's ids of behaviours are known. */
export type ReadyItem = AuditFormItem & { behaviourKey: ReadyBehaviourKey | null };
export type ReadySection = Omit<AuditFormSection, "items"> & { items: readonly ReadyItem[] };

export type ReadyForm = {
  key: string;
  name: LocalizedText;
  /** What it is for, in a sentence or two. */
  purpose: LocalizedText;
  /** What it was written for; any form can be used for either. */
  kind: "mystery" | "observation";
  /** The ready behaviours that its items point to. */
  behaviourKeys: readonly ReadyBehaviourKey[];
  /** The form with the organization's own ids of behaviours; an item whose behaviour has no id points to none. */
  build(behaviourIds: Readonly<Partial<Record<string, string>>>): AuditFormDefinition;
};

/** A text in both languages; nothing where there is none. */
export function both([fi, en]: Both): LocalizedText {
  return fi || en ? { fi, en } : {};
}

/** A ready form of its sections; every text in Finnish and English. */
export function readyForm(form: {
  key: string;
  name: Both;
  purpose: Both;
  kind: ReadyForm["kind"];
  intro: Both;
  sections: readonly ReadySection[];
}): ReadyForm {
  const items = form.sections.flatMap((section) => section.items);
  return {
    key: form.key,
    name: both(form.name),
    purpose: both(form.purpose),
    kind: form.kind,
    behaviourKeys: [...new Set(items.flatMap((item) => item.behaviourKey ?? []))],
    build: (behaviourIds) => ({
      intro: both(form.intro),
      isCapped: true,
      sections: form.sections.map((section) => ({
        ...section,
        items: section.items.map(({ behaviourKey, ...item }) => ({
          ...item,
          behaviourId: (behaviourKey && behaviourIds[behaviourKey]) || null,
        })),
      })),
    }),
  };
}

export function readySection(section: {
  key: string;
  title: Both;
  intro: Both;
  weight?: number;
  items: readonly ReadyItem[];
}): ReadySection {
  const { key, title, intro, weight = 1, items } = section;
  return { key, title: both(title), intro: both(intro), weight, items };
}
