import type { AuditFormDefinition } from "@/features/audit-forms/schema";

/** What the chain learnt from the first year: listening weighs more, and its second item most of all. */
export function weighFirstSectionMore(definition: AuditFormDefinition): AuditFormDefinition {
  return {
    ...definition,
    sections: definition.sections.map((section, position) =>
      position > 0
        ? section
        : {
            ...section,
            weight: section.weight * 2,
            items: section.items.map((item, index) =>
              index === 1 && "weight" in item ? { ...item, weight: item.weight + 1 } : item,
            ),
          },
    ),
  };
}
