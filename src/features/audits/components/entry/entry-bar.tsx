"use client";

import { ChevronLeft, ChevronRight, ListChecks } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { AuditAnswerValue } from "@/features/audit-forms/schema";
import { chooseText } from "@/server/input";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { joinClasses } from "@/ui/join-classes";
import { ProgressBar } from "@/ui/progress-bar";
import {
  countAnswered,
  type EntryStep,
  type MissingEntry,
  REVIEW_STEP,
  VISIT_STEP,
} from "../../entry/entry-steps";

/** The name of a step. */
export function useStepName(): (step: EntryStep) => string {
  const t = useTranslations("audits.entry.steps");
  const language = useLocale();
  return ({ id, section }) => {
    if (section) return chooseText(section.title, language) || t("untitled");
    return id === VISIT_STEP ? t("visit") : t("review");
  };
}

export type EntryBarProps = {
  steps: EntryStep[];
  current: number;
  answers: Readonly<Record<string, AuditAnswerValue>>;
  missing: MissingEntry[];
  /** Items a reviewer remarked on; null = the audit as a whole. */
  remarked: ReadonlySet<string | null>;
  onGo: (step: string) => void;
  /** Where what was entered is now. */
  children: ReactNode;
};

/** Stays at the lower edge, under the thumb: progress, the state of saving, the way to the next section. */
export function EntryBar(props: EntryBarProps) {
  const { steps, current, answers, onGo, children } = props;
  const t = useTranslations("audits.entry.steps");
  const [isOpen, setOpen] = useState(false);
  const before = steps[current - 1];
  const next = steps[current + 1];
  const counts = steps.flatMap(({ section }) => (section ? [countAnswered(section, answers)] : []));
  const answered = counts.reduce((sum, count) => sum + count.answered, 0);
  const total = counts.reduce((sum, count) => sum + count.total, 0);
  return (
    <div className="sticky bottom-0 z-20 -mx-4 mt-auto border-t border-line bg-surface px-4 pt-2.5 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:-mx-8 sm:px-8 lg:mx-0 lg:rounded-t-xl lg:border-x lg:px-5">
      <ProgressBar label={t("progress")} hideLabel value={answered} max={Math.max(1, total)} />
      <div className="py-1.5">{children}</div>
      <div className="flex gap-2">
        <Button
          className="h-14 w-14 px-0"
          aria-label={t("back")}
          aria-disabled={!before || undefined}
          icon={<ChevronLeft aria-hidden className="size-5" />}
          onClick={() => before && onGo(before.id)}
        />
        <Button
          className="h-14 px-4 tabular-nums"
          aria-haspopup="dialog"
          icon={<ListChecks aria-hidden className="size-5" />}
          onClick={() => setOpen(true)}
        >
          <span className="sr-only">{t("all")} </span>
          {t("count", { answered, total })}
        </Button>
        {next && (
          <Button variant="primary" className="h-14 min-w-0 flex-1 text-lg" onClick={() => onGo(next.id)}>
            <span className="truncate">{next.id === REVIEW_STEP ? t("toReview") : t("next")}</span>
            <ChevronRight aria-hidden className="size-5" />
          </Button>
        )}
      </div>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t("all")} size="small">
        <StepList
          {...props}
          onGo={(step) => {
            setOpen(false);
            onGo(step);
          }}
        />
      </Dialog>
    </div>
  );
}

function StepList({ steps, current, answers, missing, remarked, onGo }: Omit<EntryBarProps, "children">) {
  const t = useTranslations("audits.entry.steps");
  const stepName = useStepName();
  return (
    <ol className="flex flex-col">
      {steps.map((step, index) => {
        const count = step.section && countAnswered(step.section, answers);
        const isRemarked = step.section
          ? step.section.items.some(({ key }) => remarked.has(key))
          : step.id === VISIT_STEP && remarked.has(null);
        const lacks = missing.filter((entry) => entry.step === step.id).length;
        return (
          <li key={step.id} className="border-line not-first:border-t">
            <button
              type="button"
              aria-current={index === current ? "step" : undefined}
              className={joinClasses(
                "flex min-h-14 w-full items-center gap-3 rounded-md px-2 py-2 text-left hover:bg-hover",
                index === current && "bg-accent-soft font-medium",
              )}
              onClick={() => onGo(step.id)}
            >
              <span className="min-w-0 flex-1 text-lg text-ink">{stepName(step)}</span>
              {isRemarked && <Badge tone="warning">{t("remarked")}</Badge>}
              <span className="text-sm text-muted tabular-nums">
                {count ? t("count", count) : lacks > 0 ? t("missing") : ""}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
