"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { ActionButton } from "@/ui/action-button";
import { ConfirmButton } from "@/ui/confirm-button";
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
    <ConfirmButton
      action={changeEvaluationFrameworkStatusAction}
      input={{ frameworkId, change: "archive" }}
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

/** Brings a framework back from the archive. */
export function RestoreButton({ frameworkId }: { frameworkId: string }) {
  const t = useTranslations("evaluationFrameworks.restore");
  return (
    <ActionButton
      variant="primary"
      action={changeEvaluationFrameworkStatusAction}
      input={{ frameworkId, change: "restore" }}
      successMessage={t("done")}
      icon={<ArchiveRestore aria-hidden className="size-4" />}
    >
      {t("open")}
    </ActionButton>
  );
}
