"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/ui/confirm-button";
import { deleteDiaryEntryAction } from "../actions";

export function DeleteEntryButton({ id, listHref }: { id: string; listHref: string }) {
  const t = useTranslations("diary");
  const router = useRouter();
  return (
    <ConfirmButton
      action={deleteDiaryEntryAction}
      input={{ id }}
      confirmTitle={t("delete.title")}
      consequences={t("delete.text")}
      confirmLabel={t("delete.confirm")}
      successMessage={t("delete.done")}
      onSuccess={() => router.push(listHref)}
      icon={<Trash2 aria-hidden className="size-4" />}
    >
      {t("delete.open")}
    </ConfirmButton>
  );
}
