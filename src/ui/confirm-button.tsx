"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { ServerAction } from "@/server/action-result";
import { Button, type ButtonProps } from "./button";
import { Dialog } from "./dialog";
import { type ServerActionOptions, useServerAction } from "./use-server-action";

export type ConfirmButtonProps<I, T> = Omit<ButtonProps, "onClick" | "type" | "pending" | "action"> &
  ServerActionOptions<T> & {
    action: ServerAction<I, T>;
    input: I;
    /** The question, with what it concerns: "Archive “Service desk”?" */
    confirmTitle: ReactNode;
    /** What will happen and what cannot be undone. */
    consequences: ReactNode;
    /** The act itself, never "OK": "Archive". */
    confirmLabel: string;
    /** Look of the confirming button. */
    confirmVariant?: "primary" | "danger";
  };

/** A button that asks before it acts, in a dialog that says what will happen. */
export function ConfirmButton<I, T>({
  action,
  input,
  confirmTitle,
  consequences,
  confirmLabel,
  confirmVariant = "danger",
  onSuccess,
  onFailure,
  successMessage,
  children,
  ...button
}: ConfirmButtonProps<I, T>) {
  const t = useTranslations("ui");
  const [open, setOpen] = useState(false);
  const { run, pending } = useServerAction(action, {
    successMessage,
    onFailure,
    onSuccess: (data) => {
      setOpen(false);
      onSuccess?.(data);
    },
  });

  return (
    <>
      <Button {...button} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {children}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={confirmTitle}
        description={consequences}
        size="small"
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t("action.cancel")}</Button>
            <Button
              variant={confirmVariant}
              pending={pending}
              pendingText={t("action.working")}
              onClick={() => run(input)}
            >
              {confirmLabel}
            </Button>
          </>
        }
      />
    </>
  );
}
