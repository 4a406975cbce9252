"use client";

import { Check, CircleAlert, CloudOff, Split } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { joinClasses } from "@/ui/join-classes";
import { Spinner } from "@/ui/spinner";
import type { OutboxSnapshot } from "../../entry/outbox-types";

const buttonLook =
  "min-h-12 shrink-0 rounded-md px-3 font-medium text-accent-ink underline underline-offset-2 hover:bg-hover";

/** Where what was entered is now, in a sentence; what the person can do about it, beside it. */
export function SaveState({
  snapshot,
  onRetry,
  onShowProblem,
}: {
  snapshot: OutboxSnapshot;
  onRetry: () => void;
  /** Goes to the first item that waits for the person. */
  onShowProblem: () => void;
}) {
  const t = useTranslations("audits.entry.state");
  const unsent = useUnsentText(snapshot.unsent);
  const { state, message, isReady } = snapshot;
  const isCalm = state === "saved" || state === "sending" || state === "waiting";
  const texts = {
    saved: t("saved"),
    sending: t("sending"),
    waiting: t("waiting", { unsent }),
    choose: t("choose", {
      count: Object.keys(snapshot.conflicts).length + Object.keys(snapshot.visitConflicts).length,
    }),
    refused: t("refused"),
    stopped: message ? t("stoppedBecause", { message }) : t("stopped"),
    outdated: t("outdated"),
  };
  return (
    <div className="flex min-h-8 items-center gap-2 text-sm">
      <p
        role="status"
        aria-live={state === "saved" || state === "sending" ? "off" : "polite"}
        data-save-state={isReady ? state : "opening"}
        className={joinClasses(
          "flex min-w-0 flex-1 items-center gap-2",
          isCalm ? "text-muted" : "font-medium text-warning",
        )}
      >
        {state === "saved" && <Check aria-hidden className="size-4 shrink-0 text-accent-ink" />}
        {state === "sending" && <Spinner />}
        {state === "waiting" && <CloudOff aria-hidden className="size-4 shrink-0" />}
        {state === "choose" && <Split aria-hidden className="size-4 shrink-0" />}
        {!isCalm && state !== "choose" && <CircleAlert aria-hidden className="size-4 shrink-0" />}
        <span className="min-w-0">{texts[state]}</span>
      </p>
      {(state === "choose" || state === "refused") && (
        <button type="button" className={buttonLook} onClick={onShowProblem}>
          {t("show")}
        </button>
      )}
      {state === "stopped" && (
        <button type="button" className={buttonLook} onClick={onRetry}>
          {t("retry")}
        </button>
      )}
      {state === "outdated" && (
        <button type="button" className={buttonLook} onClick={() => window.location.reload()}>
          {t("reload")}
        </button>
      )}
    </div>
  );
}

/** "3 answers and 1 photo" */
export function useUnsentText({ answers, photos, others }: OutboxSnapshot["unsent"]): string {
  const t = useTranslations("audits.entry.state");
  const format = useFormatter();
  const parts = [
    answers > 0 && t("answers", { count: answers }),
    photos > 0 && t("photos", { count: photos }),
    others > 0 && t("others"),
  ].filter((part) => part !== false);
  return format.list(parts, { type: "conjunction" });
}
