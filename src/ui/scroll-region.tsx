"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/**
 * Scrolls sideways on narrow screens what is too wide for them. It can be reached by keyboard only while there is
 * something to scroll. On wide screens it does not clip, so that sticky headers stick to the page, unless what it holds can
 * be wider than any screen (`isWide`).
 */
export function ScrollRegion({
  label,
  isWide = false,
  children,
}: {
  label: string;
  isWide?: boolean;
  children: ReactNode;
}) {
  const region = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth + 1));
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);

  return (
    <div
      ref={region}
      className={
        isWide
          ? "relative overflow-x-auto overscroll-x-contain"
          : "max-lg:overflow-x-auto max-lg:overscroll-x-contain"
      }
      {...(scrolls ? { role: "region", "aria-label": label, tabIndex: 0 } : {})}
    >
      {children}
    </div>
  );
}
