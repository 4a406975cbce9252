"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { callAction } from "@/ui/call-action";
import { useOrganizationSlug } from "@/ui/organization-context";
import { readSurveyAction, saveDraftAction } from "../../actions";
import { DraftSaver, type DraftSnapshot } from "../../draft-saver";
import type { SurveyDetails } from "../../schema";

/** The draft on screen, kept saved: after pauses in typing, when the connection comes back, when the page is left. */
export function useDraftSaver(survey: SurveyDetails): { saver: DraftSaver; snapshot: DraftSnapshot } {
  const organization = useOrganizationSlug();
  const [saver] = useState(
    () =>
      new DraftSaver(survey, {
        save: (draft, revision) =>
          callAction(() => saveDraftAction(organization, { surveyId: survey.id, revision, ...draft })),
        read: () => callAction(() => readSurveyAction(organization, { surveyId: survey.id })),
      }),
  );
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
