"use client";

import { useTranslations } from "next-intl";
import { chooseText } from "@/server/input";
import { Badge } from "@/ui/badge";
import { joinClasses } from "@/ui/join-classes";
import type { Difference, FormComparison, ItemComparison, SectionComparison } from "../../changes";
import { ItemKindIcon } from "../item-kind-icon";
import { type DifferenceContext, DifferenceText } from "./difference";

/** Two versions of a form, section by section and item by item. What did not change is left out unless asked for. */
export function FormChanges({
  comparison,
  showsUnchanged = false,
  ...context
}: DifferenceContext & { comparison: FormComparison; showsUnchanged?: boolean }) {
  const t = useTranslations("auditForms");
  const sections = comparison.sections.filter((section) => showsUnchanged || hasSectionChanged(section));
  return (
    <div className="flex flex-col gap-5">
      {comparison.differences.length > 0 && (
        <section>
          <h3 className="font-semibold text-ink">{t("changes.form")}</h3>
          <Differences differences={comparison.differences} {...context} />
        </section>
      )}
      {sections.map((section) => (
        <SectionChanges key={section.key} section={section} showsUnchanged={showsUnchanged} {...context} />
      ))}
    </div>
  );
}

const hasItemChanged = ({
  state,
  moved,
  differences,
}: Pick<ItemComparison, "state" | "differences"> & { moved: unknown }) =>
  state !== "kept" || moved !== null || differences.length > 0;
const hasSectionChanged = (section: SectionComparison) =>
  hasItemChanged(section) || section.items.some(hasItemChanged);

function SectionChanges({
  section,
  showsUnchanged,
  ...context
}: DifferenceContext & { section: SectionComparison; showsUnchanged: boolean }) {
  const t = useTranslations("auditForms");
  const items = section.items.filter((item) => showsUnchanged || hasItemChanged(item));
  return (
    <section>
      <h3 className="flex flex-wrap items-center gap-2 font-semibold text-ink">
        {chooseText(section.title, context.language) || t("section.untitled")}
        <State state={section.state} hasMoved={section.moved !== null} />
      </h3>
      {section.moved && <p className="text-sm text-muted">{t("changes.sectionMoved", section.moved)}</p>}
      <Differences differences={section.differences} {...context} />
      <ul className="mt-2 flex flex-col gap-2">
        {items.map((item) => (
          <ItemChanges key={item.key} item={item} {...context} />
        ))}
      </ul>
    </section>
  );
}

function ItemChanges({ item, ...context }: DifferenceContext & { item: ItemComparison }) {
  const t = useTranslations("auditForms");
  const hasChanged = hasItemChanged(item);
  const titleOf = (section: Parameters<typeof chooseText>[0]) =>
    chooseText(section, context.language) || t("section.untitled");
  return (
    <li
      className={joinClasses(
        "rounded-lg border px-3.5 py-2.5",
        hasChanged ? "border-line bg-surface" : "border-line/60 text-muted",
      )}
    >
      <div className="flex items-start gap-2">
        <ItemKindIcon kind={item.kind} className="mt-0.75 size-4 shrink-0 text-muted" />
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <span
            className={joinClasses(
              "min-w-0 font-medium",
              item.state === "removed" && "line-through decoration-line-strong",
            )}
          >
            {chooseText(item.text, context.language) || t("item.untitled")}
          </span>
          <State state={item.state} hasMoved={item.moved !== null} />
          {!hasChanged && <span className="text-sm">{t("changes.unchanged")}</span>}
        </p>
      </div>
      {item.moved && (
        <p className="mt-1 text-sm text-muted">
          {t("changes.itemMoved", {
            fromSection: titleOf(item.moved.from.section),
            from: item.moved.from.number,
            toSection: titleOf(item.moved.to.section),
            to: item.moved.to.number,
          })}
        </p>
      )}
      <Differences differences={item.differences} {...context} />
    </li>
  );
}

function State({ state, hasMoved }: { state: ItemComparison["state"]; hasMoved: boolean }) {
  const t = useTranslations("auditForms.changes");
  return (
    <>
      {state === "added" && <Badge tone="accent">{t("added")}</Badge>}
      {state === "removed" && <Badge tone="warning">{t("removed")}</Badge>}
      {hasMoved && <Badge>{t("moved")}</Badge>}
    </>
  );
}

function Differences({ differences, ...context }: DifferenceContext & { differences: Difference[] }) {
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
