"use client";

import { useTranslations } from "next-intl";
import { ConflictDialog, useConflictSides } from "@/ui/draft/conflict-dialog";
import { useServerAction } from "@/ui/use-server-action";
import { changeSurveyStatusAction } from "../../actions";
import { listChanges } from "../../changes";
import { isSameSettings } from "../../same-draft";
import { ChangeList } from "./change-list";
import type { SurveySaver, SurveySnapshot } from "./use-survey-saver";

/** What somebody else saved of the survey meanwhile, beside what is on screen. */
export function SurveyConflict({
  surveyId,
  language,
  saver,
  snapshot,
}: {
  surveyId: string;
  /** In which texts are named that came or went. */
  language: string;
  saver: SurveySaver;
  snapshot: SurveySnapshot;
}) {
  const t = useTranslations("surveys.conflict");
  const sides = useConflictSides();
  const { theirs, draft, state } = snapshot;
  const restore = useServerAction(changeSurveyStatusAction, {
    onSuccess: ({ revision }) => void saver.keepMine(revision),
  });
  if (state !== "conflict" || !theirs) return null;

  const isArchived = theirs.status === "archived";
  const changes = listChanges(theirs.definition, draft.definition);
  return (
    <ConflictDialog
      title={isArchived ? t("archivedTitle") : t("title")}
      description={isArchived ? t("archivedText") : t("text")}
      isArchived={isArchived}
      isPending={restore.pending}
      onTakeTheirs={() => saver.takeTheirs()}
      onKeepMine={() => (isArchived ? restore.run({ surveyId, change: "restore" }) : void saver.keepMine())}
    >
      {!isSameSettings(theirs.settings, draft.settings) && <p className="mb-2">{t("settingsDiffer")}</p>}
      {changes.length > 0 && (
        <ChangeList changes={changes} after={draft.definition} language={language} sides={sides} />
      )}
    </ConflictDialog>
  );
}
