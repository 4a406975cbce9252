"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/ui/action-button";
import { startAnswerImportAction, undoAnswerImportAction } from "../actions";

/** Goes on where an import, or its undoing, was interrupted. */
export function ResumeButton({ importId, isUndo }: { importId: string; isUndo: boolean }) {
  const t = useTranslations("answerImports.result");
  const router = useRouter();
  return (
    <ActionButton
      variant="primary"
      action={isUndo ? undoAnswerImportAction : startAnswerImportAction}
      input={{ id: importId }}
      onSuccess={() => router.refresh()}
    >
      {t(isUndo ? "resumeUndo" : "resume")}
    </ActionButton>
  );
}
