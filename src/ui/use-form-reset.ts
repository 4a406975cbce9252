"use client";

import { type RefObject, useEffect, useRef } from "react";

/**
 * Calls `restore` when the form around the control is emptied, as the browser does for its own controls. A reset that
 * the form refuses (to keep what was typed when something is wrong) does not count.
 */
export function useFormReset(control: RefObject<HTMLInputElement | null>, restore: () => void): void {
  const latest = useRef(restore);
  latest.current = restore;

  useEffect(() => {
    const form = control.current?.form;
    // Whether it is refused is known only when every listener has been asked.
    const listen = (event: Event) =>
      queueMicrotask(() => {
        if (!event.defaultPrevented) latest.current();
      });
    form?.addEventListener("reset", listen);
    return () => form?.removeEventListener("reset", listen);
  }, [control]);
}
