"use client";

import { useEffect } from "react";
import { useServerAction } from "@/ui/use-server-action";
import { markFeedbackReadAction } from "../actions";

/** Notes, once the page is on the screen, that the receiver has seen these. Invisible, and silent when it fails. */
export function MarkRead({ ids }: { ids: string[] }) {
  const { run } = useServerAction(markFeedbackReadAction, { onFailure: () => {} });
  const all = ids.join();
  useEffect(() => {
    if (all) run({ ids: all.split(",") });
  }, [all, run]);
  return null;
}
