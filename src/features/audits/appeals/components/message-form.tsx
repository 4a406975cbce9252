"use client";

import { Paperclip } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import { Textarea } from "@/ui/textarea";
import { useToast } from "@/ui/toast";
import { useServerAction } from "@/ui/use-server-action";
import { writeAppealMessageAction } from "../actions";
import { AttachmentField, UnfinishedAttachments } from "./attachment-field";
import { useAttachments } from "./use-attachments";

/** Writes to the thread of an open appeal. */
export function MessageForm({ auditId, appealId }: { auditId: string; appealId: string }) {
  const t = useTranslations("auditReview.talk");
  const router = useRouter();
  const toast = useToast();
  const [text, setText] = useState("");
  const [withFiles, setWithFiles] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const attachments = useAttachments(auditId, () => {
    toast({ message: t("sent") });
    setText("");
    setWithFiles(false);
    router.refresh();
  });
  const { run, pending } = useServerAction(writeAppealMessageAction, {
    onSuccess: ({ messageId }) => void attachments.send(messageId),
    onFailure: ({ fields, message }) => setProblem(Object.values(fields ?? {})[0] ?? message ?? null),
  });

  if (attachments.isUnfinished) return <UnfinishedAttachments attachments={attachments} />;
  return (
    <div className="flex flex-col gap-3">
      {problem && (
        <Callout tone="danger" role="alert">
          {problem}
        </Callout>
      )}
      <Field name="text" label={t("messageLabel")}>
        <Textarea
          rows={2}
          maxLength={5000}
          value={text}
          onChange={(event) => {
            setProblem(null);
            setText(event.target.value);
          }}
        />
      </Field>
      {withFiles && <AttachmentField attachments={attachments} />}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          pending={pending || attachments.isSending}
          disabled={!text.trim()}
          onClick={() => run({ appealId, text })}
        >
          {t("sendMessage")}
        </Button>
        {!withFiles && (
          <Button
            variant="ghost"
            icon={<Paperclip aria-hidden className="size-4" />}
            onClick={() => setWithFiles(true)}
          >
            {t("attach")}
          </Button>
        )}
      </div>
    </div>
  );
}
