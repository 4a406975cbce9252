import { fillPlaceholders, formatDay } from "@/features/invitations/texts";
import { chooseText } from "@/server/input";
import { ratingHref } from "../rating-href";
import { estimateMinutes } from "../rules/answers";
import type { RaterPage, RaterTask } from "../schema";
import type { RaterTexts } from "../texts";
import { Audience } from "./audience";

const isToDo = ({ state }: RaterTask) => state === "open" || state === "begun";

/** A rater's list of subjects, those still to be evaluated first: how far each evaluation is, and who will see what of it. */
export function TaskList({
  page,
  token,
  language,
  texts,
  now,
  wasSent,
}: {
  page: RaterPage;
  token: string;
  language: string;
  texts: RaterTexts;
  now: Date;
  /** A rating was sent just now. */
  wasSent: boolean;
}) {
  const { list } = texts;
  const isDone = page.tasks.every(({ state }) => state === "sent" || state === "declined");
  const purpose = chooseText(page.cycle.purpose, language, page.organization.language);
  return (
    <>
      <h1>{wasSent ? list.thanksTitle : fillPlaceholders(list.hello, { name: page.raterName })}</h1>
      {(wasSent || isDone) && (
        <div className="done">
          <p>{isDone ? list.thanksDone : list.thanksMore}</p>
        </div>
      )}
      {!isDone && (
        <>
          {purpose && <p>{purpose}</p>}
          <p>
            {fillPlaceholders(list.until, { date: formatDay(page.cycle.closesOn, language, "UTC", now) })}{" "}
            {fillPlaceholders(list.duration, { minutes: String(estimateMinutes(page.definition)) })}
          </p>
        </>
      )}
      <h2>{list.subjects}</h2>
      <ul className="tasks">
        {[...page.tasks.filter(isToDo), ...page.tasks.filter((task) => !isToDo(task))].map((task) => (
          <Task key={task.id} task={task} page={page} token={token} language={language} texts={texts} />
        ))}
      </ul>
    </>
  );
}

function Task({
  task,
  page,
  token,
  language,
  texts,
}: {
  task: RaterTask;
  page: RaterPage;
  token: string;
  language: string;
  texts: RaterTexts;
}) {
  const { list } = texts;
  const name = task.group === "self" ? list.self : task.subject.name;
  const action = task.state === "begun" ? list.continue : list.start;
  return (
    <li>
      <div className="name">
        <h3>{name}</h3>
        <span className="state">{list[task.state]}</span>
      </div>
      {isToDo(task) && (
        <>
          {task.group !== "self" && (
            <p className="hint">{fillPlaceholders(list.inGroup, { group: texts.groups[task.group] })}</p>
          )}
          <div className="bar">
            <a
              className="button"
              href={ratingHref(token, task.id, { lang: language })}
              aria-label={`${action}: ${name}`}
            >
              {action}
            </a>
            <a
              className="pad"
              href={ratingHref(token, task.id, { lang: language, step: "decline" })}
              aria-label={`${list.decline}: ${name}`}
            >
              {list.decline}
            </a>
          </div>
          <details>
            <summary>{texts.start.audience}</summary>
            <Audience page={page} task={task} texts={texts} />
          </details>
        </>
      )}
    </li>
  );
}
