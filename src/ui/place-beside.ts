import { type RefObject, useLayoutEffect } from "react";

export type Placement = {
  /** Which edges line up. */
  align?: "start" | "end";
  /** As wide as the anchor at least. */
  matchWidth?: boolean;
};

const gap = 4;
const roomWanted = 240;

/** Puts a fixed element below its anchor, or above where there is more room, and never taller than that room. */
export function placeBeside(
  anchor: Element,
  floating: HTMLElement,
  { align = "start", matchWidth }: Placement,
): void {
  const box = anchor.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const height = window.innerHeight;
  const below = height - box.bottom;
  const above = box.top;
  const upward = below < roomWanted && above > below;
  Object.assign(floating.style, {
    top: upward ? "auto" : `${box.bottom + gap}px`,
    bottom: upward ? `${height - box.top + gap}px` : "auto",
    left: align === "start" ? `${Math.max(8, box.left)}px` : "auto",
    right: align === "end" ? `${Math.max(8, width - box.right)}px` : "auto",
    minWidth: matchWidth ? `${box.width}px` : "",
    maxHeight: `${(upward ? above : below) - gap - 8}px`,
    maxWidth: `${align === "start" ? width - Math.max(8, box.left) - 8 : box.right - 8}px`,
  });
}

const useBrowserLayoutEffect = typeof window === "undefined" ? () => undefined : useLayoutEffect;

/** Keeps an open floating element beside its anchor while the page scrolls or the window changes. */
export function usePlacement(
  open: boolean,
  anchor: RefObject<Element | null>,
  floating: RefObject<HTMLElement | null>,
  { align, matchWidth }: Placement,
): void {
  useBrowserLayoutEffect(() => {
    if (!open) return;
    const place = () => {
      if (anchor.current && floating.current)
        placeBeside(anchor.current, floating.current, { align, matchWidth });
    };
    place();
    window.addEventListener("scroll", place, { capture: true, passive: true });
    window.addEventListener("resize", place);
    return () => {
      window.removeEventListener("scroll", place, { capture: true });
      window.removeEventListener("resize", place);
    };
  }, [open, anchor, floating, align, matchWidth]);
}
