import { normalizeName, readChannel } from "@/features/imports/rules/words";
import { customerImportRow } from "@/features/people/schema";
import type { Channel } from "@/generated/prisma/enums";
import type { MetricKey } from "@/metrics/score-distribution";
import type { RespondentLanguage } from "@/server/input";
import type { ColumnUse } from "../mapping";
import type { RejectionReason } from "../schema";

export type WordOutcome<T> =
  | { status: "known"; word: T; isExplained: true }
  | { status: "empty"; isExplained: boolean }
  | { status: "rejected"; reason: RejectionReason; isExplained: false };

type WordColumn<U extends "channel" | "language" | "metric"> = Extract<ColumnUse, { use: U }>;

function wordReader<T>(
  mapped: Map<string, T | null>,
  understand: (text: string) => T | null,
  unknown: "empty" | RejectionReason,
): (text: string) => WordOutcome<T> {
  const memo = new Map<string, WordOutcome<T>>();
  const read = (text: string): WordOutcome<T> => {
    const word = mapped.get(normalizeName(text));
    if (word === null || (word === undefined && text === "")) return { status: "empty", isExplained: true };
    const known = word ?? understand(text);
    if (known !== null) return { status: "known", word: known, isExplained: true };
    if (unknown === "empty") return { status: "empty", isExplained: false };
    return { status: "rejected", reason: unknown, isExplained: false };
  };
  return (text) => {
    let outcome = memo.get(text);
    if (!outcome) {
      outcome = read(text);
      if (memo.size < 1_000) memo.set(text, outcome);
    }
    return outcome;
  };
}

/** Reads the cells of a channel column by what was decided for its words, else by what the words mean. */
export function channelReader(column: WordColumn<"channel">): (text: string) => WordOutcome<Channel> {
  const mapped = new Map(column.values.map(({ value, channel }) => [normalizeName(value), channel]));
  return wordReader(mapped, readChannel, column.unknown === "empty" ? "empty" : "unknownChannel");
}

/** Reads the cells of a language column by what was decided for its words, else by what the words mean. */
export function languageReader(
  column: WordColumn<"language">,
): (text: string) => WordOutcome<RespondentLanguage> {
  const mapped = new Map(column.values.map(({ value, language }) => [normalizeName(value), language]));
  const understand = (text: string) => customerImportRow.shape.language.safeParse(text).data ?? null;
  return wordReader(mapped, understand, column.unknown === "empty" ? "empty" : "unknownLanguage");
}

/** NPS, CSAT and CES by their names; anything else has to be mapped. */
export function readMetric(text: string): MetricKey | null {
  const word = normalizeName(text).replace(/[^a-z]/g, "");
  if (word === "nps" || word === "netpromoterscore") return "nps";
  if (word === "csat" || word === "customersatisfaction") return "csat";
  return word === "ces" || word === "customereffortscore" ? "ces" : null;
}

/** Reads the cells of a metric column by what was decided for its words, else by what the words mean. */
export function metricReader(column: WordColumn<"metric">): (text: string) => WordOutcome<MetricKey> {
  const mapped = new Map(column.values.map(({ value, metric }) => [normalizeName(value), metric]));
  return wordReader(mapped, readMetric, "unknownMetric");
}
