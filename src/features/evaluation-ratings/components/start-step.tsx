import { fillPlaceholders, formatDay } from "@/features/invitations/texts";
import { chooseText } from "@/server/input";
import { ratingHref } from "../rating-href";
import { estimateMinutes, isUntouched } from "../rules/answers";
import { resumeAt } from "../rules/rating-step";
import { Audience } from "./audience";
import type { StepProps } from "./step-props";

/** Before the first question: what for, until when, and who will see what. */
export function StartStep({ page, task, token, language, texts, answers, now }: StepProps) {
  const read = (text: Parameters<typeof chooseText>[0]) =>
    chooseText(text, language, page.organization.language);
  const purpose = read(page.cycle.purpose);
  const intro = read(page.definition.intro);
  const step = resumeAt(page.definition, answers);
  return (
    <>
      <h1>
        {task.group === "self"
          ? texts.start.titleSelf
          : fillPlaceholders(texts.start.title, { name: task.subject.name })}
      </h1>
      {purpose && <p>{purpose}</p>}
      {intro && <p>{intro}</p>}
      <p>
        {fillPlaceholders(texts.list.until, { date: formatDay(page.cycle.closesOn, language, "UTC", now) })}{" "}
        {fillPlaceholders(texts.list.duration, { minutes: String(estimateMinutes(page.definition)) })}
      </p>
      <h2>{texts.start.audience}</h2>
      <Audience page={page} task={task} texts={texts} />
      <p className="bar">
        <a className="button" href={ratingHref(token, task.id, { lang: language, step })}>
          {isUntouched(answers) ? texts.start.begin : texts.start.continue}
        </a>
        <a className="pad" href={ratingHref(token, task.id, { lang: language, step: "decline" })}>
          {texts.list.decline}
        </a>
        <a className="pad" href={ratingHref(token, null, { lang: language })}>
          {texts.backToList}
        </a>
      </p>
    </>
  );
}
