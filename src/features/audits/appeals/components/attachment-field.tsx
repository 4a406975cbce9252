"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { FileInput } from "@/ui/file-input";
import { MOST_ATTACHMENTS, MOST_FILE_MEGABYTES } from "../../photos/limits";
import type { Attachments } from "./use-attachments";

/** Chooses attachments of a message that is not sent yet. */
export function AttachmentField({ attachments }: { attachments: Attachments }) {
  const t = useTranslations("auditReview.talk");
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-base font-medium text-ink">
        {t("files")}
      </label>
      <p id={`${id}-hint`} className="text-sm text-muted">
        {t("filesHint", { n: MOST_ATTACHMENTS, megabytes: MOST_FILE_MEGABYTES })}
      </p>
      <FileInput
        id={id}
        multiple
        accept="image/jpeg,image/png,image/webp,application/pdf"
        aria-describedby={`${id}-hint`}
        onChange={(event) => attachments.choose([...(event.target.files ?? [])])}
      />
      {attachments.problems.length > 0 && <Problems problems={attachments.problems} />}
    </div>
  );
}

/** The message is stored and some of its files are not: try again, or leave them out. */
export function UnfinishedAttachments({ attachments }: { attachments: Attachments }) {
  const t = useTranslations("auditReview.talk");
  return (
    <Callout
      tone="warning"
      role="alert"
      title={t("filesFailed")}
      actions={
        <>
          <Button size="small" onClick={attachments.retry}>
            {t("retryFiles")}
          </Button>
          <Button size="small" variant="ghost" onClick={attachments.skip}>
            {t("skipFiles")}
          </Button>
        </>
      }
    >
      <Problems problems={attachments.problems} />
    </Callout>
  );
}

function Problems({ problems }: { problems: string[] }) {
  return (
    <ul role="alert" className="flex flex-col gap-1 text-sm font-medium text-danger">
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
}
