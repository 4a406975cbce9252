import { isScored } from "./rules";
import type { AuditFormDefinition } from "./schema";

/** The rows of `audit_items` a definition is frozen into, without ids; positions run through the whole form. */
export function listAuditItems(definition: AuditFormDefinition) {
  return definition.sections
    .flatMap((section) => section.items.map((item) => ({ section, item })))
    .map(({ section, item }, position) => ({
      key: item.key,
      sectionKey: section.key,
      position,
      kind: item.kind,
      weight: isScored(item) ? item.weight : 0,
      isCritical: isScored(item) && item.isCritical,
      isBonus: isScored(item) && item.isBonus,
      texts: item.text,
      behaviourId: item.behaviourId,
    }));
}
