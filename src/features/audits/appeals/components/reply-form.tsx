"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import { SubmitButton } from "@/ui/submit-button";
import { Textarea } from "@/ui/textarea";
import { writeReplyAction } from "../actions";

/** The reply of the named employee or the location's manager. */
export function ReplyForm({ auditId }: { auditId: string }) {
  const t = useTranslations("auditReview.talk");
  return (
    <ActionForm action={writeReplyAction} successMessage={t("replied")} resetOnSuccess>
      <input type="hidden" name="auditId" value={auditId} />
      <Field name="text" label={t("replyLabel")} hint={t("replyHint")}>
        <Textarea rows={3} maxLength={5000} />
      </Field>
      <div>
        <SubmitButton variant="secondary">{t("sendReply")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
