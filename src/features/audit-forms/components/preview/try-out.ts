import { isAnswered, isAnswerFailed, isScored, lacksComment, scoreForm } from "../../rules";
import {
  type AuditAnswerValue,
  type AuditFormDefinition,
  type AuditFormItem,
  type AuditFormSection,
  NO_ANSWER,
} from "../../schema";

export type Answers = Readonly<Record<string, AuditAnswerValue>>;

/** What a form says of answers given to it while it is being made. */
export type TryOut = {
  /** Percent; null while nothing is scored, or while a number of the form is still being typed. */
  total: number | null;
  isFailed: boolean;
  /** Critical items that were failed. */
  failedCritical: AuditFormItem[];
  sections: { section: AuditFormSection; score: number | null; answered: number }[];
  answered: number;
  items: number;
  /** Answers that the form wants a comment with, and have none. */
  lackingComments: number;
};

/** Scores answers as an audit with this form would be scored (`scoreForm`). Answers to items that are gone count nothing. */
export function tryOut(definition: AuditFormDefinition, answers: Answers): TryOut {
  const { score, sections, isFailed } = scoreForm(definition, answers);
  const items = definition.sections.flatMap((section) => section.items);
  const given = (item: AuditFormItem) => answers[item.key] ?? NO_ANSWER;
  const countAnswered = (list: AuditFormItem[]) =>
    list.filter((item) => isAnswered(item, given(item))).length;
  return {
    total: finite(score),
    isFailed,
    failedCritical: items.filter(
      (item) => isScored(item) && item.isCritical && isAnswerFailed(item, given(item)),
    ),
    sections: definition.sections.map((section, index) => ({
      section,
      score: finite(sections[index] ?? null),
      answered: countAnswered(section.items),
    })),
    answered: countAnswered(items),
    items: items.length,
    lackingComments: items.filter((item) => lacksComment(item, given(item))).length,
  };
}

/** The answers that earn the most of every item, or the least. Texts and photos are left unanswered. */
export function makeAnswers(definition: AuditFormDefinition, isBest: boolean): Answers {
  return Object.fromEntries(
    definition.sections.flatMap(({ items }) =>
      items.flatMap((item): [string, AuditAnswerValue][] => {
        const answer = answerOf(item, isBest);
        return answer ? [[item.key, { ...NO_ANSWER, ...answer }]] : [];
      }),
    ),
  );
}

function answerOf(item: AuditFormItem, isBest: boolean): Partial<AuditAnswerValue> | null {
  switch (item.kind) {
    case "yes_no":
      return { number: (item.goodAnswer === "yes") === isBest ? 1 : 0 };
    case "scale":
    case "single_choice": {
      const key = pick(item.options, isBest)?.key;
      return key === undefined ? null : { optionKeys: [key] };
    }
    case "multiple_choice": {
      const optionKeys = isBest ? item.options.filter(({ points }) => points > 0).map(({ key }) => key) : [];
      return optionKeys.length > 0 ? { optionKeys } : { number: 0 };
    }
    case "number":
    case "duration": {
      const band = pick(item.bands, isBest);
      if (!band) return null;
      const before = item.bands[item.bands.indexOf(band) - 1]?.atMost ?? 0;
      return { number: finite(band.atMost ?? before + 1) };
    }
    default:
      return null;
  }
}

function pick<T extends { points: number }>(list: readonly T[], isBest: boolean): T | undefined {
  const sorted = list.toSorted((a, b) => a.points - b.points);
  return isBest ? sorted.at(-1) : sorted[0];
}

/** A number that is still being typed is none. */
function finite(number: number | null): number | null {
  return Number.isFinite(number) ? number : null;
}
