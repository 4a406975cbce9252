import type { PublicNames, TouchpointInput } from "./schema";

/** The form's three fields as stored: only the languages that were filled in. */
export function toPublicNames(input: TouchpointInput): PublicNames {
  return {
    ...(input.publicNameFi ? { fi: input.publicNameFi } : {}),
    ...(input.publicNameSv ? { sv: input.publicNameSv } : {}),
    ...(input.publicNameEn ? { en: input.publicNameEn } : {}),
  };
}
