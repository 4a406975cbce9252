"use client";

import { useTranslations } from "next-intl";
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

/** Submits the form it stands in and shows that the form is on its way. */
export function SubmitButton({
  variant = "primary",
  pendingText,
  children,
  ...rest
}: Omit<ButtonProps, "type">) {
  const t = useTranslations("ui");
  const { pending } = useFormStatus();
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      pending={pending}
      pendingText={pendingText ?? t("form.saving")}
    >
      {children}
    </Button>
  );
}
