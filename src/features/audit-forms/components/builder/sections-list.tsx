"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { focusField } from "@/ui/draft/focus-field";
import { moveItem } from "@/ui/draft/list-edits";
import { EmptyState } from "@/ui/empty-state";
import { useToast } from "@/ui/toast";
import { type AuditFormSection, MOST_SECTIONS } from "../../schema";
import { useShareText } from "../use-share-text";
import { sectionId, useFormBuilder } from "./builder-context";
import { makeSection, putBackSection, withSections } from "./edits";
import { SectionEditor } from "./section-editor";

/** The sections in the order in which they are filled in. */
export function SectionsList() {
  const t = useTranslations("auditForms");
  const toast = useToast();
  const { draft, language, change, showInPreview } = useFormBuilder();
  const shareText = useShareText(draft.definition);
  const [announcement, setAnnouncement] = useState("");
  const { sections } = draft.definition;

  const add = () => {
    const section = makeSection();
    change(withSections((list) => [...list, section]));
    showInPreview(section.key);
    focusField(`definition.sections.${sections.length}.title.${language}`);
  };
  const remove = (section: AuditFormSection, index: number) => {
    change(withSections((list) => list.filter(({ key }) => key !== section.key)));
    document.querySelector<HTMLElement>("[data-add-section]")?.focus();
    toast({
      message: t("section.removed", { number: index + 1 }),
      undo: () => change(putBackSection(index, section)),
    });
  };
  const move = (section: AuditFormSection, index: number, step: -1 | 1) => {
    change(withSections((list) => moveItem(list, index, step)));
    setAnnouncement(t("section.moved", { number: index + 1 + step, count: sections.length }));
    requestAnimationFrame(() =>
      document.getElementById(sectionId(section.key))?.scrollIntoView({ block: "start" }),
    );
  };

  return (
    <>
      {sections.length === 0 && (
        <Card>
          <EmptyState title={t("section.none")}>{t("section.noneText")}</EmptyState>
        </Card>
      )}
      {sections.map((section, index) => (
        <SectionEditor
          key={section.key}
          section={section}
          place={index}
          count={sections.length}
          shareText={shareText(section)}
          onMove={(step) => move(section, index, step)}
          onRemove={() => remove(section, index)}
          onAnnounce={setAnnouncement}
        />
      ))}
      <p aria-live="polite" className="sr-only">
        {announcement}
      </p>
      {sections.length < MOST_SECTIONS ? (
        <Button
          data-add-section
          className="w-fit"
          onClick={add}
          icon={<Plus aria-hidden className="size-4" />}
        >
          {t("section.add")}
        </Button>
      ) : (
        <p className="text-muted">{t("section.fullForm", { maximum: MOST_SECTIONS })}</p>
      )}
    </>
  );
}
