"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { startImportAction } from "../actions";

/** Puts the checked file to work and goes to its progress. */
export function StartForm({
  importId,
  rows,
  importHref,
  children,
}: {
  importId: string;
  rows: number;
  importHref: string;
  children: ReactNode;
}) {
  const t = useTranslations("imports.check");
  return (
    <ActionForm action={startImportAction} redirectTo={importHref}>
      <input type="hidden" name="id" value={importId} />
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton pendingText={t("starting")} disabled={rows === 0}>
          {t("start", { count: rows })}
        </SubmitButton>
        {children}
      </div>
    </ActionForm>
  );
}
