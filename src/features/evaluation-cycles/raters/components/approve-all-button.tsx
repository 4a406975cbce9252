"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/ui/action-button";
import { decideProposalsAction } from "../actions";

/** Approves everybody the subject has proposed. */
export function ApproveAllButton({ subjectId, ratingIds }: { subjectId: string; ratingIds: string[] }) {
  const t = useTranslations("evaluationRaters.page");
  return (
    <ActionButton
      variant="primary"
      size="small"
      action={decideProposalsAction}
      input={{ subjectId, ratingIds, isApproved: true }}
      successMessage={t("approvedAll", { count: ratingIds.length })}
    >
      {t("approveAll")}
    </ActionButton>
  );
}
