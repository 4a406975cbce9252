import { MINIMUM_AUDITS } from "@/metrics/audit-figure";
import { EYES, type Eye, type EyeFigure } from "../schema";

/**
 * From where a behaviour is called good, and up to where poor, in percent of the scale. Audits as beside customers
 * (docs/decisions/0016-audits-beside-customers.md); people who rate rarely use the ends of a scale: 75 % is 4 of 5, or 5.5
 * of 7, and 60 % lies between 3 and 4.
 */
export const EYE_LEVELS: Record<Eye, { readonly good: number; readonly poor: number }> = {
  evaluation: { good: 75, poor: 60 },
  audit: { good: 80, poor: 70 },
  customer: { good: 75, poor: 60 },
};

/**
 * What those who look at a behaviour say of each other.
 * - `agree`: at least two are certain, and all of them alike
 * - `disagree`: one is certain that it is good, another that it is poor
 * - `undecided`: fewer than two are certain of either
 * - `tooFew`: fewer than two have enough to compare
 */
export type Agreement = {
  verdict: "agree" | "disagree" | "undecided" | "tooFew";
  good: Eye[];
  poor: Eye[];
};

/**
 * Whether 360 evaluations, audits and customers agree on a behaviour, each judged on its own scale by EYE_LEVELS: good where
 * the whole 95 % interval is, poor where the figure is and the interval falls short of good. Audits need MINIMUM_AUDITS,
 * customers `minimumN` answers (the organization's setting), 360 evaluations an interval.
 */
export function compareEyes(figures: Record<Eye, EyeFigure>, minimumN: number): Agreement {
  const needed: Record<Eye, number> = {
    evaluation: 1,
    audit: MINIMUM_AUDITS,
    customer: Math.max(1, minimumN),
  };
  const able = EYES.filter((eye) => figures[eye].interval !== null && figures[eye].n >= needed[eye]);
  const good = able.filter((eye) => (figures[eye].interval?.low ?? 0) >= EYE_LEVELS[eye].good);
  const poor = able.filter((eye) => {
    const { value, interval } = figures[eye];
    return value !== null && value <= EYE_LEVELS[eye].poor && (interval?.high ?? 100) < EYE_LEVELS[eye].good;
  });
  if (able.length < 2) return { verdict: "tooFew", good, poor };
  if (good.length > 0 && poor.length > 0) return { verdict: "disagree", good, poor };
  return { verdict: good.length + poor.length >= 2 ? "agree" : "undecided", good, poor };
}
