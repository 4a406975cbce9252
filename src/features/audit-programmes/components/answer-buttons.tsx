"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/ui/action-button";
import { acceptAssignmentAction } from "../actions";
import { DeclineButton } from "./decline-button";

/** Yes or no to an offered visit. */
export function AnswerButtons({ assignmentId }: { assignmentId: string }) {
  const t = useTranslations("programmes.assignment");
  return (
    <>
      <ActionButton
        action={acceptAssignmentAction}
        input={{ assignmentId }}
        successMessage={t("accepted")}
        variant="primary"
      >
        {t("accept")}
      </ActionButton>
      <DeclineButton assignmentId={assignmentId} label={t("decline")} />
    </>
  );
}
