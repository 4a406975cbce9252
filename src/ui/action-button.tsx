"use client";

import { useTranslations } from "next-intl";
import type { ServerAction } from "@/server/action-result";
import { Button, type ButtonProps } from "./button";
import { useToast } from "./toast";
import { type ServerActionOptions, useServerAction } from "./use-server-action";

export type ActionButtonProps<I, T, U> = Omit<ButtonProps, "onClick" | "type" | "pending" | "action"> &
  ServerActionOptions<T> & {
    action: ServerAction<I, T>;
    input: I;
    /** Takes the act back: its button appears in the toast that says what was done. Needs `successMessage`. */
    undo?: { action: ServerAction<I, U>; input: I };
  };

/** A button that runs a server action at once; for what is easily taken back. Otherwise `ConfirmButton`. */
export function ActionButton<I, T, U = T>({
  action,
  input,
  undo,
  successMessage,
  onSuccess,
  onFailure,
  pendingText,
  children,
  ...button
}: ActionButtonProps<I, T, U>) {
  const t = useTranslations("ui");
  const toast = useToast();
  const takeBack = useServerAction(undo?.action ?? (action as unknown as ServerAction<I, U>), {
    successMessage: t("toast.undone"),
  });
  const { run, pending } = useServerAction(action, {
    onFailure,
    successMessage: undo ? undefined : successMessage,
    onSuccess: (data) => {
      if (undo && successMessage) toast({ message: successMessage, undo: () => takeBack.run(undo.input) });
      onSuccess?.(data);
    },
  });

  return (
    <Button {...button} pending={pending} pendingText={pendingText} onClick={() => run(input)}>
      {children}
    </Button>
  );
}
