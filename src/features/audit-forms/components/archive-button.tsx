"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { ActionButton } from "@/ui/action-button";
import { ConfirmButton } from "@/ui/confirm-button";
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
    <ConfirmButton
      action={changeAuditFormStatusAction}
      input={{ formId, change: "archive" }}
      confirmTitle={t("title", { name })}
      consequences={
        <ul className="list-disc pl-4">
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      }
      confirmLabel={t("confirm")}
      confirmVariant="primary"
      successMessage={t("done")}
      onSuccess={({ revision }: { revision: string }) => onChanged(revision)}
      icon={<Archive aria-hidden className="size-4" />}
    >
      {t("open")}
    </ConfirmButton>
  );
}

/** Brings a form back from the archive. */
export function RestoreButton({ formId }: { formId: string }) {
  const t = useTranslations("auditForms.restore");
  return (
    <ActionButton
      variant="primary"
      action={changeAuditFormStatusAction}
      input={{ formId, change: "restore" }}
      successMessage={t("done")}
      icon={<ArchiveRestore aria-hidden className="size-4" />}
    >
      {t("open")}
    </ActionButton>
  );
}
