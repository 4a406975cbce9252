import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClasses } from "./button-style";

export type LinkButtonProps = ComponentProps<typeof Link> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  iconOnly?: boolean;
};

/** A link that looks like a button: it goes somewhere, it does not do something. */
export function LinkButton({
  variant = "secondary",
  size = "medium",
  icon,
  iconOnly = false,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link className={buttonClasses(variant, size, iconOnly, className)} {...rest}>
      {icon}
      {children}
    </Link>
  );
}
