"use client";

import { ChevronDown, Copy, CornerDownRight, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { chooseText } from "@/server/input";
import { RowButtons } from "@/ui/draft/row-buttons";
import { joinClasses } from "@/ui/join-classes";
import { Menu, MenuButton, MenuHeading, MenuSeparator } from "@/ui/menu";
import type { AuditFormItem, AuditFormSection } from "../../schema";
import { ItemBadges } from "../item-badges";
import { ItemKindIcon } from "../item-kind-icon";
import { itemId, useFormBuilder } from "./builder-context";
import { ItemFields } from "./item-fields";

/** One item: a line that unfolds into everything it consists of. */
export function ItemEditor({
  item,
  section,
  place,
  index,
  isFirst,
  isLast,
  onMove,
  onMoveTo,
  onCopy,
  onRemove,
}: {
  item: AuditFormItem;
  section: AuditFormSection;
  /** Of the section in the form, and of the item in the section, from 0. */
  place: number;
  index: number;
  /** Of the whole form: an item steps from the end of its section into the next. */
  isFirst: boolean;
  isLast: boolean;
  onMove: (step: -1 | 1) => void;
  onMoveTo: (sectionKey: string) => void;
  onCopy: () => void;
  onRemove: () => void;
}) {
  const t = useTranslations("auditForms");
  const { draft, language, main, openItems, setItemOpen, showInPreview } = useFormBuilder();
  const number = `${place + 1}.${index + 1}`;
  const isOpen = openItems.has(item.key);
  const text = chooseText(item.text, language, main.code);
  const others = draft.definition.sections.filter(({ key }) => key !== section.key);
  const toggle = () => {
    setItemOpen(item.key, !isOpen);
    showInPreview(section.key);
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
            <span className="flex min-w-0 flex-1 flex-col gap-1">
              <span className={joinClasses("font-medium", text ? "text-ink" : "text-muted italic")}>
                <span className="mr-2 text-muted tabular-nums">{number}</span>
                {text || t("item.untitled")}
              </span>
              <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-muted">
                <span className="flex items-center gap-1.5 whitespace-nowrap">
                  <ItemKindIcon kind={item.kind} />
                  {t(`kinds.${item.kind}`)}
                </span>
                <ItemBadges item={item} />
              </span>
            </span>
          </button>
        </h3>
        <RowButtons
          labels={{
            up: t("item.moveUp", { number }),
            down: t("item.moveDown", { number }),
            remove: t("item.remove", { number }),
          }}
          isFirst={isFirst}
          isLast={isLast}
          onMove={onMove}
        />
        <Menu label={t("item.more", { number })}>
          <MenuButton icon={<Copy aria-hidden />} onSelect={onCopy}>
            {t("item.copy")}
          </MenuButton>
          {others.length > 0 && <MenuSeparator />}
          {others.length > 0 && <MenuHeading>{t("item.moveTo")}</MenuHeading>}
          {others.map(({ key, title }) => (
            <MenuButton key={key} icon={<CornerDownRight aria-hidden />} onSelect={() => onMoveTo(key)}>
              {chooseText(title, language, main.code) || t("section.untitled")}
            </MenuButton>
          ))}
          <MenuSeparator />
          <MenuButton icon={<Trash2 aria-hidden />} danger onSelect={onRemove}>
            {t("item.removeShort")}
          </MenuButton>
        </Menu>
      </div>
      <div
        id={`${itemId(item.key)}-fields`}
        hidden={!isOpen}
        className="border-t border-line px-3.5 pt-3 pb-4"
      >
        {isOpen && (
          <ItemFields item={item} path={`sections.${place}.items.${index}`} sectionKey={section.key} />
        )}
      </div>
    </section>
  );
}
