"use client";

import { useTranslations } from "next-intl";
import { releaseReportsAction } from "@/features/evaluation-reports/actions";
import { ConfirmButton } from "@/ui/confirm-button";
import { useToast } from "@/ui/toast";

/** Releases the reports of a closed cycle, or new ones where enough came in since; says what came of it. */
export function ReleaseButton({
  cycleId,
  name,
  isAgain,
}: {
  cycleId: string;
  name: string;
  /** Reports were released before. */
  isAgain: boolean;
}) {
  const t = useTranslations("evaluationCycles.change.release");
  const toast = useToast();
  return (
    <ConfirmButton
      action={releaseReportsAction}
      input={{ cycleId }}
      variant={isAgain ? "secondary" : "primary"}
      confirmVariant="primary"
      confirmTitle={t("title", { name })}
      consequences={t(isAgain ? "textAgain" : "text")}
      confirmLabel={t(isAgain ? "again" : "label")}
      onSuccess={({ released, again, waiting }) =>
        toast({ message: t("done", { count: released + again, waiting }) })
      }
    >
      {t(isAgain ? "again" : "label")}
    </ConfirmButton>
  );
}
