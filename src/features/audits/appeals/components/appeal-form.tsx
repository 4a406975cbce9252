"use client";

import { Scale } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Dialog } from "@/ui/dialog";
import { Field, FieldGroup } from "@/ui/field";
import { RadioGroup } from "@/ui/radio-group";
import { Select, type SelectGroup } from "@/ui/select";
import { Textarea } from "@/ui/textarea";
import { useToast } from "@/ui/toast";
import { useServerAction } from "@/ui/use-server-action";
import { openAppealAction } from "../actions";
import { APPEAL_KINDS, type AppealKind } from "../schema";
import { AttachmentField, UnfinishedAttachments } from "./attachment-field";
import { useAttachments } from "./use-attachments";

/** The button and the dialog in which one item of a published audit is appealed. */
export function AppealForm({ auditId, items }: { auditId: string; items: SelectGroup[] }) {
  const t = useTranslations("auditReview.talk");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        icon={<Scale aria-hidden className="size-4" />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t("appeal")}
      </Button>
      {isOpen && <AppealDialog auditId={auditId} items={items} onClose={() => setOpen(false)} />}
    </>
  );
}

function AppealDialog({
  auditId,
  items,
  onClose,
}: {
  auditId: string;
  items: SelectGroup[];
  onClose: () => void;
}) {
  const t = useTranslations("auditReview.talk");
  const router = useRouter();
  const toast = useToast();
  const [itemKey, setItemKey] = useState("");
  const [kind, setKind] = useState<AppealKind | "">("");
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<{ message: string; fields: Record<string, string> } | null>(null);
  const attachments = useAttachments(auditId, () => {
    toast({ message: t("appealed") });
    onClose();
    router.refresh();
  });
  const { run, pending } = useServerAction(openAppealAction, {
    onSuccess: ({ messageId }) => void attachments.send(messageId),
    onFailure: ({ message = "", fields = {} }) => setProblem({ message, fields }),
  });
  const close = () => {
    if (attachments.isUnfinished) attachments.skip();
    else if (!attachments.isSending) onClose();
  };

  return (
    <Dialog
      open
      onClose={close}
      title={t("appealTitle")}
      footer={
        !attachments.isUnfinished && (
          <>
            <Button onClick={close}>{t("cancel")}</Button>
            <Button
              variant="primary"
              pending={pending || attachments.isSending}
              pendingText={attachments.isSending ? t("sendingFiles") : undefined}
              onClick={() => run({ auditId, itemKey, kind: kind as AppealKind, text })}
            >
              {t("sendAppeal")}
            </Button>
          </>
        )
      }
    >
      {attachments.isUnfinished ? (
        <UnfinishedAttachments attachments={attachments} />
      ) : (
        <div className="flex flex-col gap-5">
          {problem && (
            <Callout tone="danger" role="alert">
              {problem.message}
            </Callout>
          )}
          <Field name="itemKey" label={t("item")} error={problem?.fields.itemKey} required>
            <Select
              value={itemKey}
              placeholder={t("chooseItem")}
              options={items}
              onChange={(event) => setItemKey(event.target.value)}
            />
          </Field>
          <FieldGroup name="kind" label={t("kind")} error={problem?.fields.kind} required>
            <RadioGroup
              value={kind}
              onValueChange={(value) => setKind(value as AppealKind)}
              choices={APPEAL_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            />
          </FieldGroup>
          <Field name="text" label={t("text")} hint={t("textHint")} error={problem?.fields.text} required>
            <Textarea
              rows={4}
              maxLength={5000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
          <AttachmentField attachments={attachments} />
        </div>
      )}
    </Dialog>
  );
}
