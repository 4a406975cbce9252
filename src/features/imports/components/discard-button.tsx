"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/ui/confirm-button";
import { discardImportAction } from "../actions";

/** Throws the uploaded file away; then back to choosing one. */
export function DiscardButton({ importId, newHref }: { importId: string; newHref: string }) {
  const t = useTranslations("imports.check");
  const router = useRouter();
  return (
    <ConfirmButton
      variant="ghost"
      action={discardImportAction}
      input={{ id: importId }}
      confirmTitle={t("discardTitle")}
      consequences={t("discardText")}
      confirmLabel={t("discard")}
      successMessage={t("discarded")}
      onSuccess={() => router.push(newHref)}
    >
      {t("discard")}
    </ConfirmButton>
  );
}
