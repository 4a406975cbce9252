import { listAsked, type RatingStep } from "../rules/rating-step";
import { CheckStep } from "./check-step";
import { DeclineStep } from "./decline-step";
import { ItemsStep } from "./items-step";
import { StartStep } from "./start-step";
import type { StepProps } from "./step-props";
import { WordsStep } from "./words-step";

/** The page of a rating that `decideRatingStep` chose. */
export function RatingSteps({
  step,
  isFromCheck,
  ...props
}: StepProps & { step: RatingStep; isFromCheck: boolean }) {
  if (step === "start") return <StartStep {...props} />;
  if (step === "decline") return <DeclineStep {...props} />;
  if (step === "words") return <WordsStep {...props} isFromCheck={isFromCheck} />;
  const index = Number(step) - 1;
  const competency = listAsked(props.page.definition)[index];
  if (!competency) return <CheckStep {...props} />;
  return <ItemsStep {...props} competency={competency} index={index} isFromCheck={isFromCheck} />;
}
