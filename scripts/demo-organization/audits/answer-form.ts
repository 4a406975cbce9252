import { possiblePointsOf, scoreItem } from "@/features/audit-forms/rules";
import {
  type AuditAnswerValue,
  type AuditFormDefinition,
  type AuditFormItem,
  NO_ANSWER,
} from "@/features/audit-forms/schema";
import type { Random } from "../../../tests/factories/random";
import { PRAISE, PRAISE_OF_ITEM, REASONS, REASONS_OF_ITEM } from "./story";

/**
 * How hard an item is, from its key: the same for every visit, between −0.7 and 0.7 standard deviations. The first item of
 * a form is one that everybody passes, which says nothing about anybody; what must never happen hardly ever does.
 */
function difficultyOf(item: AuditFormItem, position: number): number {
  if (position === 0) return -9;
  if ("isCritical" in item && item.isCritical) return -2.8;
  let hash = 0;
  for (const character of item.key) hash = (hash * 31 + character.charCodeAt(0)) % 997;
  return (hash / 997 - 0.5) * 1.4;
}

/**
 * Answers every item of a form as somebody would who saw an encounter of this quality (standard deviations around the
 * chain's mean). `noise` is how much this auditor's eye differs on one item from another's.
 */
export function answerForm(
  random: Random,
  definition: AuditFormDefinition,
  options: { quality: number; noise?: number; photos?: ReadonlyMap<string, number> },
): Record<string, AuditAnswerValue> {
  const answers: Record<string, AuditAnswerValue> = {};
  const items = definition.sections.flatMap((section) => section.items);
  for (const [position, item] of items.entries()) {
    const level = options.quality - difficultyOf(item, position) + random.normal(0, options.noise ?? 0.9);
    const answer = answerItem(random, item, level, options.photos?.get(item.key) ?? 0);
    if (answer) answers[item.key] = answer;
  }
  return answers;
}

function answerItem(
  random: Random,
  item: AuditFormItem,
  level: number,
  photos: number,
): AuditAnswerValue | null {
  if (item.kind === "photo") return photos > 0 ? { ...NO_ANSWER, number: photos } : null;
  if (item.kind === "text") {
    return random.chance(0.5) ? { ...NO_ANSWER, text: random.pick(level > 0 ? PRAISE : REASONS) } : null;
  }
  if (item.allowsNotApplicable && random.chance(0.05)) return { ...NO_ANSWER, isNotApplicable: true };
  const value = { ...NO_ANSWER, ...chooseValue(random, item, level) };
  const points = scoreItem(item, value);
  const share = points ? points.earned / points.possible : 1;
  const mustExplain = item.commentBelow !== null && points !== null && points.earned < item.commentBelow;
  if (mustExplain || (share < 0.5 && random.chance(0.4))) {
    return { ...value, comment: random.pick(REASONS_OF_ITEM) };
  }
  return share === 1 && random.chance(0.06) ? { ...value, comment: random.pick(PRAISE_OF_ITEM) } : value;
}

function chooseValue(
  random: Random,
  item: Exclude<AuditFormItem, { kind: "text" | "photo" }>,
  level: number,
): Partial<AuditAnswerValue> {
  // Most visits go well: the middle of the scale is somewhat below the mean visit.
  const share = 1 / (1 + Math.exp(-1.3 * (level + 0.6)));
  switch (item.kind) {
    case "yes_no":
      return { number: share > 0.5 === (item.goodAnswer === "yes") ? 1 : 0 };
    case "scale":
    case "single_choice": {
      const byPoints = [...item.options].sort((a, b) => a.points - b.points);
      const chosen = byPoints[Math.min(byPoints.length - 1, Math.floor(share * byPoints.length))];
      return { optionKeys: chosen ? [chosen.key] : [] };
    }
    case "multiple_choice": {
      const optionKeys = item.options
        .filter((option) => (option.points > 0 ? random.chance(share) : false))
        .map((option) => option.key);
      return optionKeys.length > 0 ? { optionKeys } : { optionKeys, number: 0 };
    }
    case "number":
    case "duration": {
      const best = Math.max(...item.bands.map((band) => band.points), 0);
      const limit = item.bands.find((band) => band.points === best)?.atMost ?? 60;
      const factor = possiblePointsOf(item) > 0 ? 1.9 - 1.5 * share : 1;
      return { number: Math.max(1, Math.round(limit * factor * (0.8 + 0.4 * random.next()))) };
    }
  }
}
