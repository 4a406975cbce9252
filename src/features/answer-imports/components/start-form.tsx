"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { SubmitButton } from "@/ui/submit-button";
import { startAnswerImportAction } from "../actions";

/** Says what will happen, puts the checked file to work and goes to its progress. */
export function StartForm({
  importId,
  importHref,
  canStart,
  sentence,
  children,
}: {
  importId: string;
  importHref: string;
  canStart: boolean;
  sentence: string;
  children: ReactNode;
}) {
  const t = useTranslations("answerImports.check");
  return (
    <Card>
      <ActionForm action={startAnswerImportAction} redirectTo={importHref}>
        <input type="hidden" name="id" value={importId} />
        <p id="what-will-happen" className="max-w-prose text-ink">
          {sentence}
        </p>
        <div className="flex flex-wrap items-center gap-2">
          <SubmitButton pendingText={t("starting")} disabled={!canStart} aria-describedby="what-will-happen">
            {t("start")}
          </SubmitButton>
          {children}
        </div>
      </ActionForm>
    </Card>
  );
}
