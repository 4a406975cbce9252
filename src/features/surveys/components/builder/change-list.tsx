"use client";

import { useTranslations } from "next-intl";
import type { RespondentLanguage } from "@/server/input";
import { chooseText, type LocalizedText } from "@/server/input";
import type { SurveyChange } from "../../changes";
import type { SurveyDefinition } from "../../schema";
import { usePathLabel } from "../path-label";

/** Differences between two definitions in words: what it was and what it becomes. `after` is the later definition. */
export function ChangeList({
  changes,
  after,
  language,
  sides,
}: {
  changes: SurveyChange[];
  after: SurveyDefinition;
  /** Names of the two definitions, where neither replaces the other. */
  sides?: { before: string; after: string };
  /** In which questions are named that came or went. */
  language: string;
}) {
  const t = useTranslations("surveys");
  return (
    <ul className="flex flex-col divide-y divide-line">
      {changes.map((change) => (
        <li key={JSON.stringify(change)} className="py-2.5 first:pt-0 last:pb-0">
          {change.kind === "text" ? (
            <TextChange change={change} after={after} sides={sides} />
          ) : (
            <p>{sayChange(t, change, (text) => chooseText(text, language) || t("texts.empty"))}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function sayChange(
  t: ReturnType<typeof useTranslations<"surveys">>,
  change: Exclude<SurveyChange, { kind: "text" }>,
  read: (text: LocalizedText) => string,
): string {
  switch (change.kind) {
    case "questionAdded":
    case "questionRemoved":
      return t(`changes.${change.kind}`, { text: read(change.text) });
    case "optionAdded":
    case "optionRemoved":
      return t(`changes.${change.kind}`, { number: change.number, text: read(change.text) });
    case "oneChoice":
    case "severalChoices":
    case "optionsReordered":
    case "behaviourTied":
    case "behaviourUntied":
    case "behaviourChanged":
      return t(`changes.${change.kind}`, { number: change.number });
    case "reordered":
      return t("changes.reordered");
    case "switchedOn":
    case "switchedOff":
      return t(`changes.${change.kind}`, { place: t(`sections.${change.place}`) });
  }
}

function TextChange({
  change,
  after,
  sides,
}: {
  change: Extract<SurveyChange, { kind: "text" }>;
  after: SurveyDefinition;
  sides?: { before: string; after: string };
}) {
  const t = useTranslations("surveys");
  const tCommon = useTranslations("common");
  const pathLabel = usePathLabel(after);
  const before = change.before || t("texts.empty");
  const now = change.after || t("texts.empty");
  return (
    <>
      <p className="text-sm text-muted">
        {t("changes.where", {
          text: pathLabel(change.path),
          language: tCommon(`language.${change.language as RespondentLanguage}`),
        })}
      </p>
      {sides ? (
        <dl className="mt-0.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
          <dt className="text-muted">{sides.before}</dt>
          <dd lang={change.language}>{before}</dd>
          <dt className="text-muted">{sides.after}</dt>
          <dd lang={change.language}>{now}</dd>
        </dl>
      ) : (
        <>
          <p className="mt-0.5">
            <span className="sr-only">{t("changes.before")} </span>
            <del lang={change.language} className="text-muted decoration-line-strong">
              {before}
            </del>
          </p>
          <p className="mt-0.5">
            <span className="sr-only">{t("changes.after")} </span>
            <ins lang={change.language} className="font-medium no-underline">
              {now}
            </ins>
          </p>
        </>
      )}
    </>
  );
}
