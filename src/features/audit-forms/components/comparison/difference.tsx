"use client";

import { useTranslations } from "next-intl";
import type { BehaviourChoice } from "@/features/behaviours/schema";
import { chooseText, type RespondentLanguage } from "@/server/input";
import { BeforeAfter } from "@/ui/draft/before-after";
import type { Difference, ValuePart } from "../../changes";
import type { AuditItemKind } from "../../schema";

export type DifferenceContext = {
  behaviours: BehaviourChoice[];
  /** In which things are named that came or went. */
  language: string;
  /** Names of the two sides, where neither replaces the other. */
  sides?: { before: string; after: string };
};

type Translate = ReturnType<typeof useTranslations<"auditForms">>;

/** One difference in words: what it was and what it is. */
export function DifferenceText({ difference, ...context }: DifferenceContext & { difference: Difference }) {
  const t = useTranslations("auditForms");
  const tCommon = useTranslations("common");
  const name = (text: Parameters<typeof chooseText>[0]) =>
    chooseText(text, context.language) || t("changes.empty");
  switch (difference.kind) {
    case "text": {
      const language = tCommon(`language.${difference.language as RespondentLanguage}`);
      const { part, number } = difference;
      const label =
        part === "option" ? t("changes.parts.option", { number: number ?? 0 }) : t(`changes.parts.${part}`);
      return (
        <BeforeAfter
          label={t("changes.inLanguage", { label, language })}
          before={difference.before}
          after={difference.after}
          lang={difference.language}
          sides={context.sides}
        />
      );
    }
    case "value":
      return (
        <BeforeAfter
          label={t(`changes.values.${difference.part}`)}
          before={sayValue(t, context, difference.part, difference.before)}
          after={sayValue(t, context, difference.part, difference.after)}
          sides={context.sides}
        />
      );
    case "points":
      return (
        <BeforeAfter
          label={t("changes.points", { option: name(difference.option) })}
          before={t("changes.pointCount", { points: difference.before })}
          after={t("changes.pointCount", { points: difference.after })}
          sides={context.sides}
        />
      );
    case "bands":
      return (
        <BeforeAfter
          label={t("changes.bands")}
          before={sayBands(t, difference.before)}
          after={sayBands(t, difference.after)}
          sides={context.sides}
        />
      );
    case "optionAdded":
    case "optionRemoved":
      return (
        <p>
          {t(`changes.${difference.kind}`, { option: name(difference.option), points: difference.points })}
        </p>
      );
    case "optionsReordered":
      return <p>{t("changes.optionsReordered")}</p>;
  }
}

function sayValue(
  t: Translate,
  { behaviours, language }: DifferenceContext,
  part: ValuePart,
  value: string | number | boolean | null,
): string {
  if (typeof value === "boolean") return value ? t("changes.yes") : t("changes.no");
  if (part === "behaviourId") {
    if (value === null) return t("item.noBehaviour");
    const behaviour = behaviours.find(({ id }) => id === value);
    return behaviour ? chooseText(behaviour.name, language) : t("changes.gone");
  }
  if (part === "passPoints") return value === null ? t("changes.allPoints") : String(value);
  if (part === "commentBelow") return value === null ? t("changes.never") : String(value);
  if (part === "goodAnswer") return value === "no" ? t("item.no") : t("item.yes");
  if (part === "about") return value === "customer" ? t("item.customer") : t("item.employee");
  if (part === "kind") return t(`kinds.${value as AuditItemKind}`);
  return value === null ? "–" : String(value);
}

function sayBands(t: Translate, bands: Extract<Difference, { kind: "bands" }>["before"]): string {
  return bands
    .map(({ atMost, points }) =>
      atMost === null ? t("changes.bandAbove", { points }) : t("changes.bandUpTo", { atMost, points }),
    )
    .join("; ");
}
