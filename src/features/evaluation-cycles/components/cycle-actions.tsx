import { getLocale, getTranslations } from "next-intl/server";
import { addDays, dayOf, formatDay, isoDay } from "@/features/audit-programmes/windows";
import type { Scope } from "@/server/scope";
import { ConfirmButton } from "@/ui/confirm-button";
import { Row } from "@/ui/stack";
import { cancelCycleAction, closeCycleAction, openCycleAction, openNominationAction } from "../actions";
import type { CycleDetails } from "../queries/get-cycle";
import { changesOf } from "../rules";
import { ExtendButton } from "./extend-button";

/** What can be done with a cycle next, each asked about with what it means. */
export async function CycleActions({ scope, cycle }: { scope: Scope; cycle: CycleDetails }) {
  const t = await getTranslations("evaluationCycles.change");
  const locale = await getLocale();
  const { id: cycleId, name, status } = cycle;
  const changes = changesOf(cycle);
  const last = isoDay(cycle.closesOn);
  const today = dayOf(scope.now, scope.timeZone);
  const [, latest = last] = [today, last].sort();
  const days = { opens: formatDay(isoDay(cycle.opensOn), locale), closes: formatDay(last, locale) };
  const texts = (change: "openNomination" | "open" | "close" | "cancel") => ({
    input: { cycleId },
    confirmTitle: t(`${change}.title`, { name }),
    confirmLabel: t(`${change}.label`),
    successMessage: t(`${change}.done`),
    children: t(`${change}.label`),
  });
  return (
    <Row>
      {changes.includes("cancel") && (
        <ConfirmButton
          {...texts("cancel")}
          action={cancelCycleAction}
          variant="ghost"
          consequences={t(status === "collecting" ? "cancel.textCollecting" : "cancel.text")}
        />
      )}
      {changes.includes("extend") && (
        <ExtendButton
          cycleId={cycleId}
          isClosed={status === "closed"}
          isReleased={cycle.releasedAt !== null}
          first={last >= today && status === "collecting" ? addDays(last, 1) : today}
          offered={addDays(latest, 7)}
        />
      )}
      {changes.includes("close") && (
        <ConfirmButton {...texts("close")} action={closeCycleAction} consequences={t("close.text")} />
      )}
      {changes.includes("open") && (
        <ConfirmButton
          {...texts("open")}
          action={openCycleAction}
          variant={status === "nomination" ? "primary" : "secondary"}
          confirmVariant="primary"
          consequences={t("open.text", days)}
        />
      )}
      {changes.includes("openNomination") && (
        <ConfirmButton
          {...texts("openNomination")}
          action={openNominationAction}
          variant="primary"
          confirmVariant="primary"
          consequences={t("openNomination.text", { ...days, who: cycle.nominatedBy })}
        />
      )}
    </Row>
  );
}
