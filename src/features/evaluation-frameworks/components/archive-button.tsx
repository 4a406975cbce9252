"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ArchiveDraftButton, RestoreDraftButton } from "@/ui/draft/archive-draft-button";
import { changeEvaluationFrameworkStatusAction } from "../actions";

/** Puts a framework away. */
export function ArchiveButton({
  frameworkId,
  name,
  isPublished,
  cycles,
  onChanged,
}: {
  frameworkId: string;
  name: string;
  isPublished: boolean;
  /** In preparation, by name: they could not be opened with it. */
  cycles: string[];
  onChanged: (revision: string) => void;
}) {
  const t = useTranslations("evaluationFrameworks.archive");
  const format = useFormatter();
  const hit = cycles.length > 0 ? [t("preparing", { names: format.list(cycles) })] : [];
  const texts = isPublished ? [...hit, t("unused"), t("kept"), t("back")] : [t("list"), t("back")];
  return (
    <ArchiveDraftButton
      action={changeEvaluationFrameworkStatusAction}
      input={{ frameworkId, change: "archive" }}
      confirmTitle={t("title", { name })}
      consequences={texts}
      confirmLabel={t("confirm")}
      successMessage={t("done")}
      onArchived={onChanged}
    >
      {t("open")}
    </ArchiveDraftButton>
  );
}

/** Brings a framework back from the archive. */
export function RestoreButton({ frameworkId }: { frameworkId: string }) {
  const t = useTranslations("evaluationFrameworks.restore");
  return (
    <RestoreDraftButton
      action={changeEvaluationFrameworkStatusAction}
      input={{ frameworkId, change: "restore" }}
      successMessage={t("done")}
    >
      {t("open")}
    </RestoreDraftButton>
  );
}
