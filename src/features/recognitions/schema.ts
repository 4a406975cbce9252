import { z } from "zod";
import type { EncounterGlimpse } from "@/features/peer-feedback/schema";
import { checkbox, id, listInput, optionalId, requiredText } from "@/server/input";

// ---------------------------------------------------------------- input of the screens

export const MOST_LETTERS = 1000;

/** Thanks to a colleague: for an encounter and with a customer's comment, where there is one to choose. */
export const thanksInput = z.object({
  colleagueId: id,
  encounterId: optionalId,
  responseId: optionalId,
  message: requiredText(MOST_LETTERS),
});
export type ThanksInput = z.output<typeof thanksInput>;

export const thanksIdInput = z.object({ id });
export const shownOnWallInput = z.object({ isShown: checkbox });
export const thankedSearchInput = z.object({ query: z.string().max(100) });

export const WALL_TABS = ["wall", "mine", "given"] as const;
export type WallTab = (typeof WALL_TABS)[number];

/** Tab, team and page of the wall, from the address; nonsense falls back to the whole wall. */
export const wallInput = listInput.pick({ page: true }).extend({
  tab: z.enum(WALL_TABS).catch("wall"),
  team: z.uuid().nullable().catch(null),
});

const optionalParameter = z.uuid().nullable().catch(null);

/** Whom, which encounter and which comment the address says the thanks are about; nonsense says nothing. */
export const thanksParameters = z.object({
  to: optionalParameter,
  encounter: optionalParameter,
  comment: optionalParameter,
});

// ---------------------------------------------------------------- what queries give

export type Recognition = {
  id: string;
  toName: string;
  fromName: string;
  teamName: string | null;
  message: string;
  createdAt: Date;
  encounter: EncounterGlimpse | null;
  /** What a customer wrote, word for word. */
  comment: { text: string; language: string } | null;
  /** The receiver keeps thanks off the wall: only giver and receiver see this. */
  isOffWall: boolean;
  /** The reader gave it, got it, or is an owner. */
  mayRemove: boolean;
};

/** Somebody the thanks are for, as already chosen. */
export type ThankedColleague = { value: string; label: string; detail: string; showsOnWall: boolean };

/** A customer's comment to choose. */
export type CommentChoice = { id: string; text: string; answeredAt: Date };
