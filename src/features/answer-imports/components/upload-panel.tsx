"use client";

import { FileSpreadsheet, Upload, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { type DragEvent, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useFailureText } from "@/ui/action-messages";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import { FileInput } from "@/ui/file-input";
import { joinClasses } from "@/ui/join-classes";
import { useOrganizationSlug } from "@/ui/organization-context";
import { ProgressBar } from "@/ui/progress-bar";
import { Select } from "@/ui/select";
import { CHUNK_BYTES, LARGEST_FILE } from "../formats";
import type { SavedMapping } from "../schema";
import { ChunkUploader } from "./chunk-uploader";
import { connectUpload } from "./upload-connection";
import { UploadLeaveGuard } from "./upload-leave-guard";

const ACCEPTED = ".csv,.txt,.tsv,.xlsx";
const KNOWN_NAME = /\.(csv|txt|tsv|xlsx)$/i;

/** Takes the file in: chosen or dropped, refused at once when it cannot be one, sent in pieces with its progress. */
export function UploadPanel({
  importsHref,
  savedMappings,
  mappingId: firstMappingId,
}: {
  importsHref: string;
  savedMappings: SavedMapping[];
  mappingId: string | null;
}) {
  const t = useTranslations("answerImports.new");
  const organization = useOrganizationSlug();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [mappingId, setMappingId] = useState(firstMappingId ?? "");
  const [uploader, setUploader] = useState<ChunkUploader | null>(null);
  const [isOver, setOver] = useState(false);

  const take = (chosen: File | null) => {
    setFile(chosen);
    const found = chosen && findProblem(chosen);
    setProblem(found ? t(`fileProblems.${found}`) : null);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (!dropped || !input.current) return;
    input.current.files = event.dataTransfer.files;
    take(dropped);
  };
  const send = () => {
    if (!file) return setProblem(t("fileProblems.fileNeeded"));
    if (problem) return;
    const next = new ChunkUploader(file, connectUpload(organization, file, mappingId || null), CHUNK_BYTES);
    setUploader(next);
    void goOn(next);
  };
  const goOn = async (current: ChunkUploader) => {
    const id = await current.run();
    if (id) router.push(`${importsHref}/${id}`);
    const { failure } = current.getSnapshot();
    // The file itself is refused: it is said where another one is chosen.
    if (failure?.code !== "invalid") return;
    setUploader(null);
    setFile(null);
    setProblem(
      failure.fields?.file ?? failure.fields?.bytes ?? failure.message ?? t("fileProblems.wrongType"),
    );
  };

  if (uploader && file) {
    return (
      <Sending
        uploader={uploader}
        fileName={file.name}
        onResume={() => void goOn(uploader)}
        onCancel={() => {
          void uploader.cancel();
          setUploader(null);
          setFile(null);
        }}
      />
    );
  }
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's shortcut, the input is for all */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={joinClasses(
          "rounded-lg transition-shadow",
          isOver && "shadow-[0_0_0_3px_var(--accent-soft)] [&_input]:border-accent",
        )}
      >
        <Field name="file" label={t("file")} hint={t("fileHint")} error={problem ?? undefined} required>
          <FileInput
            ref={input}
            accept={ACCEPTED}
            onChange={(event) => take(event.target.files?.[0] ?? null)}
          />
        </Field>
      </div>
      {savedMappings.length > 0 && (
        <Field name="mapping" label={t("mapping")} hint={t("mappingHint")} optional>
          <Select
            value={mappingId}
            placeholder={t("guess")}
            options={savedMappings.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setMappingId(event.target.value)}
          />
        </Field>
      )}
      <div>
        <Button
          type="submit"
          variant="primary"
          icon={<Upload aria-hidden className="size-4" />}
          disabled={problem !== null && file !== null}
        >
          {t("upload")}
        </Button>
      </div>
    </form>
  );
}

function findProblem(file: File): "tooBig" | "empty" | "wrongType" | null {
  if (!KNOWN_NAME.test(file.name)) return "wrongType";
  if (file.size === 0) return "empty";
  return file.size > LARGEST_FILE ? "tooBig" : null;
}

/** How far the file has got, and what to do when it got stuck. */
function Sending({
  uploader,
  fileName,
  onResume,
  onCancel,
}: {
  uploader: ChunkUploader;
  fileName: string;
  onResume: () => void;
  onCancel: () => void;
}) {
  const t = useTranslations("answerImports.new");
  const format = useFormatter();
  const failureText = useFailureText();
  const { state, sentBytes, totalBytes, failure } = useSyncExternalStore(
    uploader.subscribe,
    uploader.getSnapshot,
    uploader.getSnapshot,
  );
  const isUnderWay = state !== "done" && state !== "cancelled";

  useEffect(() => {
    if (!isUnderWay) return;
    const hurry = () => uploader.hurry();
    window.addEventListener("online", hurry);
    return () => window.removeEventListener("online", hurry);
  }, [uploader, isUnderWay]);

  const megabytes = (bytes: number) =>
    format.number(bytes / 1024 / 1024, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  return (
    <div className="flex flex-col gap-4">
      {isUnderWay && <UploadLeaveGuard onLeave={() => void uploader.cancel()} />}
      <p className="flex min-w-0 items-center gap-2 font-medium text-ink">
        <FileSpreadsheet aria-hidden className="size-5 shrink-0 text-muted" />
        <span className="min-w-0 break-all">{fileName}</span>
      </p>
      <ProgressBar
        label={t(state === "done" ? "opening" : "uploading")}
        value={sentBytes}
        max={totalBytes}
        text={t("sent", { sent: megabytes(sentBytes), total: megabytes(totalBytes) })}
      />
      <div role="status">
        {state === "waiting" && (
          <Callout tone="warning" title={t("lost")}>
            {t("lostText")}
          </Callout>
        )}
        {state === "stopped" && failure && (
          <Callout
            tone="danger"
            title={failure.code === "unexpected" && !failure.message ? t("stopped") : failureText(failure)}
          >
            {failure.code === "unexpected" && t("stoppedText")}
          </Callout>
        )}
        {state === "sending" && <p className="text-muted">{t("stay")}</p>}
      </div>
      {isUnderWay && (
        <div className="flex flex-wrap gap-2">
          {state === "stopped" && (
            <Button variant="primary" onClick={onResume}>
              {t("resume")}
            </Button>
          )}
          <Button icon={<X aria-hidden className="size-4" />} onClick={onCancel}>
            {t("cancel")}
          </Button>
        </div>
      )}
    </div>
  );
}
