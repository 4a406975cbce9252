import type { Competency, EvaluationItem } from "@/features/evaluation-frameworks/schema";
import { chooseText } from "@/server/input";
import { wordFor } from "../rules/wording";
import { CANNOT_SAY, FIELDS, type Point } from "../schema";
import { RatingForm } from "./rating-form";
import type { StepProps } from "./step-props";

/** One competency: its items, each with the scale's points and "cannot say". */
export function ItemsStep({
  competency,
  index,
  isFromCheck,
  ...props
}: StepProps & { competency: Competency; index: number; isFromCheck: boolean }) {
  const { page, task, texts, language, answers } = props;
  const fallback = page.organization.language;
  const description = chooseText(competency.description, language, fallback);
  return (
    <RatingForm {...props} step={`${index + 1}`} isFromCheck={isFromCheck}>
      <h1>{chooseText(competency.name, language, fallback)}</h1>
      {description && <p>{description}</p>}
      <p className="hint">{texts.step.choose}</p>
      {competency.items.map((item) => (
        <ItemField
          key={item.key}
          item={item}
          text={wordFor(item, task.group, language, fallback)}
          scale={page.definition.scale.map(({ label }) => chooseText(label, language, fallback))}
          cannotSay={texts.step.cannotSay}
          given={answers.points[item.key]}
        />
      ))}
    </RatingForm>
  );
}

function ItemField({
  item,
  text,
  scale,
  cannotSay,
  given,
}: {
  item: EvaluationItem;
  text: string;
  scale: string[];
  cannotSay: string;
  /** Undefined: not answered. */
  given: Point | undefined;
}) {
  const name = FIELDS.item + item.key;
  return (
    <fieldset className="item" id={`item-${item.key}`}>
      <legend>{text}</legend>
      <div className="points">
        {scale.map((label, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place on the scale
          <label key={index}>
            <input type="radio" name={name} value={index + 1} defaultChecked={given === index + 1} />
            <span>{label || index + 1}</span>
          </label>
        ))}
        <label className="none">
          <input type="radio" name={name} value={CANNOT_SAY} defaultChecked={given === null} />
          <span>{cannotSay}</span>
        </label>
      </div>
    </fieldset>
  );
}
