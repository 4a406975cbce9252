"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Fetches the page again while something on it is still changing; rests while nobody looks. */
export function AutoRefresh({ everySeconds }: { everySeconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, everySeconds * 1000);
    return () => clearInterval(timer);
  }, [router, everySeconds]);
  return null;
}
