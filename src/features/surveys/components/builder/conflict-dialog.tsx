"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { useServerAction } from "@/ui/use-server-action";
import { changeSurveyStatusAction } from "../../actions";
import { listChanges } from "../../changes";
import { isSameSettings } from "../../same-draft";
import { ChangeList } from "./change-list";
import type { SurveySaver, SurveySnapshot } from "./use-survey-saver";

/** Somebody else, or another tab, saved meanwhile: shows what differs, and the person chooses. Nothing is lost before. */
export function ConflictDialog({
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
  const t = useTranslations("surveys");
  const [isClosed, setClosed] = useState(false);
  const { theirs, draft, state } = snapshot;
  const restore = useServerAction(changeSurveyStatusAction, {
    onSuccess: ({ revision }) => void saver.keepMine(revision),
  });
  if (state !== "conflict" || !theirs) return null;

  const isArchived = theirs.status === "archived";
  const changes = listChanges(theirs.definition, draft.definition);
  const haveSettingsChanged = !isSameSettings(theirs.settings, draft.settings);
  const keep = () => (isArchived ? restore.run({ surveyId, change: "restore" }) : void saver.keepMine());

  if (isClosed) {
    return (
      <Button size="small" onClick={() => setClosed(false)}>
        {t("conflict.open")}
      </Button>
    );
  }
  return (
    <Dialog
      open
      onClose={() => setClosed(true)}
      title={isArchived ? t("conflict.archivedTitle") : t("conflict.title")}
      description={isArchived ? t("conflict.archivedText") : t("conflict.text")}
      footer={
        <>
          <Button onClick={() => saver.takeTheirs()}>
            {isArchived ? t("conflict.discard") : t("conflict.takeTheirs")}
          </Button>
          <Button variant="primary" pending={restore.pending} onClick={keep}>
            {isArchived ? t("conflict.restore") : t("conflict.keepMine")}
          </Button>
        </>
      }
    >
      <h3 className="mb-2 font-semibold">{t("conflict.differences")}</h3>
      {haveSettingsChanged && <p className="mb-2">{t("conflict.settingsDiffer")}</p>}
      {changes.length > 0 && (
        <ChangeList
          changes={changes}
          after={draft.definition}
          language={language}
          sides={{ before: t("conflict.elsewhere"), after: t("conflict.mine") }}
        />
      )}
    </Dialog>
  );
}
