"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { focusField } from "@/ui/draft/focus-field";
import { moveItem } from "@/ui/draft/list-edits";
import { EmptyState } from "@/ui/empty-state";
import { useToast } from "@/ui/toast";
import { type Competency, MOST_COMPETENCIES } from "../../schema";
import { competencyId, useFrameworkBuilder } from "./builder-context";
import { CompetencyEditor } from "./competency-editor";
import { makeCompetency, putBack, withCompetencies } from "./edits";

/** The competencies in the order in which they are answered. */
export function CompetenciesList() {
  const t = useTranslations("evaluationFrameworks.competency");
  const toast = useToast();
  const { draft, language, change, showInPreview, announce } = useFrameworkBuilder();
  const { competencies } = draft.definition;

  const add = () => {
    const competency = makeCompetency();
    change(withCompetencies((list) => [...list, competency]));
    showInPreview(competency.key);
    focusField(`definition.competencies.${competencies.length}.name.${language}`);
  };
  const remove = (competency: Competency, index: number) => {
    change(withCompetencies((list) => list.filter(({ key }) => key !== competency.key)));
    document.querySelector<HTMLElement>("[data-add-competency]")?.focus();
    toast({
      message: t("removed", { number: index + 1 }),
      undo: () => change(withCompetencies((list) => putBack(list, index, competency))),
    });
  };
  const move = (competency: Competency, index: number, step: -1 | 1) => {
    change(withCompetencies((list) => moveItem(list, index, step)));
    announce(t("moved", { number: index + 1 + step, count: competencies.length }));
    requestAnimationFrame(() =>
      document.getElementById(competencyId(competency.key))?.scrollIntoView({ block: "start" }),
    );
  };

  return (
    <>
      {competencies.length === 0 && (
        <Card>
          <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
        </Card>
      )}
      {competencies.map((competency, index) => (
        <CompetencyEditor
          key={competency.key}
          competency={competency}
          place={index}
          count={competencies.length}
          onMove={(step) => move(competency, index, step)}
          onRemove={() => remove(competency, index)}
        />
      ))}
      {competencies.length < MOST_COMPETENCIES ? (
        <Button
          data-add-competency
          className="w-fit"
          onClick={add}
          icon={<Plus aria-hidden className="size-4" />}
        >
          {t("add")}
        </Button>
      ) : (
        <p className="text-muted">{t("fullFramework", { maximum: MOST_COMPETENCIES })}</p>
      )}
    </>
  );
}
