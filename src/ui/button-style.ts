import { joinClasses } from "./join-classes";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "medium" | "small";

const base =
  "inline-flex items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap select-none transition-colors duration-100 aria-disabled:cursor-not-allowed disabled:cursor-not-allowed aria-disabled:opacity-60 disabled:opacity-60";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent shadow-card hover:bg-accent-hover",
  secondary:
    "border border-line-strong/60 bg-surface text-ink shadow-card hover:border-line-strong hover:bg-hover",
  ghost: "text-muted hover:bg-hover hover:text-ink",
  danger: "bg-danger-solid text-on-danger shadow-card hover:bg-danger-hover",
};

const sizes: Record<ButtonSize, string> = {
  medium: "control-height px-3.5 text-base",
  small: "control-height-small px-2.5 text-sm",
};

/** The look of a button, shared by buttons and by links that look like one. */
export function buttonClasses(
  variant: ButtonVariant,
  size: ButtonSize,
  iconOnly: boolean,
  className?: string,
): string {
  return joinClasses(base, variants[variant], iconOnly ? "control-square" : sizes[size], className);
}
