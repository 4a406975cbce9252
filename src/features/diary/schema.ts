import { z } from "zod";
import { id, optionalId, withoutNul } from "@/server/input";
import { FEELINGS, type Feeling, type FeelingMoment, MOMENTS } from "./feelings";

/** Nothing chosen on a wheel ("" in a form) is null. */
const feeling = z
  .string()
  .nullish()
  .transform((text) => text || null)
  .pipe(z.enum(FEELINGS, { error: "chooseOne" }).nullable());

const words = z
  .string()
  .trim()
  .max(4000)
  .regex(withoutNul, "invalidValue")
  .nullish()
  .transform((text) => text ?? "");

/** What one writes of an encounter. Any part may be left out, but not all of them. */
export const diaryEntryInput = z
  .object({
    happenedOn: z.iso.date("required"),
    encounterId: optionalId,
    ownFeelingAtStart: feeling,
    ownFeelingAtEnd: feeling,
    customerFeelingAtStart: feeling,
    customerFeelingAtEnd: feeling,
    whatIDid: words,
    nextTime: words,
  })
  .refine((entry) => entry.whatIDid || entry.nextTime || MOMENTS.some((moment) => entry[moment]), {
    path: ["whatIDid"],
    error: "diaryEmpty",
  });
export type DiaryEntryInput = z.output<typeof diaryEntryInput>;
export const diaryEntryUpdate = z.intersection(diaryEntryInput, z.object({ id }));

export const diaryShareInput = z.object({ id, memberId: id });

/** How far back patterns are looked for: days, or everything. */
export const PATTERN_PERIODS = ["90", "365", "all"] as const;
export type PatternPeriod = (typeof PATTERN_PERIODS)[number];
export const patternsInput = z.object({ period: z.enum(PATTERN_PERIODS).catch("365") });

/** What was met, as far as it helps to recall it. */
export type DiaryEncounter = { id: string; occurredAt: Date; touchpoint: string; customer: string | null };

/** An entry as its writer sees it. */
export type DiaryEntry = Record<FeelingMoment, Feeling | null> & {
  id: string;
  /** Midnight UTC of the day. */
  happenedOn: Date;
  whatIDid: string;
  nextTime: string;
  encounter: DiaryEncounter | null;
  /** The one person it was shown to. */
  sharedWith: { memberId: string; name: string } | null;
};

/** An entry as the one it was shown to sees it: who wrote it, and nothing of which customer it was. */
export type SharedEntry = Omit<DiaryEntry, "sharedWith" | "encounter"> & {
  writer: string;
  sharedAt: Date;
  encounter: Omit<DiaryEncounter, "customer" | "id"> | null;
};
