import type { ReactNode } from "react";
import { fillPlaceholders } from "@/features/invitations/texts";
import { RATING_SCRIPT } from "@/server/security-headers";
import { saveAnswersAction } from "../actions";
import { ratingHref } from "../rating-href";
import { listSteps, type RatingStep, stepBeside } from "../rules/rating-step";
import { FIELDS } from "../schema";
import type { StepProps } from "./step-props";

/** The form around one step's questions: where the rater is, and the ways on, back and out, each of which saves. */
export function RatingForm({
  page,
  task,
  token,
  language,
  texts,
  problems,
  step,
  isFromCheck,
  children,
}: Omit<StepProps, "answers" | "now"> & {
  step: RatingStep;
  /** Opened from the check: the way on leads back there. */
  isFromCheck: boolean;
  children: ReactNode;
}) {
  const steps = listSteps(page.definition);
  const position = steps.indexOf(step) + 1;
  const next = isFromCheck ? "check" : stepBeside(page.definition, step, "next");
  return (
    // What is stored is shown, not what the browser remembers of the page: it would be sent again as the newest answer.
    <form action={saveAnswersAction} data-save={`/r/${token}/${task.id}/answers`} autoComplete="off">
      <input type="hidden" name={FIELDS.token} value={token} />
      <input type="hidden" name={FIELDS.language} value={language} />
      <input type="hidden" name={FIELDS.rating} value={task.id} />
      <input type="hidden" name={FIELDS.step} value={step} />
      {problems.includes("renewed") && (
        <p className="error" role="alert">
          {texts.problems.renewed}
        </p>
      )}
      <p className="about">
        {task.group === "self"
          ? texts.step.aboutSelf
          : fillPlaceholders(texts.step.about, { name: task.subject.name })}
        {" · "}
        {fillPlaceholders(texts.step.of, { step: String(position), steps: String(steps.length) })}
      </p>
      <div className="progress" aria-hidden="true">
        <i style={{ width: `${Math.round((100 * position) / steps.length)}%` }} />
      </div>
      {children}
      <p id="save-status" role="status" data-saved={texts.step.saved} data-failed={texts.step.failed} />
      <div className="actions">
        {/* First: it is what the Enter key presses. */}
        <button type="submit" name={FIELDS.go} value={next}>
          {isFromCheck ? texts.step.toCheck : texts.step.next}
        </button>
        {!isFromCheck && (
          <button
            type="submit"
            className="quiet"
            name={FIELDS.go}
            value={stepBeside(page.definition, step, "back")}
          >
            {texts.step.back}
          </button>
        )}
        <button type="submit" className="quiet" name={FIELDS.go} value="later">
          {texts.step.later}
        </button>
      </div>
      <p className="note">
        <a className="pad" href={ratingHref(token, task.id, { lang: language, step: "start" })}>
          {texts.step.audience}
        </a>
      </p>
      <script src={RATING_SCRIPT.src} integrity={RATING_SCRIPT.integrity} defer />
    </form>
  );
}
