"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/ui/confirm-button";
import { deleteImprovementActionAction } from "../actions";

export function DeleteActionButton({ id, title, listHref }: { id: string; title: string; listHref: string }) {
  const t = useTranslations("improvementActions");
  const router = useRouter();
  return (
    <ConfirmButton
      action={deleteImprovementActionAction}
      input={{ id }}
      variant="ghost"
      confirmTitle={t("delete.title", { title })}
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
