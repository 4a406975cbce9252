import { z } from "zod";
import type { MetricKey } from "@/metrics/score-distribution";
import { type LocalizedText, localizedText } from "@/server/input";
import { groupRows } from "./group-rows";

/** A question as one published version has it. */
export type VersionQuestion = {
  version: number;
  position: number;
  key: string;
  kind: "score" | "choice";
  isMain: boolean;
  /** Null for a choice. */
  metric: MetricKey | null;
  texts: unknown;
};

type QuestionState = {
  key: string;
  /** In the newest wording. */
  text: LocalizedText;
  /** The newest published version asks it. */
  isAsked: boolean;
  /** Earlier answers were given to other words. */
  isReworded: boolean;
};

/** A question across all published versions of its survey. */
export type SurveyQuestion = QuestionState &
  (
    | { kind: "score"; metric: MetricKey; isMain: boolean }
    | {
        kind: "choice";
        /** In some version one could choose several. */
        isMultiple: boolean;
        options: { key: string; text: LocalizedText; isOffered: boolean }[];
      }
  );

const storedTexts = z.object({
  text: localizedText,
  lowLabel: localizedText.optional(),
  highLabel: localizedText.optional(),
  isMultiple: z.boolean().optional(),
  options: z.array(z.object({ key: z.string(), text: localizedText })).default([]),
});
type StoredTexts = z.infer<typeof storedTexts>;

/** Which question a version's question is: a key that was used for another kind or metric is another question. */
export function questionIdentity({
  key,
  metric,
}: {
  key: string;
  metric: MetricKey | null | undefined;
}): string {
  return `${key} ${metric ?? "choice"}`;
}

/**
 * The questions of a survey across its versions, each once: in the order and the words of the newest version; what it no
 * longer asks comes last, latest first. Options in the same way.
 */
export function mergeVersions(rows: readonly VersionQuestion[]): SurveyQuestion[] {
  const newestFirst = [...rows].sort((a, b) => b.version - a.version || a.position - b.position);
  const newest = newestFirst[0]?.version;
  return Array.from(groupRows(newestFirst, questionIdentity).values(), (versions) => {
    const [last] = versions as [VersionQuestion, ...VersionQuestion[]];
    const wordings = versions.map(({ texts }) => storedTexts.parse(texts));
    const [current] = wordings as [StoredTexts, ...StoredTexts[]];
    const isAsked = last.version === newest;
    const state = {
      key: last.key,
      text: current.text,
      isAsked,
      isReworded: wordings.slice(1).some((wording) => isOtherwiseWorded(wording, current)),
    };
    if (last.metric !== null) {
      return { ...state, kind: "score", metric: last.metric, isMain: last.isMain };
    }
    const options = groupRows(
      wordings.flatMap((wording) => wording.options),
      (option) => option.key,
    );
    return {
      ...state,
      kind: "choice",
      isMultiple: wordings.some((wording) => wording.isMultiple === true),
      options: Array.from(options.values(), ([option]) => ({
        ...(option as StoredTexts["options"][number]),
        isOffered: isAsked && current.options.some(({ key }) => key === option?.key),
      })),
    };
  });
}

/** Other words anywhere that both have; an option more or less is not another wording. */
function isOtherwiseWorded(earlier: StoredTexts, current: StoredTexts): boolean {
  const differs = (a: LocalizedText = {}, b: LocalizedText = {}) =>
    (["fi", "sv", "en"] as const).some((language) => (a[language] ?? "") !== (b[language] ?? ""));
  return (
    differs(earlier.text, current.text) ||
    differs(earlier.lowLabel, current.lowLabel) ||
    differs(earlier.highLabel, current.highLabel) ||
    earlier.options.some(({ key, text }) => {
      const same = current.options.find((option) => option.key === key);
      return same !== undefined && differs(text, same.text);
    })
  );
}
