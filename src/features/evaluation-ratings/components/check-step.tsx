import { fillPlaceholders } from "@/features/invitations/texts";
import { chooseText, type LocalizedText } from "@/server/input";
import { sendRatingAction } from "../actions";
import { ratingHref } from "../rating-href";
import { listMissing } from "../rules/answers";
import { listAsked, type RatingStep, stepBeside } from "../rules/rating-step";
import { wordFor } from "../rules/wording";
import { FIELDS } from "../schema";
import type { StepProps } from "./step-props";

/** Of more statements without an answer only their competencies are listed. */
const MOST_MISSING = 6;

/** The last page: what is answered and what is missing; sending is offered once nothing is. */
export function CheckStep({ page, task, token, language, texts, answers, problems }: StepProps) {
  const { definition } = page;
  const fallback = page.organization.language;
  const missing = new Set(listMissing(definition, answers));
  const asked = listAsked(definition).map((competency, index) => ({
    competency,
    step: `${index + 1}` as RatingStep,
    missing: competency.items.filter((item) => missing.has(item)),
  }));
  const hrefOf = (step: RatingStep, anchor = "") =>
    ratingHref(token, task.id, { lang: language, step, from: "check" }) + anchor;
  const read = (text: LocalizedText) => chooseText(text, language, fallback);
  const unfinished = asked.flatMap(({ competency, step, missing: items }) =>
    missing.size <= MOST_MISSING
      ? items.map((item) => ({
          key: item.key,
          href: hrefOf(step, `#item-${item.key}`),
          text: wordFor(item, task.group, language, fallback),
        }))
      : items.slice(0, 1).map((item) => ({
          key: item.key,
          href: hrefOf(step, `#item-${item.key}`),
          text: read(competency.name),
        })),
  );
  return (
    <>
      <p className="about">
        {task.group === "self"
          ? texts.step.aboutSelf
          : fillPlaceholders(texts.step.about, { name: task.subject.name })}
      </p>
      <h1>{texts.check.title}</h1>
      {problems.includes("renewed") && (
        <p className="error" role="alert">
          {texts.problems.renewed}
        </p>
      )}
      {missing.size > 0 && (
        <div className="summary" role={problems.includes("missing") ? "alert" : undefined}>
          <p>
            <strong>{texts.check.missingTitle}</strong>
          </p>
          {unfinished.map(({ key, href, text }) => (
            <p key={key}>
              <a href={href}>{text}</a>
            </p>
          ))}
          <p>{texts.check.missingHint}</p>
        </div>
      )}
      <ul className="parts">
        {asked.map(({ competency, step, missing: items }) => (
          <Part
            key={competency.key}
            name={read(competency.name)}
            text={fillPlaceholders(texts.check.answered, {
              answered: String(competency.items.length - items.length),
              total: String(competency.items.length),
            })}
            href={hrefOf(step)}
            change={texts.check.change}
          />
        ))}
        {definition.questions.length > 0 && (
          <Part
            name={texts.step.wordsTitle}
            text={fillPlaceholders(texts.check.answered, {
              answered: String(Object.keys(answers.texts).length),
              total: String(definition.questions.length),
            })}
            href={hrefOf("words")}
            change={texts.check.change}
          />
        )}
      </ul>
      {definition.questions.map((question) => (
        <div key={question.key}>
          <p className="hint">{wordFor(question, task.group, language, fallback)}</p>
          <blockquote>{answers.texts[question.key] ?? texts.check.none}</blockquote>
        </div>
      ))}
      {missing.size === 0 && (
        <form action={sendRatingAction}>
          <input type="hidden" name={FIELDS.token} value={token} />
          <input type="hidden" name={FIELDS.language} value={language} />
          <input type="hidden" name={FIELDS.rating} value={task.id} />
          <p>{texts.check.final}</p>
          <button type="submit">{texts.check.send}</button>
        </form>
      )}
      <p className="bar note">
        <a
          className="pad"
          href={ratingHref(token, task.id, {
            lang: language,
            step: stepBeside(definition, "check", "back"),
          })}
        >
          {texts.decline.cancel}
        </a>
        <a className="pad" href={ratingHref(token, task.id, { lang: language, step: "start" })}>
          {texts.step.audience}
        </a>
        <a className="pad" href={ratingHref(token, null, { lang: language })}>
          {texts.backToList}
        </a>
      </p>
    </>
  );
}

function Part({ name, text, href, change }: { name: string; text: string; href: string; change: string }) {
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <br />
        {text}
      </div>
      <a className="pad" href={href} aria-label={`${change}: ${name}`}>
        {change}
      </a>
    </li>
  );
}
