import type { ReadyBehaviourKey } from "@/features/behaviours/ready-behaviours";
import type { AuditFormItem } from "../schema";
import { type Both, both, type ItemTexts, type ReadyItem } from "./ready-form";

type Scored = Extract<AuditFormItem, { weight: number }>;
/** What an item may have otherwise than its kind usually has. */
type Changes = Partial<
  Pick<
    Scored,
    | "weight"
    | "isCritical"
    | "isBonus"
    | "passPoints"
    | "commentBelow"
    | "allowsNotApplicable"
    | "isRequired"
    | "about"
  >
>;

const scoring = { weight: 1, isCritical: false, isBonus: false, passPoints: null, commentBelow: null };

function base(key: string, behaviourKey: ReadyBehaviourKey | null, texts: ItemTexts) {
  return {
    key,
    behaviourKey,
    behaviourId: null,
    text: both(texts.text),
    guidance: both(texts.guidance),
    goodExample: both(texts.good),
    badExample: both(texts.bad),
    suggestion: both(texts.suggestion),
    about: "employee" as const,
    isRequired: true,
    allowsNotApplicable: false,
  };
}

/** A question whose good answer is yes; it wants a comment when it was failed. */
export function yesNo(
  key: string,
  behaviourKey: ReadyBehaviourKey,
  texts: ItemTexts,
  changes: Changes & { goodAnswer?: "yes" | "no" } = {},
): ReadyItem {
  return {
    kind: "yes_no",
    goodAnswer: "yes",
    ...base(key, behaviourKey, texts),
    ...scoring,
    commentBelow: 1,
    ...changes,
  };
}

/** A question about a pitfall: the good answer is no. */
export function pitfall(
  key: string,
  behaviourKey: ReadyBehaviourKey,
  texts: ItemTexts,
  changes: Changes = {},
): ReadyItem {
  return yesNo(key, behaviourKey, texts, { ...changes, goodAnswer: "no" });
}

/** How much of the encounter something was seen, when the points of a scale need no words of their own. */
export const HOW_OFTEN: readonly Both[] = [
  ["Ei lainkaan", "Not at all"],
  ["Hetkittäin", "Now and then"],
  ["Enimmäkseen", "Mostly"],
  ["Koko ajan", "All the time"],
];

/** A scale from the worst (0) to the best, weight 2: passed from the last but one upwards, a comment wanted below it. */
export function scale(
  key: string,
  behaviourKey: ReadyBehaviourKey,
  texts: ItemTexts,
  points: readonly Both[] = HOW_OFTEN,
  changes: Changes = {},
): ReadyItem {
  const pass = points.length - 2;
  return {
    kind: "scale",
    ...base(key, behaviourKey, texts),
    ...scoring,
    weight: 2,
    passPoints: pass,
    commentBelow: pass,
    options: points.map((text, index) => ({ key: `p${index}`, text: both(text), points: index })),
    ...changes,
  };
}

/** Options with their points, of which one (`single_choice`) or any (`multiple_choice`) is chosen. */
export function choice(
  kind: "single_choice" | "multiple_choice",
  key: string,
  behaviourKey: ReadyBehaviourKey | null,
  texts: ItemTexts,
  options: readonly (readonly [key: string, text: Both, points: number])[],
  changes: Changes = {},
): ReadyItem {
  return {
    kind,
    ...base(key, behaviourKey, texts),
    ...scoring,
    options: options.map(([optionKey, text, points]) => ({ key: optionKey, text: both(text), points })),
    ...changes,
  };
}

type Bands = readonly (readonly [atMost: number | null, points: number])[];
const toBands = (bands: Bands) => bands.map(([atMost, points]) => ({ atMost, points }));

/** A number of something, earning points by bands. */
export function count(
  key: string,
  behaviourKey: ReadyBehaviourKey,
  unit: Both,
  bands: Bands,
  texts: ItemTexts,
  changes: Changes = {},
): ReadyItem {
  return {
    kind: "number",
    ...base(key, behaviourKey, texts),
    ...scoring,
    unit: both(unit),
    bands: toBands(bands),
    ...changes,
  };
}

/** A time taken in seconds, earning points by bands. */
export function duration(
  key: string,
  behaviourKey: ReadyBehaviourKey,
  bands: Bands,
  texts: ItemTexts,
  changes: Changes = {},
): ReadyItem {
  return {
    kind: "duration",
    ...base(key, behaviourKey, texts),
    ...scoring,
    bands: toBands(bands),
    ...changes,
  };
}

const NO_EXAMPLES = { good: ["", ""], bad: ["", ""], suggestion: ["", ""] } as const;

/** What the customer did or how the customer was, of which one is chosen: recorded, never scored. */
export function customerChoice(
  key: string,
  text: Both,
  guidance: Both,
  options: readonly (readonly [key: string, text: Both])[],
): ReadyItem {
  const withoutPoints = options.map(([optionKey, optionText]) => [optionKey, optionText, 0] as const);
  return {
    ...choice("single_choice", key, null, { text, guidance, ...NO_EXAMPLES }, withoutPoints),
    about: "customer",
    weight: 0,
  } as ReadyItem;
}

/** Something written down that is not scored. */
export function note(key: string, text: Both, guidance: Both, about: "employee" | "customer" = "employee") {
  return {
    kind: "text" as const,
    ...base(key, null, { text, guidance, ...NO_EXAMPLES }),
    isRequired: false,
    about,
  };
}

/** Pictures taken, not scored. */
export function photos(key: string, text: Both, guidance: Both, mostPhotos: number) {
  return {
    kind: "photo" as const,
    ...base(key, null, { text, guidance, ...NO_EXAMPLES }),
    isRequired: false,
    mostPhotos,
  };
}
