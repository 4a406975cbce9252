"use client";

import { useTranslations } from "next-intl";
import { ConflictDialog, useConflictSides } from "@/ui/draft/conflict-dialog";
import { useServerAction } from "@/ui/use-server-action";
import { changeEvaluationFrameworkStatusAction } from "../../actions";
import { compareFrameworks, countChanges } from "../../changes";
import { isSameFrameworkSettings } from "../../same-draft";
import { FrameworkChanges } from "../comparison/framework-changes";
import { useFrameworkBuilder } from "./builder-context";
import type { FrameworkSaver, FrameworkSnapshot } from "./use-framework-saver";

/** What somebody else saved of the framework meanwhile, beside what is on screen. */
export function FrameworkConflict({
  frameworkId,
  saver,
  snapshot,
}: {
  frameworkId: string;
  saver: FrameworkSaver;
  snapshot: FrameworkSnapshot;
}) {
  const t = useTranslations("evaluationFrameworks.conflict");
  const { language, behaviours } = useFrameworkBuilder();
  const sides = useConflictSides();
  const { theirs, draft, state } = snapshot;
  const restore = useServerAction(changeEvaluationFrameworkStatusAction, {
    onSuccess: ({ revision }) => void saver.keepMine(revision),
  });
  if (state !== "conflict" || !theirs) return null;

  const isArchived = theirs.status === "archived";
  const comparison = compareFrameworks(theirs.definition, draft.definition);
  return (
    <ConflictDialog
      title={isArchived ? t("archivedTitle") : t("title")}
      description={isArchived ? t("archivedText") : t("text")}
      isArchived={isArchived}
      isPending={restore.pending}
      onTakeTheirs={() => saver.takeTheirs()}
      onKeepMine={() =>
        isArchived ? restore.run({ frameworkId, change: "restore" }) : void saver.keepMine()
      }
    >
      {!isSameFrameworkSettings(theirs.settings, draft.settings) && (
        <p className="mb-2">{t("settingsDiffer")}</p>
      )}
      {countChanges(comparison) > 0 && (
        <FrameworkChanges comparison={comparison} behaviours={behaviours} language={language} sides={sides} />
      )}
    </ConflictDialog>
  );
}
