"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/ui/confirm-button";
import { discardAnswerImportAction } from "../actions";

/** Throws the uploaded file away; then back to choosing one. */
export function DiscardButton({ importId, newHref }: { importId: string; newHref: string }) {
  const t = useTranslations("answerImports.discard");
  const router = useRouter();
  return (
    <ConfirmButton
      variant="ghost"
      action={discardAnswerImportAction}
      input={{ id: importId }}
      confirmTitle={t("title")}
      consequences={t("text")}
      confirmLabel={t("button")}
      successMessage={t("done")}
      onSuccess={() => router.push(newHref)}
    >
      {t("button")}
    </ConfirmButton>
  );
}
