"use client";

import { Check, CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFailureText } from "@/ui/action-messages";
import { Button } from "@/ui/button";
import { Spinner } from "@/ui/spinner";
import type { DraftSnapshot } from "../../draft-saver";

/** Whether what is on screen is on the server. A failure is announced, the usual saving is not. */
export function SaveIndicator({
  snapshot,
  onRetry,
  onOpenField,
}: {
  snapshot: DraftSnapshot;
  onRetry: () => void;
  onOpenField: (name: string) => void;
}) {
  const t = useTranslations("surveys");
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
            : t(`save.${state}`)}
        </span>
      </p>
      {state === "failed" && (
        <Button size="small" onClick={onRetry}>
          {t("save.retry")}
        </Button>
      )}
      {state === "invalid" && firstError !== undefined && (
        <Button size="small" onClick={() => onOpenField(firstError)}>
          {t("save.show")}
        </Button>
      )}
    </div>
  );
}
