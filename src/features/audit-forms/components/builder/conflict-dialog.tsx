"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { useServerAction } from "@/ui/use-server-action";
import { changeAuditFormStatusAction } from "../../actions";
import { compareForms, countChanges } from "../../changes";
import { isSameFormSettings } from "../../same-draft";
import { FormChanges } from "../comparison/form-changes";
import { useFormBuilder } from "./builder-context";
import type { FormSaver, FormSnapshot } from "./use-form-saver";

/** Somebody else, or another tab, saved meanwhile: shows what differs, and the person chooses. Nothing is lost before. */
export function ConflictDialog({
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
  const [isClosed, setClosed] = useState(false);
  const { theirs, draft, state } = snapshot;
  const restore = useServerAction(changeAuditFormStatusAction, {
    onSuccess: ({ revision }) => void saver.keepMine(revision),
  });
  if (state !== "conflict" || !theirs) return null;

  const isArchived = theirs.status === "archived";
  const comparison = compareForms(theirs.definition, draft.definition);
  const haveSettingsChanged = !isSameFormSettings(theirs.settings, draft.settings);
  const keep = () => (isArchived ? restore.run({ formId, change: "restore" }) : void saver.keepMine());

  if (isClosed) {
    return (
      <Button size="small" onClick={() => setClosed(false)}>
        {t("open")}
      </Button>
    );
  }
  return (
    <Dialog
      open
      onClose={() => setClosed(true)}
      title={isArchived ? t("archivedTitle") : t("title")}
      description={isArchived ? t("archivedText") : t("text")}
      footer={
        <>
          <Button onClick={() => saver.takeTheirs()}>{isArchived ? t("discard") : t("takeTheirs")}</Button>
          <Button variant="primary" pending={restore.pending} onClick={keep}>
            {isArchived ? t("restore") : t("keepMine")}
          </Button>
        </>
      }
    >
      <h3 className="mb-2 font-semibold">{t("differences")}</h3>
      {haveSettingsChanged && <p className="mb-2">{t("settingsDiffer")}</p>}
      {countChanges(comparison) > 0 && (
        <FormChanges
          comparison={comparison}
          behaviours={behaviours}
          language={language}
          sides={{ before: t("elsewhere"), after: t("mine") }}
        />
      )}
    </Dialog>
  );
}
