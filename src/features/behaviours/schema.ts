import { z } from "zod";
import { type LocalizedText, localizedText } from "@/server/input";

/** An element of the service standard as screens show and choose it. */
export type BehaviourChoice = { id: string; name: LocalizedText };

export type Behaviour = BehaviourChoice & {
  /** Of a behaviour that came with the product; null for the organization's own. */
  key: string | null;
  description: LocalizedText;
  isArchived: boolean;
};

/** What the settings page saves: at least one language of the name. */
export const behaviourInput = z.object({
  names: localizedText.refine((names) => Object.values(names).some(Boolean), "required"),
  descriptions: localizedText,
});
export type BehaviourInput = z.infer<typeof behaviourInput>;
