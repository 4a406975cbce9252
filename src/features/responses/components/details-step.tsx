import { fillPlaceholders } from "@/features/invitations/texts";
import { type ExtraQuestion, type SurveyDefinition, scoreBand } from "@/features/surveys/schema";
import { chooseText, type LocalizedText } from "@/server/input";
import { FIELDS, type StoredResponse, TEXT_LIMIT } from "../schema";
import type { RespondentTexts } from "../texts";
import { ErrorSummary } from "./error-summary";
import { ScoreScale } from "./score-scale";

type Read = (text: LocalizedText) => string;

/** Second step: the follow-up that fits the score, extra questions and a comment. Everything may be left blank. */
export function DetailsStep({
  action,
  token,
  language,
  fallbackLanguage,
  texts,
  definition,
  response,
  isEdit,
  problems,
  changeScoreHref,
}: {
  action?: (form: FormData) => Promise<void>;
  token: string;
  language: string;
  fallbackLanguage: string;
  texts: RespondentTexts;
  definition: SurveyDefinition;
  response: StoredResponse;
  isEdit: boolean;
  /** Keys of questions, "followUp" or "comment" that need another look. */
  problems: string[];
  changeScoreHref: string;
}) {
  const read: Read = (text) => chooseText(text, language, fallbackLanguage);
  const band = scoreBand(definition.main.metric, response.score);
  const tooLong = fillPlaceholders(texts.tooLong, { maximum: TEXT_LIMIT.toLocaleString(language) });
  const shown = problems.flatMap((key) => {
    const id = fieldId(definition, key);
    return id ? [{ href: `#${id}`, text: id === key ? tooLong : texts.invalidChoice }] : [];
  });
  return (
    <form action={action}>
      <input type="hidden" name={FIELDS.token} value={token} />
      <input type="hidden" name={FIELDS.language} value={language} />
      {isEdit && <input type="hidden" name={FIELDS.isEdit} value="1" />}
      {shown.length > 0 && <ErrorSummary title={texts.checkAnswers} problems={shown} />}
      {problems.includes("renewed") && (
        <p className="error" role="alert">
          {texts.renewed}
        </p>
      )}
      <h1>{fillPlaceholders(texts.stored, { score: String(response.score) })}</h1>
      <p className="note">
        {texts.storedHint} <a href={changeScoreHref}>{texts.changeScore}</a>
      </p>
      {definition.followUp.isEnabled && (
        <TextField
          name={FIELDS.followUp}
          label={read(definition.followUp.texts[band])}
          value={response.followUp}
          error={problems.includes("followUp") ? tooLong : null}
        />
      )}
      {definition.questions.map((question) => (
        <ExtraField
          key={question.key}
          question={question}
          read={read}
          texts={texts}
          response={response}
          error={problems.includes(question.key) ? texts.invalidChoice : null}
        />
      ))}
      {definition.comment.isEnabled && (
        <TextField
          name={FIELDS.comment}
          label={read(definition.comment.text)}
          value={response.comment}
          error={problems.includes("comment") ? tooLong : null}
        />
      )}
      <button type="submit">{texts.send}</button>
    </form>
  );
}

/** The id of the control that a problem's link leads to; null for a name that is none of this survey's fields. */
function fieldId(definition: SurveyDefinition, key: string): string | null {
  if (key === "followUp" || key === "comment") return definition[key].isEnabled ? key : null;
  const question = definition.questions.find((candidate) => candidate.key === key);
  if (!question) return null;
  return `${FIELDS.question}${key}${question.kind === "score" ? "-first" : "-0"}`;
}

function TextField({
  name,
  label,
  value,
  error,
}: {
  name: string;
  label: string;
  value: string | null;
  error: string | null;
}) {
  return (
    <div className="field">
      <label className="question" htmlFor={name}>
        {label}
      </label>
      {error && (
        <p className="error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <textarea
        id={name}
        name={name}
        rows={4}
        maxLength={TEXT_LIMIT}
        defaultValue={value ?? ""}
        aria-describedby={error ? `${name}-error` : undefined}
        aria-invalid={error ? true : undefined}
      />
    </div>
  );
}

function ExtraField({
  question,
  read,
  texts,
  response,
  error,
}: {
  question: ExtraQuestion;
  read: Read;
  texts: RespondentTexts;
  response: StoredResponse;
  error: string | null;
}) {
  const name = FIELDS.question + question.key;
  const errorId = error ? `${name}-error` : undefined;
  return (
    <fieldset className="sub">
      <legend>{read(question.text)}</legend>
      {error && (
        <p className="error" id={errorId}>
          {error}
        </p>
      )}
      {question.kind === "score" ? (
        <ScoreScale
          name={name}
          metric={question.metric}
          lowLabel={read(question.lowLabel)}
          highLabel={read(question.highLabel)}
          chosen={response.scores[question.key] ?? null}
          errorId={errorId}
        />
      ) : (
        <>
          {question.isMultiple && <p className="hint">{texts.chooseMany}</p>}
          {question.options.map((option, index) => (
            <label className="option" key={option.key}>
              <input
                type={question.isMultiple ? "checkbox" : "radio"}
                id={`${name}-${index}`}
                name={name}
                value={option.key}
                defaultChecked={response.choices[question.key]?.includes(option.key)}
                aria-describedby={errorId}
              />
              {read(option.text)}
            </label>
          ))}
        </>
      )}
    </fieldset>
  );
}
