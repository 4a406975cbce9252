"use client";

import { useTranslations } from "next-intl";
import type { RespondentLanguage } from "@/server/input";
import type { SurveyChange } from "../../changes";
import { chooseText, type LocalizedText, type SurveyDefinition } from "../../schema";
import { usePathLabel } from "../path-label";

/** Differences between two definitions in words: what it was and what it becomes. `after` is the later definition. */
export function ChangeList({
  changes,
  after,
  language,
}: {
  changes: SurveyChange[];
  after: SurveyDefinition;
  /** In which questions are named that came or went. */
  language: string;
}) {
  const t = useTranslations("surveys");
  return (
    <ul className="flex flex-col divide-y divide-line">
      {changes.map((change) => (
        <li key={JSON.stringify(change)} className="py-2.5 first:pt-0 last:pb-0">
          {change.kind === "text" ? (
            <TextChange change={change} after={after} />
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
}: {
  change: Extract<SurveyChange, { kind: "text" }>;
  after: SurveyDefinition;
}) {
  const t = useTranslations("surveys");
  const tCommon = useTranslations("common");
  const pathLabel = usePathLabel(after);
  return (
    <>
      <p className="text-sm text-muted">
        {t("changes.where", {
          text: pathLabel(change.path),
          language: tCommon(`language.${change.language as RespondentLanguage}`),
        })}
      </p>
      <p lang={change.language} className="mt-0.5">
        <del className="text-muted decoration-line-strong">
          <span className="sr-only">{t("changes.before")} </span>
          {change.before || t("texts.empty")}
        </del>
      </p>
      <p lang={change.language} className="mt-0.5">
        <ins className="font-medium no-underline">
          <span className="sr-only">{t("changes.after")} </span>
          {change.after || t("texts.empty")}
        </ins>
      </p>
    </>
  );
}
