import { Check } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";

export type Step = {
  label: string;
  /** One line about what is done there. */
  description?: ReactNode;
  /** Set where the step can be gone to. */
  href?: string;
  state: "done" | "current" | "upcoming";
};

const marks = {
  done: "bg-accent text-on-accent",
  current: "border-2 border-accent text-accent-ink",
  upcoming: "border border-line-strong text-muted",
};

/** The steps of a guided set-up, beside each other on wide screens, below each other on narrow ones. */
export function Stepper({ label, steps }: { label: string; steps: Step[] }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={label}>
      <ol className="flex flex-col gap-1 md:flex-row md:gap-3">
        {steps.map((step, index) => {
          const content = (
            <>
              <span
                className={joinClasses(
                  "grid size-6 shrink-0 place-items-center rounded-full text-sm font-semibold tabular-nums",
                  marks[step.state],
                )}
              >
                {step.state === "done" ? (
                  <Check aria-hidden strokeWidth={3} className="size-3.5" />
                ) : (
                  index + 1
                )}
              </span>
              <span className="min-w-0">
                <span
                  className={joinClasses(
                    "block font-medium",
                    step.state === "upcoming" ? "text-muted" : "text-ink",
                  )}
                >
                  {step.label}
                  {step.state === "done" && <span className="sr-only"> ({t("stepper.done")})</span>}
                </span>
                {step.description && <span className="block text-sm text-muted">{step.description}</span>}
              </span>
            </>
          );
          const classes = joinClasses(
            "control-height flex items-start gap-2.5 rounded-md px-2 py-2 md:border-t-2 md:rounded-none md:px-0.5 md:pt-3",
            step.state === "upcoming" ? "md:border-line" : "md:border-accent",
          );
          return (
            <li key={step.label} className="min-w-0 md:flex-1">
              {step.href ? (
                <Link
                  href={step.href}
                  aria-current={step.state === "current" ? "step" : undefined}
                  className={joinClasses(
                    classes,
                    "hover:bg-hover md:hover:bg-transparent md:hover:border-accent-hover",
                  )}
                >
                  {content}
                </Link>
              ) : (
                <div aria-current={step.state === "current" ? "step" : undefined} className={classes}>
                  {content}
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
