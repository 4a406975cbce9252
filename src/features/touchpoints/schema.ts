import { z } from "zod";
import type { Channel, Stage } from "@/generated/prisma/enums";
import { checkbox, id, listInput, optionalText, type RespondentLanguage, requiredText } from "@/server/input";

export const STAGES = ["before", "during", "after"] as const satisfies readonly Stage[];
export const CHANNELS = [
  "in_person",
  "phone",
  "video",
  "chat",
  "email",
  "web",
] as const satisfies readonly Channel[];

export const JOURNEY_TEMPLATES = ["retail_store", "bank_branch", "expert_services", "b2b_sales"] as const;
export type JourneyTemplateKey = (typeof JOURNEY_TEMPLATES)[number];
export const journeyTemplateKey = z.enum(JOURNEY_TEMPLATES, { error: "chooseOne" });

// ---------------------------------------------------------------- input

export const stage = z.enum(STAGES, { error: "chooseOne" });
export const channel = z.enum(CHANNELS, { error: "chooseOne" });

/** Public names come from a form as three fields; a language left empty falls back to the touchpoint's name. */
export const touchpointInput = z.object({
  name: requiredText(120),
  publicNameFi: optionalText(120),
  publicNameSv: optionalText(120),
  publicNameEn: optionalText(120),
  stage,
  channel,
  isCritical: checkbox,
});
export type TouchpointInput = z.output<typeof touchpointInput>;
export const touchpointUpdate = touchpointInput.extend({ id });

/** Where a touchpoint goes: before another one of the stage, or to the stage's end. */
export const touchpointMove = z.object({ id, stage, beforeId: id.nullable() });
export type TouchpointMove = z.output<typeof touchpointMove>;

export const encounterTypeInput = z.object({ name: requiredText(120), description: optionalText(500) });
export type EncounterTypeInput = z.output<typeof encounterTypeInput>;
export const encounterTypeUpdate = encounterTypeInput.extend({ id });

export const encounterTypeListInput = listInput.extend({ archived: z.enum(["", "yes", "all"]).catch("") });
export type EncounterTypeListInput = z.output<typeof encounterTypeListInput>;

// ---------------------------------------------------------------- what queries give

/** What respondents read instead of the name, by language; a missing language means the name. */
export type PublicNames = Partial<Record<RespondentLanguage, string>>;

/** A touchpoint to choose from, in the order of the journey. */
export type TouchpointOption = {
  id: string;
  name: string;
  stage: Stage;
  channel: Channel;
  isCritical: boolean;
  isArchived: boolean;
};

export type JourneyTouchpoint = TouchpointOption & {
  publicNames: PublicNames;
  /** Encounters, answers or surveys point to it: it can be archived but no longer deleted. */
  isUsed: boolean;
};

export type EncounterTypeOption = { id: string; name: string; isArchived: boolean };

export type EncounterTypeRow = EncounterTypeOption & {
  description: string | null;
  encounterCount: number;
  isUsed: boolean;
};
