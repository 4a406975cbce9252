"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/ui/confirm-button";
import { deleteEncounterAction } from "../actions";

/** Takes a record back for good while nothing has been sent; then goes to the list. */
export function DeleteButton({ encounterId, listHref }: { encounterId: string; listHref: string }) {
  const t = useTranslations("encounters.delete");
  const router = useRouter();
  return (
    <ConfirmButton
      action={deleteEncounterAction}
      input={{ id: encounterId }}
      icon={<Trash2 aria-hidden className="size-4" />}
      confirmTitle={t("title")}
      consequences={t("text")}
      confirmLabel={t("confirm")}
      successMessage={t("done")}
      onSuccess={() => router.push(listHref)}
    >
      {t("button")}
    </ConfirmButton>
  );
}
