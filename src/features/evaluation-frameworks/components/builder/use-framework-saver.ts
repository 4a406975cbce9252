"use client";

import { callAction } from "@/ui/call-action";
import { DraftSaver, type DraftSnapshot } from "@/ui/draft/draft-saver";
import { useDraftSaver } from "@/ui/draft/use-draft-saver";
import { useOrganizationSlug } from "@/ui/organization-context";
import { readEvaluationFrameworkAction, saveEvaluationFrameworkDraftAction } from "../../actions";
import { isSameFrameworkDraft } from "../../same-draft";
import type { EvaluationFrameworkDetails, EvaluationFrameworkDraft } from "../../schema";

export type FrameworkSaver = DraftSaver<EvaluationFrameworkDraft, EvaluationFrameworkDetails>;
export type FrameworkSnapshot = DraftSnapshot<EvaluationFrameworkDraft, EvaluationFrameworkDetails>;

/** The framework on screen, kept saved. */
export function useFrameworkSaver(framework: EvaluationFrameworkDetails): {
  saver: FrameworkSaver;
  snapshot: FrameworkSnapshot;
} {
  const organization = useOrganizationSlug();
  const frameworkId = framework.id;
  return useDraftSaver<EvaluationFrameworkDraft, EvaluationFrameworkDetails>(
    () =>
      new DraftSaver(framework, {
        save: (draft, revision) =>
          callAction(() =>
            saveEvaluationFrameworkDraftAction(organization, { frameworkId, revision, ...draft }),
          ),
        read: () => callAction(() => readEvaluationFrameworkAction(organization, { frameworkId })),
        isSame: isSameFrameworkDraft,
      }),
  );
}
