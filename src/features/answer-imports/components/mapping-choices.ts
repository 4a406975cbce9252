import type { Thing } from "../mapping";

/** Something of the organization that names in a file can mean. */
export type ThingOption = { id: string; name: string; detail?: string };

/** What there is to choose from in the mapping. */
export type MappingChoices = {
  touchpoints: ThingOption[];
  employees: ThingOption[];
  locations: ThingOption[];
  encounterTypes: ThingOption[];
};

/** The things that a column or fixed value of this kind names. */
export const CHOICES_OF = {
  touchpoint: "touchpoints",
  employee: "employees",
  location: "locations",
  encounterType: "encounterTypes",
} as const satisfies Record<string, keyof MappingChoices>;
export type ThingKind = keyof typeof CHOICES_OF;

/** The name a thing has, or will have; null for one that is not to be chosen any more. */
export function nameThing(options: readonly ThingOption[], thing: Thing): string | null {
  if ("create" in thing) return thing.create;
  return options.find(({ id }) => id === thing.id)?.name ?? null;
}

/** The ids there are of each kind, to judge a mapping by. */
export function idsOf(choices: MappingChoices): Record<keyof MappingChoices, ReadonlySet<string>> {
  const ids = (options: ThingOption[]) => new Set(options.map(({ id }) => id));
  return {
    touchpoints: ids(choices.touchpoints),
    employees: ids(choices.employees),
    locations: ids(choices.locations),
    encounterTypes: ids(choices.encounterTypes),
  };
}
