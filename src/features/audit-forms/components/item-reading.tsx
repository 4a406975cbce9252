"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { BehaviourChoice } from "@/features/behaviours/schema";
import { chooseText } from "@/server/input";
import { isScored, passPointsOf, possiblePointsOf } from "../rules";
import type { AuditFormItem } from "../schema";
import { ItemBadges } from "./item-badges";
import { ItemKindIcon } from "./item-kind-icon";

/** One item as it was published: what is asked, what the answers earn, and the words around it. */
export function ItemReading({
  item,
  number,
  language,
  behaviours,
}: {
  item: AuditFormItem;
  number: string;
  language: string;
  behaviours: BehaviourChoice[];
}) {
  const t = useTranslations("auditForms");
  const words = (["guidance", "goodExample", "badExample", "suggestion"] as const).flatMap((part) => {
    const text = chooseText(item[part], language);
    return text ? [{ label: t(`item.${part}`), text }] : [];
  });
  return (
    <div className="flex flex-col gap-1.5">
      <p className="font-medium text-ink">
        <span className="mr-2 text-muted tabular-nums">{number}</span>
        <span lang={language}>{chooseText(item.text, language) || t("item.untitled")}</span>
      </p>
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-muted">
        <span className="flex items-center gap-1.5 whitespace-nowrap">
          <ItemKindIcon kind={item.kind} />
          {t(`kinds.${item.kind}`)}
        </span>
        <ItemBadges item={item} />
      </p>
      <Answers item={item} language={language} />
      <Facts item={item} language={language} behaviours={behaviours} />
      {words.length > 0 && (
        <details className="group">
          <summary className="flex w-fit cursor-pointer list-none items-center gap-1.5 py-1 text-sm font-medium text-accent-ink [&::-webkit-details-marker]:hidden">
            <ChevronDown aria-hidden className="size-4 transition-transform not-group-open:-rotate-90" />
            {t("item.words")}
          </summary>
          <dl lang={language} className="flex flex-col gap-2 pt-1 pl-5.5">
            {words.map(({ label, text }) => (
              <div key={label}>
                <dt className="text-sm text-muted">{label}</dt>
                <dd className="max-w-prose whitespace-pre-line">{text}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

/** The options, or the limits, with what they earn. */
function Answers({ item, language }: { item: AuditFormItem; language: string }) {
  const t = useTranslations("auditForms");
  const points = (earned: number) => (isScored(item) ? t("changes.pointCount", { points: earned }) : null);
  const rows =
    "options" in item
      ? item.options.map((option) => ({
          key: option.key,
          text: chooseText(option.text, language),
          points: points(option.points),
        }))
      : "bands" in item
        ? item.bands.map((band, index) => ({
            key: String(index),
            text: band.atMost === null ? t("bands.above") : t("bands.upTo", { atMost: band.atMost }),
            points: points(band.points),
          }))
        : item.kind === "yes_no" && isScored(item)
          ? [
              {
                key: "good",
                text: t("reading.goodAnswer", {
                  answer: item.goodAnswer === "yes" ? t("item.yes") : t("item.no"),
                }),
                points: null,
              },
            ]
          : [];
  if (rows.length === 0) return null;
  return (
    <ul className="flex max-w-prose flex-col gap-0.5 text-sm">
      {rows.map((row) => (
        <li key={row.key} className="flex justify-between gap-4">
          <span>{row.text}</span>
          {row.points && <span className="whitespace-nowrap text-muted tabular-nums">{row.points}</span>}
        </li>
      ))}
    </ul>
  );
}

function Facts({
  item,
  language,
  behaviours,
}: {
  item: AuditFormItem;
  language: string;
  behaviours: BehaviourChoice[];
}) {
  const t = useTranslations("auditForms");
  const behaviour = behaviours.find(({ id }) => id === item.behaviourId);
  const facts = [
    behaviour && t("reading.behaviour", { name: chooseText(behaviour.name, language) }),
    isScored(item) &&
      passPointsOf(item) < possiblePointsOf(item) &&
      t("reading.passPoints", { points: passPointsOf(item) }),
    "commentBelow" in item &&
      item.commentBelow !== null &&
      t("reading.commentBelow", { points: item.commentBelow }),
    item.allowsNotApplicable && t("item.notApplicable"),
    !item.isRequired && t("reading.optional"),
  ].filter(Boolean);
  if (facts.length === 0) return null;
  return <p className="text-sm text-muted">{facts.join(" · ")}</p>;
}
