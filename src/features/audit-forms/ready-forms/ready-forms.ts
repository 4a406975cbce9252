import { difficultSituation } from "./difficult-situation/difficult-situation";
import { fivePitfalls } from "./five-pitfalls/five-pitfalls";
import { goodEncounter } from "./good-encounter/good-encounter";
import { openObservation } from "./open-observation/open-observation";
import type { ReadyForm } from "./ready-form";
import { storeVisit } from "./store-visit/store-visit";

/** The forms that come with the product, in the order they are offered. */
export const READY_FORMS: readonly ReadyForm[] = [
  fivePitfalls,
  goodEncounter,
  difficultSituation,
  storeVisit,
  openObservation,
];

/** A ready form by its key; undefined when there is none. */
export function findReadyForm(key: string): ReadyForm | undefined {
  return READY_FORMS.find((form) => form.key === key);
}
