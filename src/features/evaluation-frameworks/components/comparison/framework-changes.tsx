"use client";

import { useTranslations } from "next-intl";
import type { BehaviourChoice } from "@/features/behaviours/schema";
import { chooseText, type LocalizedText, type RespondentLanguage } from "@/server/input";
import { Badge } from "@/ui/badge";
import { BeforeAfter } from "@/ui/draft/before-after";
import { joinClasses } from "@/ui/join-classes";
import type { CompetencyComparison, Difference, FrameworkComparison, ItemComparison } from "../../changes";

type Context = {
  behaviours: BehaviourChoice[];
  /** In which things are named that came or went. */
  language: string;
  /** Names of the two sides, where neither replaces the other. */
  sides?: { before: string; after: string };
};

const hasChanged = ({
  state,
  moved,
  differences,
}: {
  state: ItemComparison["state"];
  moved: unknown;
  differences: Difference[];
}) => state !== "kept" || moved !== null || differences.length > 0;

/** What changed between two versions of a framework, competency by competency. What did not is left out. */
export function FrameworkChanges({ comparison, ...context }: Context & { comparison: FrameworkComparison }) {
  const t = useTranslations("evaluationFrameworks");
  const competencies = comparison.competencies.filter(
    (competency) => hasChanged(competency) || competency.items.some(hasChanged),
  );
  const questions = comparison.questions.filter(hasChanged);
  return (
    <div className="flex flex-col gap-5">
      {comparison.differences.length > 0 && (
        <section>
          <h3 className="font-semibold text-ink">{t("changes.framework")}</h3>
          <Differences differences={comparison.differences} {...context} />
        </section>
      )}
      {competencies.map((competency) => (
        <CompetencyChanges key={competency.key} competency={competency} {...context} />
      ))}
      {questions.length > 0 && (
        <section>
          <h3 className="font-semibold text-ink">{t("question.title")}</h3>
          <ul className="mt-2 flex flex-col gap-2">
            {questions.map((question) => (
              <ItemChanges
                key={question.key}
                item={question}
                untitled={t("question.untitled")}
                moved={
                  question.moved &&
                  t("changes.questionMoved", {
                    from: question.moved.from.number,
                    to: question.moved.to.number,
                  })
                }
                {...context}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function CompetencyChanges({ competency, ...context }: Context & { competency: CompetencyComparison }) {
  const t = useTranslations("evaluationFrameworks");
  const nameOf = (name: LocalizedText) => chooseText(name, context.language) || t("competency.untitled");
  const sayMove = ({ from, to }: NonNullable<ItemComparison["moved"]>) =>
    from.competencyKey === to.competencyKey
      ? t("changes.itemMovedWithin", { from: from.number, to: to.number })
      : t("changes.itemMoved", {
          fromCompetency: nameOf(from.competency),
          from: from.number,
          toCompetency: nameOf(to.competency),
          to: to.number,
        });
  return (
    <section>
      <h3 className="flex flex-wrap items-center gap-2 font-semibold text-ink">
        {nameOf(competency.name)}
        <State state={competency.state} hasMoved={competency.moved !== null} />
      </h3>
      {competency.moved && (
        <p className="text-sm text-muted">{t("changes.competencyMoved", competency.moved)}</p>
      )}
      <Differences differences={competency.differences} {...context} />
      <ul className="mt-2 flex flex-col gap-2">
        {competency.items.filter(hasChanged).map((item) => (
          <ItemChanges
            key={item.key}
            item={item}
            untitled={t("item.untitled")}
            moved={item.moved && sayMove(item.moved)}
            {...context}
          />
        ))}
      </ul>
    </section>
  );
}

function ItemChanges({
  item,
  untitled,
  moved,
  ...context
}: Context & { item: ItemComparison; untitled: string; moved: string | null }) {
  return (
    <li className="rounded-lg border border-line bg-surface px-3.5 py-2.5">
      <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
        <span
          className={joinClasses(
            "min-w-0 font-medium",
            item.state === "removed" && "line-through decoration-line-strong",
          )}
        >
          {chooseText(item.text, context.language) || untitled}
        </span>
        <State state={item.state} hasMoved={item.moved !== null} />
      </p>
      {moved && <p className="mt-1 text-sm text-muted">{moved}</p>}
      <Differences differences={item.differences} {...context} />
    </li>
  );
}

function State({ state, hasMoved }: { state: ItemComparison["state"]; hasMoved: boolean }) {
  const t = useTranslations("evaluationFrameworks.changes");
  return (
    <>
      {state === "added" && <Badge tone="accent">{t("added")}</Badge>}
      {state === "removed" && <Badge tone="warning">{t("removed")}</Badge>}
      {hasMoved && <Badge>{t("moved")}</Badge>}
    </>
  );
}

function Differences({ differences, ...context }: Context & { differences: Difference[] }) {
  if (differences.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-col gap-2">
      {differences.map((difference) => (
        <li key={JSON.stringify(difference)}>
          <DifferenceText difference={difference} {...context} />
        </li>
      ))}
    </ul>
  );
}

function DifferenceText({ difference, behaviours, language, sides }: Context & { difference: Difference }) {
  const t = useTranslations("evaluationFrameworks");
  const tCommon = useTranslations("common");
  switch (difference.kind) {
    case "text": {
      const { part, number } = difference;
      const label =
        part === "label" ? t("changes.parts.label", { number: number ?? 0 }) : t(`changes.parts.${part}`);
      return (
        <BeforeAfter
          label={t("changes.inLanguage", {
            label,
            language: tCommon(`language.${difference.language as RespondentLanguage}`),
          })}
          before={difference.before}
          after={difference.after}
          lang={difference.language}
          sides={sides}
        />
      );
    }
    case "behaviour": {
      const nameOf = (behaviourId: string | null) => {
        if (behaviourId === null) return t("item.noBehaviour");
        const behaviour = behaviours.find(({ id }) => id === behaviourId);
        return behaviour ? chooseText(behaviour.name, language) : t("item.goneBehaviour");
      };
      return (
        <BeforeAfter
          label={t("item.behaviour")}
          before={nameOf(difference.before)}
          after={nameOf(difference.after)}
          sides={sides}
        />
      );
    }
    default:
      return (
        <p>
          {t(`changes.${difference.kind}`, {
            number: difference.number,
            label: chooseText(difference.label, language) || t("changes.empty"),
          })}
        </p>
      );
  }
}
