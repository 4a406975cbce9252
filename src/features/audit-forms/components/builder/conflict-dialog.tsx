"use client";

import { useTranslations } from "next-intl";
import { ConflictDialog, useConflictSides } from "@/ui/draft/conflict-dialog";
import { useServerAction } from "@/ui/use-server-action";
import { changeAuditFormStatusAction } from "../../actions";
import { compareForms, countChanges } from "../../changes";
import { isSameFormSettings } from "../../same-draft";
import { FormChanges } from "../comparison/form-changes";
import { useFormBuilder } from "./builder-context";
import type { FormSaver, FormSnapshot } from "./use-form-saver";

/** What somebody else saved of the form meanwhile, beside what is on screen. */
export function FormConflict({
  formId,
  saver,
  snapshot,
}: {
  formId: string;
  saver: FormSaver;
  snapshot: FormSnapshot;
}) {
  const t = useTranslations("auditForms.conflict");
  const { language, behaviours } = useFormBuilder();
  const sides = useConflictSides();
  const { theirs, draft, state } = snapshot;
  const restore = useServerAction(changeAuditFormStatusAction, {
    onSuccess: ({ revision }) => void saver.keepMine(revision),
  });
  if (state !== "conflict" || !theirs) return null;

  const isArchived = theirs.status === "archived";
  const comparison = compareForms(theirs.definition, draft.definition);
  return (
    <ConflictDialog
      title={isArchived ? t("archivedTitle") : t("title")}
      description={isArchived ? t("archivedText") : t("text")}
      isArchived={isArchived}
      isPending={restore.pending}
      onTakeTheirs={() => saver.takeTheirs()}
      onKeepMine={() => (isArchived ? restore.run({ formId, change: "restore" }) : void saver.keepMine())}
    >
      {!isSameFormSettings(theirs.settings, draft.settings) && <p className="mb-2">{t("settingsDiffer")}</p>}
      {countChanges(comparison) > 0 && (
        <FormChanges comparison={comparison} behaviours={behaviours} language={language} sides={sides} />
      )}
    </ConflictDialog>
  );
}
