"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ArchiveDraftButton, RestoreDraftButton } from "@/ui/draft/archive-draft-button";
import { changeAuditFormStatusAction } from "../actions";

/** Puts a form away. */
export function ArchiveButton({
  formId,
  name,
  isPublished,
  programmes,
  onChanged,
}: {
  formId: string;
  name: string;
  isPublished: boolean;
  /** Under way, by name: their visits could not be begun any more. */
  programmes: string[];
  onChanged: (revision: string) => void;
}) {
  const t = useTranslations("auditForms.archive");
  const format = useFormatter();
  const hit = programmes.length > 0 ? [t("programmes", { names: format.list(programmes) })] : [];
  const texts = isPublished ? [...hit, t("unused"), t("audits"), t("back")] : [t("list"), t("back")];
  return (
    <ArchiveDraftButton
      action={changeAuditFormStatusAction}
      input={{ formId, change: "archive" }}
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

/** Brings a form back from the archive. */
export function RestoreButton({ formId }: { formId: string }) {
  const t = useTranslations("auditForms.restore");
  return (
    <RestoreDraftButton
      action={changeAuditFormStatusAction}
      input={{ formId, change: "restore" }}
      successMessage={t("done")}
    >
      {t("open")}
    </RestoreDraftButton>
  );
}
