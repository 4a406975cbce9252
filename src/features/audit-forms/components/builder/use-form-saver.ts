"use client";

import { callAction } from "@/ui/call-action";
import { DraftSaver, type DraftSnapshot } from "@/ui/draft/draft-saver";
import { useDraftSaver } from "@/ui/draft/use-draft-saver";
import { useOrganizationSlug } from "@/ui/organization-context";
import { readAuditFormAction, saveAuditFormDraftAction } from "../../actions";
import { isSameFormDraft } from "../../same-draft";
import type { AuditFormDetails, AuditFormDraft } from "../../schema";

export type FormSaver = DraftSaver<AuditFormDraft, AuditFormDetails>;
export type FormSnapshot = DraftSnapshot<AuditFormDraft, AuditFormDetails>;

/** The form on screen, kept saved. */
export function useFormSaver(form: AuditFormDetails): { saver: FormSaver; snapshot: FormSnapshot } {
  const organization = useOrganizationSlug();
  return useDraftSaver<AuditFormDraft, AuditFormDetails>(
    () =>
      new DraftSaver(form, {
        save: (draft, revision) =>
          callAction(() => saveAuditFormDraftAction(organization, { formId: form.id, revision, ...draft })),
        read: () => callAction(() => readAuditFormAction(organization, { formId: form.id })),
        isSame: isSameFormDraft,
      }),
  );
}
