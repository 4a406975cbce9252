"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useOrganizationSlug } from "@/ui/organization-context";
import { MOST_ATTACHMENTS, MOST_FILE_BYTES, MOST_FILE_MEGABYTES } from "../../photos/limits";

/** A file with the key by which the server stores it once, however often it is sent. */
type FileToSend = { file: File; key: string };

/**
 * The attachments of a message: chosen, sent one by one once the message is stored, kept for another try when some were
 * refused or the connection broke. `onSent` when none is left.
 */
export function useAttachments(auditId: string, onSent: () => void) {
  const t = useTranslations("auditReview.talk");
  const organization = useOrganizationSlug();
  const [files, setFiles] = useState<FileToSend[]>([]);
  const [problems, setProblems] = useState<string[]>([]);
  const [messageId, setMessageId] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);

  const choose = (chosen: File[]) => {
    const tooBig = chosen.filter((file) => file.size > MOST_FILE_BYTES);
    const fit = chosen.filter((file) => file.size <= MOST_FILE_BYTES);
    setProblems([
      ...tooBig.map(({ name }) => t("fileTooBig", { name, megabytes: MOST_FILE_MEGABYTES })),
      ...(fit.length > MOST_ATTACHMENTS ? [t("filesTooMany", { n: MOST_ATTACHMENTS })] : []),
    ]);
    setFiles(fit.slice(0, MOST_ATTACHMENTS).map((file) => ({ file, key: crypto.randomUUID() })));
  };

  const finish = () => {
    setFiles([]);
    setProblems([]);
    setMessageId(null);
    onSent();
  };

  const send = async (message: string) => {
    setMessageId(message);
    setSending(true);
    const failed: FileToSend[] = [];
    const reasons: string[] = [];
    for (const toSend of files) {
      const address = `/o/${organization}/audits/${auditId}/attachments?message=${message}&client=${toSend.key}`;
      const reason = await sendFile(address, toSend.file).catch(() => t("fileOffline"));
      if (reason === null) continue;
      failed.push(toSend);
      reasons.push(t("fileFailed", { name: toSend.file.name, reason: reason || t("fileOffline") }));
    }
    setSending(false);
    if (failed.length === 0) return finish();
    setFiles(failed);
    setProblems(reasons);
  };

  return {
    choose,
    problems,
    isSending,
    send,
    /** Set while the message is stored and some of its files are not. */
    isUnfinished: messageId !== null && !isSending,
    retry: () => messageId && void send(messageId),
    skip: finish,
  };
}
export type Attachments = ReturnType<typeof useAttachments>;

/** Null when it was stored, else why not, in the reader's words. */
async function sendFile(address: string, file: File): Promise<string | null> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": file.type || "application/octet-stream" },
    body: file,
  });
  if (response.ok) return null;
  const answer: unknown = await response.json().catch(() => null);
  return String((answer as { message?: unknown } | null)?.message ?? "");
}
