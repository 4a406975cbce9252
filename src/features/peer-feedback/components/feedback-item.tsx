import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { chooseText } from "@/server/input";
import { Avatar } from "@/ui/avatar";
import { Moment } from "@/ui/moment";
import type { Feedback } from "../schema";

/** One feedback or request: whose it is, what was written, what it was about. */
export async function FeedbackItem({
  feedback,
  name,
  title,
  badges,
  when,
  timeZone,
  actions,
  level = 2,
}: {
  feedback: Feedback;
  /** Whose initials stand beside it. */
  name: string;
  title: ReactNode;
  badges?: ReactNode;
  when: Date | null;
  timeZone: string;
  actions?: ReactNode;
  /** Of its heading. */
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  const [t, locale, times] = await Promise.all([
    getTranslations("peerFeedback"),
    getLocale(),
    getTimeTexts(timeZone),
  ]);
  const { encounter, behaviour, question, worked, toTry } = feedback;
  const about = [
    behaviour && chooseText(behaviour.name, locale),
    encounter &&
      t("item.encounter", { touchpoint: encounter.touchpoint, when: times.nearMoment(encounter.occurredAt) }),
  ].filter(Boolean);
  return (
    <li className="flex gap-3 px-4 py-4 sm:px-5">
      <Avatar name={name} />
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <div>
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Heading className="font-semibold text-ink">{title}</Heading>
            {badges}
          </div>
          <p className="flex flex-wrap gap-x-1.5 text-sm text-muted">
            {when && <Moment iso={when.toISOString()} text={times.day(when)} />}
            {about.map((part) => (
              <span key={part} className="before:mr-1.5 before:content-['·'] first:before:content-none">
                {part}
              </span>
            ))}
          </p>
        </div>
        {question && <Words label={t("item.question")} text={question} isQuiet />}
        {worked && <Words label={t("form.worked")} text={worked} />}
        {toTry && <Words label={t("form.toTry")} text={toTry} />}
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </li>
  );
}

function Words({ label, text, isQuiet = false }: { label: string; text: string; isQuiet?: boolean }) {
  return (
    <div>
      <p className="text-sm font-medium text-muted">{label}</p>
      <p className={`max-w-prose break-words whitespace-pre-line ${isQuiet ? "text-muted" : "text-ink"}`}>
        {text}
      </p>
    </div>
  );
}
