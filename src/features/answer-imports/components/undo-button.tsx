"use client";

import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/ui/confirm-button";
import { undoAnswerImportAction } from "../actions";

/** Takes back everything an import stored, having said how much that is. */
export function UndoButton({
  importId,
  fileName,
  answers,
  hasCreated,
}: {
  importId: string;
  fileName: string;
  answers: number;
  hasCreated: boolean;
}) {
  const t = useTranslations("answerImports.undo");
  const router = useRouter();
  return (
    <ConfirmButton
      icon={<Undo2 aria-hidden className="size-4" />}
      action={undoAnswerImportAction}
      input={{ id: importId }}
      confirmTitle={t("title", { fileName })}
      consequences={[t("text", { count: answers }), hasCreated && t("created")].filter(Boolean).join(" ")}
      confirmLabel={t("button")}
      onSuccess={() => router.refresh()}
    >
      {t("button")}
    </ConfirmButton>
  );
}
