import { z } from "zod";
import { id, type LocalizedText, optionalText } from "@/server/input";

/** An element of the service standard as screens show and choose it. */
export type BehaviourChoice = { id: string; name: LocalizedText };

export type Behaviour = BehaviourChoice & {
  /** Of a behaviour that came with the product; null for the organization's own. */
  key: string | null;
  description: LocalizedText;
  isArchived: boolean;
};

/** How many published surveys, audit forms and competency frameworks ask about a behaviour now. */
export type BehaviourUses = { surveys: number; auditForms: number; frameworks: number };

export const NO_USES: BehaviourUses = { surveys: 0, auditForms: 0, frameworks: 0 };

/** What the settings page saves: a name in at least one language; a language left empty falls back to another. */
export const behaviourInput = z
  .object({
    nameFi: optionalText(120),
    nameSv: optionalText(120),
    nameEn: optionalText(120),
    descriptionFi: optionalText(500),
    descriptionSv: optionalText(500),
    descriptionEn: optionalText(500),
  })
  .refine(({ nameFi, nameSv, nameEn }) => nameFi || nameSv || nameEn, {
    path: ["nameFi"],
    error: "required",
  });
export type BehaviourInput = z.output<typeof behaviourInput>;
export const behaviourUpdate = z.intersection(behaviourInput, z.object({ id }));

/** Where a behaviour goes: before another one, or to the end. */
export const behaviourMove = z.object({ id, beforeId: id.nullable() });
export type BehaviourMove = z.output<typeof behaviourMove>;
