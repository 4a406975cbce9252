import { fivePitfalls } from "./five-pitfalls/five-pitfalls";
import type { ReadyForm } from "./ready-form";

/** The forms that come with the product, in the order they are offered. */
export const READY_FORMS: readonly ReadyForm[] = [fivePitfalls];

/** A ready form by its key; undefined when there is none. */
export function findReadyForm(key: string): ReadyForm | undefined {
  return READY_FORMS.find((form) => form.key === key);
}
