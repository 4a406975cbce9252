"use client";

import { useEffect, useRef, useState } from "react";

/**
 * The width of an element, null until it is measured: a chart is drawn once, at its real size, and the server draws
 * none at a guessed one.
 */
export function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);

  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.floor(entry?.contentRect.width ?? 0);
      if (measured > 0) setWidth(measured);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);

  return { element, width };
}
