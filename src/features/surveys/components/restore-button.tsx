"use client";

import { useTranslations } from "next-intl";
import { RestoreDraftButton } from "@/ui/draft/archive-draft-button";
import { changeSurveyStatusAction } from "../actions";

/** Brings a survey back from the archive. */
export function RestoreButton({ surveyId }: { surveyId: string }) {
  const t = useTranslations("surveys");
  return (
    <RestoreDraftButton
      action={changeSurveyStatusAction}
      input={{ surveyId, change: "restore" }}
      successMessage={t("restore.done")}
    >
      {t("restore.open")}
    </RestoreDraftButton>
  );
}
