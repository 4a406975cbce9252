import type { ReadyBehaviourKey } from "@/features/behaviours/ready-behaviours";
import type { LocalizedText } from "@/server/input";
import type { Competency, EvaluationFrameworkDefinition, EvaluationItem, OpenQuestion } from "../schema";

/** A text of a ready framework: Finnish, English, Swedish. */
export type InAll = readonly [fi: string, en: string, sv: string];

/** An item before the organization's ids of behaviours are known. */
export type ReadyItem = Omit<EvaluationItem, "behaviourId"> & { behaviourKey: ReadyBehaviourKey };
export type ReadyCompetency = Omit<Competency, "items"> & { items: readonly ReadyItem[] };

export type ReadyFramework = {
  key: string;
  name: LocalizedText;
  /** What it is for, in a sentence or two. */
  purpose: LocalizedText;
  /** The ready behaviours that its items point to. */
  behaviourKeys: readonly ReadyBehaviourKey[];
  /** The framework with the organization's own ids of behaviours; an item whose behaviour has no id points to none. */
  build(behaviourIds: Readonly<Partial<Record<string, string>>>): EvaluationFrameworkDefinition;
};

/** A text in every language of the product. */
export function inAll([fi, en, sv]: InAll): LocalizedText {
  return { fi, en, sv };
}

/** An item as it is said of somebody else and of oneself. */
export function readyItem(
  key: string,
  behaviourKey: ReadyBehaviourKey,
  { text, self }: { text: InAll; self: InAll },
): ReadyItem {
  return { key, behaviourKey, text: inAll(text), selfText: inAll(self) };
}

export function readyCompetency(competency: {
  key: string;
  name: InAll;
  description: InAll;
  items: readonly ReadyItem[];
}): ReadyCompetency {
  const { key, name, description, items } = competency;
  return { key, name: inAll(name), description: inAll(description), items };
}

export function readyQuestion(key: string, { text, self }: { text: InAll; self: InAll }): OpenQuestion {
  return { key, text: inAll(text), selfText: inAll(self) };
}

/** A ready framework of its competencies; every text in Finnish, English and Swedish. */
export function readyFramework(framework: {
  key: string;
  name: InAll;
  purpose: InAll;
  intro: InAll;
  scale: readonly InAll[];
  competencies: readonly ReadyCompetency[];
  questions: readonly OpenQuestion[];
}): ReadyFramework {
  const items = framework.competencies.flatMap((competency) => competency.items);
  return {
    key: framework.key,
    name: inAll(framework.name),
    purpose: inAll(framework.purpose),
    behaviourKeys: [...new Set(items.map((item) => item.behaviourKey))],
    build: (behaviourIds) => ({
      intro: inAll(framework.intro),
      scale: framework.scale.map((label) => ({ label: inAll(label) })),
      competencies: framework.competencies.map((competency) => ({
        ...competency,
        items: competency.items.map(({ behaviourKey, ...item }) => ({
          ...item,
          behaviourId: behaviourIds[behaviourKey] ?? null,
        })),
      })),
      questions: [...framework.questions],
    }),
  };
}
