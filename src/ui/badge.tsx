import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";

export type BadgeTone =
  | "neutral"
  | "accent"
  | "better"
  | "worse"
  | "signal"
  | "warning"
  | "danger"
  | "promoter"
  | "passive"
  | "detractor";

const tones: Record<BadgeTone, string> = {
  neutral: "bg-sunken text-muted ring-line",
  accent: "bg-accent-soft text-accent-ink ring-accent/20",
  better: "bg-better-soft text-better ring-better/20",
  worse: "bg-worse-soft text-worse ring-worse/20",
  signal: "bg-signal-soft text-signal ring-signal/20",
  warning: "bg-warning-soft text-warning ring-warning/20",
  danger: "bg-danger-soft text-danger ring-danger/20",
  promoter: "bg-promoter text-on-promoter ring-transparent",
  passive: "bg-passive text-on-passive ring-transparent",
  detractor: "bg-detractor text-on-detractor ring-transparent",
};

export type BadgeProps = { tone?: BadgeTone; icon?: ReactNode; className?: string; children: ReactNode };

/** A word or two about a thing. */
export function Badge({ tone = "neutral", icon, className, children }: BadgeProps) {
  return (
    <span
      className={joinClasses(
        "inline-flex items-center gap-1 rounded-md px-1.5 py-px text-xs font-medium whitespace-nowrap tabular-nums ring-1 ring-inset",
        tones[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}

const dots: Record<"neutral" | "accent" | "warning" | "danger", string> = {
  neutral: "border border-line-strong",
  accent: "bg-accent",
  warning: "bg-warning",
  danger: "bg-danger",
};

/** The state a thing is in: a dot and a word. */
export function StatusBadge({
  tone = "neutral",
  children,
}: {
  tone?: keyof typeof dots;
  children: ReactNode;
}) {
  return (
    <span className="inline-flex items-center gap-1.5 text-sm whitespace-nowrap text-ink">
      <span aria-hidden className={joinClasses("size-2 rounded-full", dots[tone])} />
      {children}
    </span>
  );
}
