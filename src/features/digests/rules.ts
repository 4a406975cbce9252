import { Temporal } from "temporal-polyfill";
import { lastDayOf, type Period, resolvePeriod } from "@/features/dashboards/periods";
import type { MemberRole } from "@/generated/prisma/enums";
import type { Figure } from "@/metrics/figure";
import type { MetricKey } from "@/metrics/score-distribution";

/** Digests leave on Monday from this hour on, by the organization's clock. */
const FIRST_HOUR = 5;
/** A worker that was away all Monday still sends on Tuesday; later than that the week is old news. */
const LAST_DAY = 2;
/** How long a digest the mail server would not take is tried, counted from when it was planned. */
const DAYS_TO_TRY = 3;

/** Weeks in the picture: a quarter of a year. */
export const TREND_WEEKS = 13;
/** Without a single answer in this many weeks a digest would say the same as the last one: nothing. */
const SILENT_WEEKS = 5;

/** The ISO week (Monday to Sunday) before the one that `now` is in, on the organization's clock. */
export function lastWeek(now: Date, timeZone: string): Period {
  const today = clockAt(now, timeZone).toPlainDate();
  return weekOf(today.subtract({ days: today.dayOfWeek + 6 }).toString(), timeZone);
}

/** The week that begins on a Monday (ISO date). */
export function weekOf(monday: string, timeZone: string): Period {
  const lastDay = Temporal.PlainDate.from(monday).add({ days: 6 }).toString();
  // The instant matters to periods chosen by name only.
  return resolvePeriod({ firstDay: monday, lastDay }, new Date(0), timeZone);
}

/** The weeks the picture shows: `TREND_WEEKS` ending with the digest's. */
export function trendPeriod(week: Period, timeZone: string): Period {
  return weeksUpTo(week, TREND_WEEKS, timeZone);
}

/** The weeks in which somebody must have answered for a digest to have something to tell. */
export function recentWeeks(week: Period, timeZone: string): Period {
  return weeksUpTo(week, SILENT_WEEKS, timeZone);
}

function weeksUpTo(week: Period, count: number, timeZone: string): Period {
  const firstDay = Temporal.PlainDate.from(week.firstDay).subtract({ weeks: count - 1 });
  return resolvePeriod({ firstDay: firstDay.toString(), lastDay: lastDayOf(week) }, new Date(0), timeZone);
}

/** The week whose digest is due now: last week on Monday from five in the morning and on Tuesday; null at other times. */
export function findDueWeek(now: Date, timeZone: string): Period | null {
  const { dayOfWeek, hour } = clockAt(now, timeZone);
  const isDue = dayOfWeek === 1 ? hour >= FIRST_HOUR : dayOfWeek <= LAST_DAY;
  return isDue ? lastWeek(now, timeZone) : null;
}

/** Whether a digest that has not left yet is too old to be worth reading. */
export function isStale(plannedAt: Date, now: Date): boolean {
  return now.getTime() >= plannedAt.getTime() + DAYS_TO_TRY * 24 * 3600_000;
}

/** A member as far as it matters for who gets the digest. */
export type DigestReader = { role: MemberRole; wantsDigest: boolean; archivedAt: Date | null };

/** Those who may read the organization's figures, and want to. */
export function getsDigest({ role, wantsDigest, archivedAt }: DigestReader): boolean {
  return (role === "owner" || role === "manager") && wantsDigest && archivedAt === null;
}

/**
 * The metric a digest is about first: the one most answered in the quarter, so that it is the same from week to week, among
 * those answered this week; in a week without answers the quarter's.
 * @param quarter metrics by number of answers, most first; not empty
 */
export function chooseMainMetric(quarter: readonly MetricKey[], thisWeek: readonly MetricKey[]): MetricKey {
  return quarter.find((metric) => thisWeek.includes(metric)) ?? thisWeek[0] ?? quarter[0] ?? "nps";
}

/**
 * What a week came to, in one word:
 * - none: nobody answered; tooFew: fewer answers than the organization's minimum n
 * - up, down: a verified change from the week before
 * - signal: none from the week before, but a point outside normal variation of the quarter
 * - normal: within normal variation
 */
export type Verdict = "none" | "tooFew" | "up" | "down" | "signal" | "normal";

export function judgeWeek(facts: {
  figure: Pick<Figure, "n">;
  isTooFew: boolean;
  direction: "up" | "down" | "none";
  hasSignal: boolean;
}): Verdict {
  if (facts.figure.n === 0) return "none";
  if (facts.isTooFew) return "tooFew";
  if (facts.direction !== "none") return facts.direction;
  return facts.hasSignal ? "signal" : "normal";
}

/** A comment of fewer words ("ok", "thanks!") says no more than its score. */
const WORDS_WORTH_READING = 4;
const LOW_COMMENTS = 2;
const HIGH_COMMENTS = 1;

/**
 * The comments worth reading: the latest two of unhappy customers and the latest of a happy one, of four words or more.
 * The two are about different touchpoints when there are such. Shorter ones stand in only when there are no others.
 * @param low comments of the lowest band, latest first; `high` those of the highest
 */
export function chooseComments<C extends { text: string; touchpointId: string }>(
  low: readonly C[],
  high: readonly C[],
): C[] {
  return [...chooseLatest(low, LOW_COMMENTS), ...chooseLatest(high, HIGH_COMMENTS)];
}

function chooseLatest<C extends { text: string; touchpointId: string }>(
  comments: readonly C[],
  count: number,
): C[] {
  const countWords = ({ text }: C) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const tellsMore = comments.filter((comment) => countWords(comment) >= WORDS_WORTH_READING);
  const candidates = tellsMore.length > 0 ? tellsMore : comments;
  const firstOfTouchpoint = candidates.filter(
    (comment, index) =>
      candidates.findIndex(({ touchpointId }) => touchpointId === comment.touchpointId) === index,
  );
  const others = candidates.filter((comment) => !firstOfTouchpoint.includes(comment));
  const chosen = new Set([...firstOfTouchpoint, ...others].slice(0, count));
  return comments.filter((comment) => chosen.has(comment));
}

/**
 * A text of at most `limit` characters (as people count them: an emoji is one), cut between words, with "…" where
 * something is missing. A single longer word is cut inside.
 */
export function shortenText(text: string, limit: number): string {
  const characters = Array.from(
    new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text.trim()),
    ({ segment }) => segment,
  );
  if (characters.length <= limit) return characters.join("");
  const kept = characters.slice(0, limit - 1);
  const end = /^\s$/.test(characters[limit - 1] ?? "")
    ? kept.length
    : kept.findLastIndex((one) => /^\s$/.test(one));
  const cut = kept.slice(0, end > 0 ? end : kept.length).join("");
  return `${cut.replace(/[\s,.;:–-]+$/u, "")}…`;
}

function clockAt(now: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
}
