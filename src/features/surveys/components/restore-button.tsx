"use client";

import { ArchiveRestore } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/ui/action-button";
import { changeSurveyStatusAction } from "../actions";

/** Brings a survey back from the archive. */
export function RestoreButton({ surveyId }: { surveyId: string }) {
  const t = useTranslations("surveys");
  return (
    <ActionButton
      variant="primary"
      action={changeSurveyStatusAction}
      input={{ surveyId, change: "restore" }}
      successMessage={t("restore.done")}
      icon={<ArchiveRestore aria-hidden className="size-4" />}
    >
      {t("restore.open")}
    </ActionButton>
  );
}
