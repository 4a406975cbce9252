"use client";

import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "./button";

export type Toast = {
  message: ReactNode;
  tone?: "done" | "danger";
  /** Offers to take back what was just done. */
  undo?: () => void;
  /** Text of the undo button; "Undo" unless said otherwise. */
  undoLabel?: string;
};

type ShownToast = Toast & { id: number };

const ToastContext = createContext<((toast: Toast) => void) | null>(null);

const secondsShown = 6;
const secondsShownWithUndo = 12;
const mostShown = 3;

/** Short messages about what just happened. Wrap the whole product in it once. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("ui");
  const [toasts, setToasts] = useState<ShownToast[]>([]);
  const lastId = useRef(0);

  const show = useCallback((toast: Toast) => {
    lastId.current += 1;
    const id = lastId.current;
    setToasts((current) => [...current, { ...toast, id }].slice(-mostShown));
  }, []);
  const dismiss = useCallback((id: number) => {
    setToasts((current) => current.filter((toast) => toast.id !== id));
  }, []);

  return (
    <ToastContext value={show}>
      {children}
      <section
        aria-label={t("toast.region")}
        aria-live="polite"
        aria-relevant="additions text"
        className="pointer-events-none fixed inset-x-4 bottom-4 z-50 flex flex-col items-center gap-2 sm:items-end print:hidden"
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onDismiss={() => dismiss(toast.id)} />
        ))}
      </section>
    </ToastContext>
  );
}

function ToastCard({ toast, onDismiss }: { toast: ShownToast; onDismiss: () => void }) {
  const t = useTranslations("ui");
  const [held, setHeld] = useState(false);
  const dismiss = useRef(onDismiss);
  dismiss.current = onDismiss;

  // Whoever reads it with the pointer or the keyboard on it gets all the time in the world.
  useEffect(() => {
    if (held) return;
    const seconds = toast.undo ? secondsShownWithUndo : secondsShown;
    const timer = setTimeout(() => dismiss.current(), seconds * 1000);
    return () => clearTimeout(timer);
  }, [held, toast.undo]);

  const failed = toast.tone === "danger";
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pausing a timer is not an interaction of its own
    <div
      className="pointer-events-auto flex w-full max-w-sm items-center gap-3 rounded-lg border border-line bg-raised py-2 pr-2 pl-3.5 shadow-raised transition-all duration-200 starting:translate-y-2 starting:opacity-0"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {failed ? (
        <CircleAlert aria-hidden className="size-4.5 shrink-0 text-danger" />
      ) : (
        <CircleCheck aria-hidden className="size-4.5 shrink-0 text-accent-ink" />
      )}
      <p className="min-w-0 flex-1 py-1">{toast.message}</p>
      {toast.undo && (
        <Button
          size="small"
          onClick={() => {
            toast.undo?.();
            onDismiss();
          }}
        >
          {toast.undoLabel ?? t("toast.undo")}
        </Button>
      )}
      <Button
        variant="ghost"
        size="small"
        iconOnly
        aria-label={t("action.close")}
        icon={<X aria-hidden className="size-4" />}
        onClick={onDismiss}
      />
    </div>
  );
}

/** Shows a toast: `toast({ message, undo })`. */
export function useToast(): (toast: Toast) => void {
  const show = use(ToastContext);
  if (!show) throw new Error("useToast needs a ToastProvider above it");
  return show;
}
