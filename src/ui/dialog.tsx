"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button";
import { joinClasses } from "./join-classes";

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons below the content. */
  footer?: ReactNode;
  size?: "small" | "medium" | "large";
  children?: ReactNode;
};

const widths = { small: "w-[26rem]", medium: "w-[36rem]", large: "w-[56rem]" };

/** A modal window on the browser's own <dialog>: focus stays inside, Escape and a press outside close it. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  footer,
  size = "medium",
  children,
}: DialogProps) {
  const t = useTranslations("ui");
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way, built into <dialog>
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className={joinClasses(
        "m-auto rounded-xl border border-line bg-raised p-0 text-ink shadow-raised",
        "transition-all duration-150 starting:open:translate-y-2 starting:open:opacity-0",
        widths[size],
      )}
    >
      {open && (
        <div className="flex max-h-[inherit] flex-col">
          <header className="flex items-start gap-4 px-5 pt-4 pb-1 last:pb-5 sm:px-6 sm:pt-5 [&:has(+footer)]:pb-5">
            <div className="min-w-0 flex-1">
              <h2 id={`${id}-title`} className="text-lg font-semibold">
                {title}
              </h2>
              {description && (
                <div id={`${id}-description`} className="mt-1 text-muted">
                  {description}
                </div>
              )}
            </div>
            <Button
              variant="ghost"
              iconOnly
              aria-label={t("action.close")}
              icon={<X aria-hidden className="size-4.5" />}
              onClick={onClose}
              className="-mt-1 -mr-2"
            />
          </header>
          {children && <div className="min-h-0 overflow-y-auto px-5 py-4 sm:px-6">{children}</div>}
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line bg-sunken/50 px-5 py-3.5 sm:px-6">
              {footer}
            </footer>
          )}
        </div>
      )}
    </dialog>
  );
}
