"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/ui/confirm-button";
import { declineFeedbackRequestAction } from "../actions";

/** Leaves a request unanswered and goes back to the list. */
export function DeclineButton({ id, name, path }: { id: string; name: string; path: string }) {
  const t = useTranslations("peerFeedback.decline");
  const router = useRouter();
  return (
    <ConfirmButton
      variant="ghost"
      action={declineFeedbackRequestAction}
      input={{ id }}
      confirmTitle={t("title")}
      consequences={t("text", { name })}
      confirmLabel={t("confirm")}
      confirmVariant="primary"
      successMessage={t("done")}
      onSuccess={() => router.push(path)}
    >
      {t("open")}
    </ConfirmButton>
  );
}
