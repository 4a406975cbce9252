/**
 * The wheel of feelings, clockwise from its top: eight directions between lively (up) and faint (down), pleasant (right) and
 * unpleasant (left), after Russell's circumplex model of affect (J. A. Russell, 1980, J. Pers. Soc. Psychol. 39:1161–1178).
 */
export const WHEEL = [
  "eager",
  "glad",
  "content",
  "calm",
  "tired",
  "disappointed",
  "worried",
  "irritated",
] as const;

/** Every feeling that can be chosen: the wheel's, and "neutral" in its middle. */
export const FEELINGS = [...WHEEL, "neutral"] as const;
export type Feeling = (typeof FEELINGS)[number];

/** How it feels to have a feeling. */
export const TONES = ["pleasant", "neutral", "unpleasant"] as const;
export type FeelingTone = (typeof TONES)[number];

const PLEASANT: readonly Feeling[] = ["eager", "glad", "content", "calm"];

/** The tone of a feeling: the right half of the wheel is pleasant, its left half unpleasant. */
export function toneOf(feeling: Feeling): FeelingTone {
  if (feeling === "neutral") return "neutral";
  return PLEASANT.includes(feeling) ? "pleasant" : "unpleasant";
}

/** The feelings of a tone, for conditions of SQL. */
export function feelingsOf(tone: FeelingTone): Feeling[] {
  return FEELINGS.filter((feeling) => toneOf(feeling) === tone);
}

/** The four moments of an encounter whose feelings an entry holds. */
export const MOMENTS = [
  "ownFeelingAtStart",
  "customerFeelingAtStart",
  "ownFeelingAtEnd",
  "customerFeelingAtEnd",
] as const;
export type FeelingMoment = (typeof MOMENTS)[number];
