import { fillPlaceholders } from "@/features/invitations/texts";
import { ErrorSummary } from "@/features/responses/components/error-summary";
import { TEXT_LIMIT } from "@/features/responses/schema";
import { wordFor } from "../rules/wording";
import { FIELDS } from "../schema";
import { RatingForm } from "./rating-form";
import type { StepProps } from "./step-props";

/** The open questions; all may be left empty. */
export function WordsStep({ isFromCheck, ...props }: StepProps & { isFromCheck: boolean }) {
  const { page, task, texts, language, answers, problems } = props;
  const tooLong = fillPlaceholders(texts.problems.tooLong, { maximum: TEXT_LIMIT.toLocaleString(language) });
  const { questions } = page.definition;
  const cut = questions.filter(({ key }) => problems.includes(key));
  return (
    <RatingForm {...props} step="words" isFromCheck={isFromCheck}>
      {cut.length > 0 && (
        <ErrorSummary
          title={texts.problems.check}
          problems={cut.map(({ key }) => ({ href: `#${FIELDS.question}${key}`, text: tooLong }))}
        />
      )}
      <h1>{texts.step.wordsTitle}</h1>
      <p className="hint">{texts.step.wordsHint}</p>
      {questions.map((question) => {
        const name = FIELDS.question + question.key;
        const isCut = cut.includes(question);
        return (
          <div className="field" key={question.key}>
            <label className="question" htmlFor={name}>
              {wordFor(question, task.group, language, page.organization.language)}
            </label>
            {isCut && (
              <p className="error" id={`${name}-error`}>
                {tooLong}
              </p>
            )}
            <textarea
              id={name}
              name={name}
              rows={4}
              maxLength={TEXT_LIMIT}
              defaultValue={answers.texts[question.key] ?? ""}
              aria-describedby={isCut ? `${name}-error` : undefined}
              aria-invalid={isCut ? true : undefined}
            />
          </div>
        );
      })}
    </RatingForm>
  );
}
