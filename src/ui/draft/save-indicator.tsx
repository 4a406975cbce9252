"use client";

import { Check, CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ActionFailure } from "@/server/action-result";
import { useFailureText } from "../action-messages";
import { Button } from "../button";
import { Spinner } from "../spinner";
import type { SaveState } from "./draft-saver";

/** Whether what is on screen is on the server. A failure is announced, the usual saving is not. */
export function SaveIndicator({
  snapshot,
  onRetry,
  onOpenField,
}: {
  snapshot: { state: SaveState; failure: ActionFailure | null; errors: Record<string, string> };
  onRetry: () => void;
  onOpenField: (name: string) => void;
}) {
  const t = useTranslations("ui");
  const failureText = useFailureText();
  const { state, failure, errors } = snapshot;
  const isBad = state === "failed" || state === "invalid" || state === "conflict";
  const firstError = Object.keys(errors)[0];
  return (
    <div className="flex min-w-0 items-center gap-2">
      <p
        role={isBad ? "alert" : undefined}
        data-save-state={state}
        className={
          isBad
            ? "flex min-w-0 items-center gap-1.5 text-sm font-medium text-danger"
            : "flex items-center gap-1.5 text-sm whitespace-nowrap text-muted"
        }
      >
        {isBad && <CircleAlert aria-hidden className="size-4 shrink-0" />}
        {state === "saved" && <Check aria-hidden className="size-4 shrink-0 text-accent-ink" />}
        {(state === "saving" || state === "changed") && <Spinner />}
        <span className={isBad ? "min-w-0" : "max-sm:sr-only"}>
          {state === "failed" && failure && failure.code !== "unexpected"
            ? failureText(failure)
            : t(`draft.save.${state}`)}
        </span>
      </p>
      {state === "failed" && (
        <Button size="small" onClick={onRetry}>
          {t("draft.save.retry")}
        </Button>
      )}
      {state === "invalid" && firstError !== undefined && (
        <Button size="small" onClick={() => onOpenField(firstError)}>
          {t("draft.save.show")}
        </Button>
      )}
    </div>
  );
}
