"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { DraftSaver, DraftSnapshot } from "./draft-saver";

type Parts = { definition: unknown; settings: unknown };
type Stored = Parts & { revision: string; status: string };

/**
 * The draft on screen, kept saved: after pauses in typing, when the connection comes back, when the page is left. `make`
 * makes its saver, once.
 */
export function useDraftSaver<Draft extends Parts, Details extends Draft & Stored>(
  make: () => DraftSaver<Draft, Details>,
): { saver: DraftSaver<Draft, Details>; snapshot: DraftSnapshot<Draft, Details> } {
  const [saver] = useState(make);
  const snapshot = useSyncExternalStore(saver.subscribe, saver.getSnapshot, saver.getSnapshot);

  useEffect(() => {
    const retry = () => {
      if (saver.getSnapshot().state === "failed") void saver.flush();
    };
    // Another tab or person may have saved while this one was out of sight; nobody should write on from an old text.
    const compare = () => {
      if (document.visibilityState === "visible") void saver.compareWithServer();
      else if (saver.getSnapshot().state === "changed") void saver.flush();
    };
    window.addEventListener("online", retry);
    document.addEventListener("visibilitychange", compare);
    return () => {
      window.removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", compare);
      // Gone by the browser's own back button: what was typed last is still sent.
      if (saver.getSnapshot().state === "changed") void saver.flush();
      saver.stop();
    };
  }, [saver]);

  return { saver, snapshot };
}
