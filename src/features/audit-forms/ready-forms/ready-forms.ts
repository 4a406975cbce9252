import { fivePitfalls } from "./five-pitfalls/five-pitfalls";
import type { ReadyForm } from "./ready-form";
import { storeVisit } from "./store-visit/store-visit";

/** The forms that come with the product, in the order they are offered. */
export const READY_FORMS: readonly ReadyForm[] = [fivePitfalls, storeVisit];

/** A ready form by its key; undefined when there is none. */
export function findReadyForm(key: string): ReadyForm | undefined {
  return READY_FORMS.find((form) => form.key === key);
}
