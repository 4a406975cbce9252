import { fillPlaceholders, formatDay } from "@/features/invitations/texts";
import { scoreBand } from "@/features/surveys/schema";
import { chooseText } from "@/server/input";
import { submitDetailsAction, submitScoreAction } from "../actions";
import { answerHref } from "../answer-href";
import { describeEncounter } from "../describe-encounter";
import type { AnswerStep } from "../rules";
import type { AnswerPage } from "../schema";
import { type RespondentTexts, respondentTexts } from "../texts";
import { DetailsStep } from "./details-step";
import { Notice } from "./notice";
import { ScoreStep } from "./score-step";

/** The step of an answer page that `decideStep` chose. `problems`: fields of the form sent last that need another look. */
export function AnswerSteps({
  page,
  token,
  language,
  step,
  problems,
  now,
}: {
  page: AnswerPage;
  token: string;
  language: string;
  step: AnswerStep;
  problems: string[];
  now: Date;
}) {
  const texts = respondentTexts(language);
  const fallbackLanguage = page.organization.language;
  const shared = { token, language, fallbackLanguage, texts, definition: page.definition };
  if (step.step === "expired") {
    const date = formatDay(page.expiresAt, language, page.organization.timeZone, now);
    return <Notice title={texts.expired.title} text={fillPlaceholders(texts.expired.text, { date })} />;
  }
  if (step.step === "score") {
    return (
      <ScoreStep
        {...shared}
        action={submitScoreAction}
        about={describeEncounter(page, language, now)}
        isAnonymous={page.isAnonymous}
        chosen={step.chosen}
        isEdit={step.isEdit}
        problem={scoreProblem(texts, problems)}
      />
    );
  }
  const changeScoreHref = answerHref(token, { lang: language, step: "score" });
  if (step.step === "details" && page.response) {
    return (
      <DetailsStep
        {...shared}
        action={submitDetailsAction}
        response={page.response}
        isEdit={step.isEdit}
        problems={problems}
        changeScoreHref={changeScoreHref}
      />
    );
  }
  const thanks = page.definition.thanks[scoreBand(page.definition.main.metric, step.score)];
  return (
    <Notice title={texts.thanksTitle} text={chooseText(thanks, language, fallbackLanguage)}>
      <p>
        {texts.canClose}{" "}
        {step.step === "thanks" && step.canChange && <a href={changeScoreHref}>{texts.changeAnswer}</a>}
      </p>
    </Notice>
  );
}

function scoreProblem(texts: RespondentTexts, problems: string[]): string | null {
  if (problems.includes("renewed")) return texts.renewed;
  return problems.includes("score") ? texts.scoreMissing : null;
}
