import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClasses } from "./button-style";
import { Spinner } from "./spinner";

export type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** A lucide icon before the text. */
  icon?: ReactNode;
  /** A square button that shows only its icon; needs an `aria-label`. */
  iconOnly?: boolean;
  /** Something is under way: shows a spinner; the button stays focusable, its form ignores further presses. */
  pending?: boolean;
  /** Replaces the text while pending. */
  pendingText?: string;
};

/** A button. Its type is "button" unless said otherwise, so that it never submits a form by accident. */
export function Button({
  variant = "secondary",
  size = "medium",
  icon,
  iconOnly = false,
  pending = false,
  pendingText,
  type = "button",
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={buttonClasses(variant, size, iconOnly, className)}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      {...rest}
    >
      {pending ? <Spinner /> : icon}
      {pending && pendingText ? pendingText : children}
    </button>
  );
}
