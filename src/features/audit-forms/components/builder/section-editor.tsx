"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { chooseText } from "@/server/input";
import { Card } from "@/ui/card";
import { focusField } from "@/ui/draft/focus-field";
import { insertItem } from "@/ui/draft/list-edits";
import { RowButtons } from "@/ui/draft/row-buttons";
import { FieldGroup } from "@/ui/field";
import { Menu, MenuButton } from "@/ui/menu";
import { Stack } from "@/ui/stack";
import { useToast } from "@/ui/toast";
import {
  AUDIT_ITEM_KINDS,
  type AuditFormItem,
  type AuditFormSection,
  type AuditItemKind,
  MOST_ITEMS,
} from "../../schema";
import { ItemKindIcon } from "../item-kind-icon";
import { itemId, sectionId, useFormBuilder } from "./builder-context";
import { DraftNumber, DraftText } from "./draft-fields";
import { copyItem, makeItem, moveItemTo, putBackItem, stepItem, withItems } from "./edits";
import { ItemEditor } from "./item-editor";

/** One section: its title, what is read before it, its weight, and its items. */
export function SectionEditor({
  section,
  place,
  count,
  shareText,
  onMove,
  onRemove,
  onAnnounce,
}: {
  section: AuditFormSection;
  /** In the form, from 0, of `count` sections. */
  place: number;
  count: number;
  /** Its share of the total, in words. */
  shareText: string;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
  /** Says a change of order to those who do not see it. */
  onAnnounce: (text: string) => void;
}) {
  const t = useTranslations("auditForms");
  const toast = useToast();
  const { language, main, errors, change, setItemOpen, showInPreview } = useFormBuilder();
  const number = place + 1;
  const path = `sections.${place}`;
  const { items } = section;

  const open = (item: AuditFormItem, index: number) => {
    setItemOpen(item.key, true);
    showInPreview(section.key);
    focusField(`definition.${path}.items.${index}.text.${language}`);
  };
  const add = (kind: AuditItemKind) => {
    const item = makeItem(kind);
    change(withItems(section.key, (list) => [...list, item]));
    open(item, items.length);
  };
  const copy = (item: AuditFormItem, index: number) => {
    const made = copyItem(item);
    change(withItems(section.key, (list) => insertItem(list, index + 1, made)));
    open(made, index + 1);
  };
  const remove = (item: AuditFormItem, index: number) => {
    change(withItems(section.key, (list) => list.filter(({ key }) => key !== item.key)));
    document
      .getElementById(sectionId(section.key))
      ?.querySelector<HTMLElement>("[data-add-item] button")
      ?.focus();
    toast({
      message: t("item.removed", { number: `${number}.${index + 1}` }),
      undo: () => change(putBackItem(section.key, index, item)),
    });
  };
  const move = (item: AuditFormItem, step: -1 | 1) => {
    change(stepItem(item.key, step));
    onAnnounce(step === -1 ? t("item.movedUp") : t("item.movedDown"));
    requestAnimationFrame(() =>
      document.getElementById(itemId(item.key))?.scrollIntoView({ block: "nearest" }),
    );
  };

  return (
    <Card
      id={sectionId(section.key)}
      title={
        <>
          <span className="mr-2 text-muted">{t("section.number", { number })}</span>
          {chooseText(section.title, language, main.code)}
        </>
      }
      description={shareText}
      actions={
        <RowButtons
          labels={{
            up: t("section.moveUp", { number }),
            down: t("section.moveDown", { number }),
            remove: t("section.remove", { number }),
          }}
          isFirst={place === 0}
          isLast={place === count - 1}
          onMove={onMove}
          onRemove={onRemove}
        />
      }
      className="scroll-mt-28 lg:scroll-mt-16"
    >
      <Stack>
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_8rem]">
          <DraftText path={`${path}.title`} label={t("section.title")} isWanted sectionKey={section.key} />
          <DraftNumber path={`${path}.weight`} label={t("section.weight")} />
        </div>
        <DraftText
          path={`${path}.intro`}
          label={t("section.intro")}
          hint={t("section.introHint")}
          rows={2}
          sectionKey={section.key}
        />
        <FieldGroup
          name={`definition.${path}.items`}
          label={t("section.items")}
          error={errors[`definition.${path}.items`]}
        >
          {items.length === 0 ? (
            <p className="text-muted">{t("section.noItems")}</p>
          ) : (
            <ol className="flex flex-col gap-2">
              {items.map((item, index) => (
                <li key={item.key}>
                  <ItemEditor
                    item={item}
                    section={section}
                    place={place}
                    index={index}
                    isFirst={place === 0 && index === 0}
                    isLast={place === count - 1 && index === items.length - 1}
                    onMove={(step) => move(item, step)}
                    onMoveTo={(sectionKey) => change(moveItemTo(item.key, sectionKey, "end"))}
                    onCopy={() => copy(item, index)}
                    onRemove={() => remove(item, index)}
                  />
                </li>
              ))}
            </ol>
          )}
        </FieldGroup>
        {items.length < MOST_ITEMS ? (
          <div data-add-item className="w-fit">
            <Menu
              align="start"
              variant="secondary"
              size="medium"
              trigger={
                <>
                  <Plus aria-hidden className="size-4" />
                  {t("item.add")}
                </>
              }
            >
              {AUDIT_ITEM_KINDS.map((kind) => (
                <MenuButton key={kind} icon={<ItemKindIcon kind={kind} />} onSelect={() => add(kind)}>
                  {t(`kinds.${kind}`)}
                </MenuButton>
              ))}
            </Menu>
          </div>
        ) : (
          <p className="text-muted">{t("section.full", { maximum: MOST_ITEMS })}</p>
        )}
      </Stack>
    </Card>
  );
}
