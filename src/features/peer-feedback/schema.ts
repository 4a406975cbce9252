import { z } from "zod";
import type { BehaviourChoice } from "@/features/behaviours/schema";
import type { PeerFeedbackStatus } from "@/generated/prisma/enums";
import { id, listInput, optionalId, optionalText } from "@/server/input";

/** Long enough for what one encounter taught, too short for a report. */
export const MOST_LETTERS = 2000;

// ---------------------------------------------------------------- input of the screens

const about = { encounterId: optionalId, behaviourId: optionalId };

/** To ask a colleague. */
export const feedbackRequestInput = z.object({ colleagueId: id, question: optionalText(500), ...about });
export type FeedbackRequestInput = z.output<typeof feedbackRequestInput>;

const words = { worked: optionalText(MOST_LETTERS), toTry: optionalText(MOST_LETTERS) };
const isWritten = ({ worked, toTry }: { worked: string | null; toTry: string | null }) =>
  worked !== null || toTry !== null;
const nothingWritten = { path: ["worked"], error: "feedbackNothingWritten" };

/** To give without having been asked. */
export const feedbackInput = z
  .object({ colleagueId: id, ...about, ...words })
  .refine(isWritten, nothingWritten);
export type FeedbackInput = z.output<typeof feedbackInput>;

/** To answer a colleague who asked. */
export const feedbackAnswerInput = z
  .object({ id, behaviourId: optionalId, ...words })
  .refine(isWritten, nothingWritten);
export type FeedbackAnswerInput = z.output<typeof feedbackAnswerInput>;

export const feedbackIdInput = z.object({ id });
export const feedbackReadInput = z.object({ ids: z.array(z.uuid()).max(100) });
export const colleagueSearchInput = z.object({ query: z.string().max(100) });

export const FEEDBACK_TABS = ["received", "asked", "given", "shared"] as const;
export type FeedbackTab = (typeof FEEDBACK_TABS)[number];

/** Tab and page of the list, from the address; nonsense falls back to the first. */
export const feedbackListInput = listInput.pick({ page: true }).extend({
  tab: z.enum(FEEDBACK_TABS).optional().catch(undefined),
});

const optionalParameter = z.uuid().nullable().catch(null);

/** Whom and which encounter the address says it is about; nonsense says nothing. */
export const colleagueParameters = z.object({ to: optionalParameter, encounter: optionalParameter });

// ---------------------------------------------------------------- what queries give

/** A part of the feedback a person sees: got, waited for, asked of oneself, given, shown by its receiver to managers. */
export type FeedbackPart = "received" | "waiting" | "asked" | "given" | "shared";

/** As much of an encounter as two colleagues need to know which one is meant: never the customer. */
export type EncounterGlimpse = { occurredAt: Date; touchpoint: string };

export type Feedback = {
  id: string;
  status: PeerFeedbackStatus;
  giverName: string;
  receiverName: string;
  question: string | null;
  worked: string | null;
  toTry: string | null;
  behaviour: BehaviourChoice | null;
  encounter: EncounterGlimpse | null;
  requestedAt: Date | null;
  givenAt: Date | null;
  sharedAt: Date | null;
  /** The reader is its receiver and has not had it on the screen yet. */
  isUnread: boolean;
};

/** What waits for a person on each tab. */
export type FeedbackCounts = { unread: number; asked: number; shared: number };

/** Somebody to choose, as a combobox shows it. */
export type ColleagueOption = { value: string; label: string; detail: string };

/** An encounter to choose; the customer's name only where the chooser may see it anyway. */
export type EncounterChoice = EncounterGlimpse & { id: string; customer: string | null };
