import { getTranslations } from "next-intl/server";
import type { CycleDetails } from "@/features/evaluation-cycles/queries/get-cycle";
import { releaseReportsAction } from "@/features/evaluation-reports/actions";
import { ConfirmButton } from "@/ui/confirm-button";

/** Releases the reports of a closed cycle, or new ones where enough came in since. */
export async function ReleaseButton({ cycle }: { cycle: CycleDetails }) {
  const t = await getTranslations("evaluationCycles.change.release");
  if (cycle.status !== "closed") return null;
  const isAgain = cycle.releasedAt !== null;
  return (
    <ConfirmButton
      action={releaseReportsAction}
      input={{ cycleId: cycle.id }}
      variant={isAgain ? "secondary" : "primary"}
      confirmVariant="primary"
      confirmTitle={t("title", { name: cycle.name })}
      consequences={t(isAgain ? "textAgain" : "text")}
      confirmLabel={t(isAgain ? "again" : "label")}
      successMessage={t("done")}
    >
      {t(isAgain ? "again" : "label")}
    </ConfirmButton>
  );
}
