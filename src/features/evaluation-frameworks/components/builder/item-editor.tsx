"use client";

import { ChevronDown, CornerDownRight, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { chooseText } from "@/server/input";
import { RowButtons } from "@/ui/draft/row-buttons";
import { joinClasses } from "@/ui/join-classes";
import { Menu, MenuButton, MenuHeading, MenuSeparator } from "@/ui/menu";
import { type Competency, type EvaluationItem, MOST_ITEMS } from "../../schema";
import { itemId, useFrameworkBuilder } from "./builder-context";
import { ItemFields } from "./item-fields";

/** One item: a line that unfolds into its wordings and the behaviour it shows. */
export function ItemEditor({
  item,
  competency,
  place,
  index,
  isFirst,
  isLast,
  onMove,
  onMoveTo,
  onRemove,
}: {
  item: EvaluationItem;
  competency: Competency;
  /** Of the competency in the framework, and of the item in the competency, from 0. */
  place: number;
  index: number;
  /** Of the whole framework: an item steps from the end of its competency into the next. */
  isFirst: boolean;
  isLast: boolean;
  onMove: (step: -1 | 1) => void;
  onMoveTo: (competencyKey: string) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("evaluationFrameworks");
  const { draft, language, main, openItems, setItemOpen, showInPreview } = useFrameworkBuilder();
  const number = `${place + 1}.${index + 1}`;
  const isOpen = openItems.has(item.key);
  const text = chooseText(item.text, language, main.code);
  const others = draft.definition.competencies.filter(
    ({ key, items }) => key !== competency.key && items.length < MOST_ITEMS,
  );
  const toggle = () => {
    setItemOpen(item.key, !isOpen);
    showInPreview(competency.key);
  };
  return (
    <section
      id={itemId(item.key)}
      aria-label={t("item.number", { number })}
      className="scroll-mt-28 rounded-lg border border-line bg-surface lg:scroll-mt-16"
    >
      <div className="flex items-start gap-1 py-1.5 pr-1.5 pl-2">
        <h3 className="min-w-0 flex-1 text-wrap">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={`${itemId(item.key)}-fields`}
            onClick={toggle}
            className="flex w-full items-start gap-2 rounded-md px-1 py-1 text-left hover:bg-hover"
          >
            <ChevronDown
              aria-hidden
              className={joinClasses(
                "mt-0.5 size-4 shrink-0 text-muted transition-transform",
                !isOpen && "-rotate-90",
              )}
            />
            <span
              className={joinClasses("min-w-0 flex-1 font-medium", text ? "text-ink" : "text-muted italic")}
            >
              <span className="mr-2 text-muted tabular-nums">{number}</span>
              {text || t("item.untitled")}
            </span>
          </button>
        </h3>
        <RowButtons
          labels={{
            up: t("item.moveUp", { number }),
            down: t("item.moveDown", { number }),
            remove: t("item.remove"),
          }}
          isFirst={isFirst}
          isLast={isLast}
          onMove={onMove}
        />
        <Menu label={t("item.more", { number })}>
          {others.length > 0 && <MenuHeading>{t("item.moveTo")}</MenuHeading>}
          {others.map(({ key, name }) => (
            <MenuButton key={key} icon={<CornerDownRight aria-hidden />} onSelect={() => onMoveTo(key)}>
              {chooseText(name, language, main.code) || t("competency.untitled")}
            </MenuButton>
          ))}
          {others.length > 0 && <MenuSeparator />}
          <MenuButton icon={<Trash2 aria-hidden />} danger onSelect={onRemove}>
            {t("item.remove")}
          </MenuButton>
        </Menu>
      </div>
      <div
        id={`${itemId(item.key)}-fields`}
        hidden={!isOpen}
        className="border-t border-line px-3.5 pt-3 pb-4"
      >
        {isOpen && (
          <ItemFields item={item} path={`competencies.${place}.items.${index}`} page={competency.key} />
        )}
      </div>
    </section>
  );
}
