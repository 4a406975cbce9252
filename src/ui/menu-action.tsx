"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { createPortal } from "react-dom";
import type { ServerAction } from "@/server/action-result";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { MenuButton } from "./menu";
import { type ServerActionOptions, useServerAction } from "./use-server-action";

export type MenuActionProps<I, T> = ServerActionOptions<T> & {
  action: ServerAction<I, T>;
  input: I;
  icon?: ReactNode;
  danger?: boolean;
  /** Asks first; see `ConfirmButton`. */
  confirm?: { title: ReactNode; consequences: ReactNode; label: string };
  children: ReactNode;
};

/** A menu entry that runs a server action, after a question if it has consequences. */
export function MenuAction<I, T>({
  action,
  input,
  icon,
  danger = false,
  confirm,
  onSuccess,
  children,
  ...options
}: MenuActionProps<I, T>) {
  const t = useTranslations("ui");
  const [asking, setAsking] = useState(false);
  const { run, pending } = useServerAction(action, {
    ...options,
    onSuccess: (data) => {
      setAsking(false);
      onSuccess?.(data);
    },
  });

  return (
    <>
      <MenuButton icon={icon} danger={danger} onSelect={() => (confirm ? setAsking(true) : run(input))}>
        {children}
      </MenuButton>
      {/* The menu is closed by then, and what is inside it with it: the question stands outside. */}
      {confirm &&
        asking &&
        createPortal(
          <Dialog
            open
            onClose={() => setAsking(false)}
            title={confirm.title}
            description={confirm.consequences}
            size="small"
            footer={
              <>
                <Button onClick={() => setAsking(false)}>{t("action.cancel")}</Button>
                <Button
                  variant={danger ? "danger" : "primary"}
                  pending={pending}
                  pendingText={t("action.working")}
                  onClick={() => run(input)}
                >
                  {confirm.label}
                </Button>
              </>
            }
          />,
          document.body,
        )}
    </>
  );
}
