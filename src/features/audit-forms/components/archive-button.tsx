"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/ui/action-button";
import { ConfirmButton } from "@/ui/confirm-button";
import { changeAuditFormStatusAction } from "../actions";

/** Puts a form away. */
export function ArchiveButton({
  formId,
  name,
  isPublished,
  onChanged,
}: {
  formId: string;
  name: string;
  isPublished: boolean;
  onChanged: (revision: string) => void;
}) {
  const t = useTranslations("auditForms.archive");
  const texts = isPublished ? [t("unused"), t("audits"), t("back")] : [t("list"), t("back")];
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
