import type { SurveyDefinition } from "@/features/surveys/schema";
import { chooseText } from "@/server/input";
import { FIELDS } from "../schema";
import type { RespondentTexts } from "../texts";
import { ErrorSummary } from "./error-summary";
import { ScoreScale } from "./score-scale";

/** First step: the main question and its scale. Also the survey builder's preview, which gives no `action`. */
export function ScoreStep({
  action,
  token,
  language,
  fallbackLanguage,
  texts,
  definition,
  about,
  isAnonymous,
  chosen,
  isEdit,
  problem,
}: {
  action?: (form: FormData) => Promise<void>;
  token: string;
  language: string;
  fallbackLanguage: string;
  texts: RespondentTexts;
  definition: SurveyDefinition;
  /** "Your visit: …, 21 November". */
  about: string;
  isAnonymous: boolean;
  chosen: number | null;
  isEdit: boolean;
  problem: string | null;
}) {
  const read = (text: Parameters<typeof chooseText>[0]) => chooseText(text, language, fallbackLanguage);
  const { main } = definition;
  return (
    <form action={action}>
      <input type="hidden" name={FIELDS.token} value={token} />
      <input type="hidden" name={FIELDS.language} value={language} />
      {isEdit && <input type="hidden" name={FIELDS.isEdit} value="1" />}
      {problem && (
        <ErrorSummary title={texts.checkAnswers} problems={[{ href: "#score-first", text: problem }]} />
      )}
      <p className="about">{about}</p>
      <fieldset>
        <legend>
          <h1>{read(main.text)}</h1>
        </legend>
        <p className={problem ? "error" : "hint"} id="score-hint">
          {problem ?? texts.chooseNumber}
        </p>
        <ScoreScale
          name={FIELDS.score}
          metric={main.metric}
          lowLabel={read(main.lowLabel)}
          highLabel={read(main.highLabel)}
          chosen={chosen}
          errorId={problem ? "score-hint" : undefined}
          hasFocus={problem !== null}
        />
      </fieldset>
      {isAnonymous && <p className="note">{texts.anonymous}</p>}
      <button type="submit">{texts.send}</button>
    </form>
  );
}
