import type { ChoiceResult } from "@/features/dashboards/figures/survey-results";
import type { Texts } from "@/features/dashboards/make-texts";
import { nameOption } from "@/features/dashboards/sheets/survey-sheet";
import { joinClasses } from "@/ui/join-classes";

/** Each option with its share of those who answered, as a bar on the scale of them all. */
export function OptionShares({
  question,
  minimumN,
  texts,
}: {
  question: ChoiceResult;
  minimumN: number;
  texts: Texts;
}) {
  const { t } = texts;
  const { isTooFew } = question;
  return (
    <>
      <ul aria-label={question.text} className="flex flex-col gap-4">
        {question.options.map((option) => (
          <li key={option.key}>
            <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4">
              <span
                className={joinClasses("max-sm:basis-full", isTooFew ? "text-muted" : "font-medium text-ink")}
              >
                {nameOption(option, question, texts)}
              </span>
              <span className="flex flex-wrap items-baseline gap-x-3 tabular-nums">
                <span className="text-sm text-muted">{texts.answers(option.count)}</span>
                <span className="text-sm text-muted">
                  {t("survey.optionInterval", { interval: texts.interval(option) })}
                </span>
                <span className={isTooFew ? "text-faint" : "font-semibold text-ink"}>
                  {texts.figure(option)}
                </span>
              </span>
            </div>
            <div aria-hidden className="h-3 rounded-sm bg-sunken">
              <div
                className={isTooFew ? "h-full rounded-sm bg-line-strong" : "h-full rounded-sm bg-accent"}
                style={{ width: `${(option.value ?? 0) * 100}%`, minWidth: option.count > 0 ? 2 : 0 }}
              />
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-sm text-muted">
        {t(question.isMultiple ? "survey.several" : "survey.shares")}
        {isTooFew && ` ${t("tooFewOf", { minimum: minimumN })}`}
      </p>
    </>
  );
}
