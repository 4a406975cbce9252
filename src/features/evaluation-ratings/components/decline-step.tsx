import { fillPlaceholders } from "@/features/invitations/texts";
import { declineRatingAction } from "../actions";
import { ratingHref } from "../rating-href";
import { FIELDS, REASON_LIMIT } from "../schema";
import type { StepProps } from "./step-props";

/** What declining means, and the button that does it. */
export function DeclineStep({ task, token, language, texts }: StepProps) {
  return (
    <form action={declineRatingAction}>
      <input type="hidden" name={FIELDS.token} value={token} />
      <input type="hidden" name={FIELDS.language} value={language} />
      <input type="hidden" name={FIELDS.rating} value={task.id} />
      <p className="about">
        {task.group === "self"
          ? texts.step.aboutSelf
          : fillPlaceholders(texts.step.about, { name: task.subject.name })}
      </p>
      <h1>{texts.decline.title}</h1>
      <p>{texts.decline.text}</p>
      <div className="field">
        <label className="question" htmlFor={FIELDS.reason}>
          {texts.decline.reason}
        </label>
        <p className="hint" id="reason-hint">
          {texts.decline.reasonHint}
        </p>
        <textarea
          id={FIELDS.reason}
          name={FIELDS.reason}
          rows={3}
          maxLength={REASON_LIMIT}
          aria-describedby="reason-hint"
        />
      </div>
      <p className="bar">
        <button type="submit">{texts.decline.button}</button>
        <a className="pad" href={ratingHref(token, task.id, { lang: language })}>
          {texts.decline.cancel}
        </a>
      </p>
    </form>
  );
}
