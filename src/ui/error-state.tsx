"use client";

import { CloudAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import { EmptyState } from "./empty-state";

export type ErrorStateProps = {
  title?: ReactNode;
  children?: ReactNode;
  /** Tries again: `reset` of an error boundary. */
  retry?: () => void;
  /** By which the error is found in the log. */
  reference?: string;
  compact?: boolean;
};

/** What stands where something could not be shown. */
export function ErrorState({ title, children, retry, reference, compact }: ErrorStateProps) {
  const t = useTranslations("ui");
  return (
    <div role="alert">
      <EmptyState
        compact={compact}
        icon={<CloudAlert />}
        title={title ?? t("error.title")}
        action={retry && <Button onClick={retry}>{t("action.retry")}</Button>}
      >
        {children ?? t("error.text")}
        {reference && <p className="mt-1 text-sm">{t("failure.reference", { id: reference })}</p>}
      </EmptyState>
    </div>
  );
}
