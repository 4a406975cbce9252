"use client";

import { Info } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef, useState } from "react";
import { joinClasses } from "./join-classes";
import { placeBeside, usePlacement } from "./place-beside";

export type TooltipProps = {
  /** The explanation. */
  text: ReactNode;
  /** What is explained: a word with a dotted line under it. Without it, an "i" in a circle. */
  children?: ReactNode;
  className?: string;
};

/** An explanation on demand: by pointer, keyboard or a tap. Never the only place of something important. */
export function Tooltip({ text, children, className }: TooltipProps) {
  const t = useTranslations("ui");
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const bubble = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  usePlacement(open, trigger, bubble, {});

  const show = () => {
    if (!trigger.current || !bubble.current || bubble.current.matches(":popover-open")) return;
    placeBeside(trigger.current, bubble.current, {});
    bubble.current.showPopover();
    setOpen(true);
  };
  const hide = () => {
    if (bubble.current?.matches(":popover-open")) bubble.current.hidePopover();
    setOpen(false);
  };

  return (
    <span
      className={joinClasses("relative inline-flex", className)}
      onPointerEnter={show}
      onPointerLeave={hide}
    >
      <button
        ref={trigger}
        type="button"
        aria-label={children ? undefined : t("tooltip.explain")}
        aria-describedby={id}
        onClick={show}
        onFocus={show}
        onBlur={hide}
        onKeyDown={(event) => {
          if (event.key === "Escape" && open) {
            event.stopPropagation();
            hide();
          }
        }}
        className={
          children
            ? "cursor-help rounded-sm underline decoration-line-strong decoration-dotted underline-offset-4"
            : "relative grid size-5 cursor-help place-items-center rounded-full text-muted after:absolute after:-inset-1.5 hover:text-ink pointer-coarse:after:-inset-3"
        }
      >
        {children ?? <Info aria-hidden className="size-4" />}
      </button>
      <div
        ref={bubble}
        id={id}
        role="tooltip"
        popover="manual"
        className="pointer-events-none fixed inset-auto m-0 max-w-72! rounded-md border border-line bg-raised px-3 py-2 text-left text-sm font-normal text-pretty whitespace-normal text-ink shadow-raised"
      >
        {text}
      </div>
    </span>
  );
}
