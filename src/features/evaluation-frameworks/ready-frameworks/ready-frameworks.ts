import type { ReadyFramework } from "./ready-framework";
import { responsibilityForTheEncounter } from "./responsibility/responsibility";

/** The frameworks that come with the product, in the order they are offered. */
export const READY_FRAMEWORKS: readonly ReadyFramework[] = [responsibilityForTheEncounter];

/** A ready framework by its key; undefined when there is none. */
export function findReadyFramework(key: string): ReadyFramework | undefined {
  return READY_FRAMEWORKS.find((framework) => framework.key === key);
}
