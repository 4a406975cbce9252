"use client";

import { Camera, CircleAlert, ImagePlus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { joinClasses } from "@/ui/join-classes";
import { Spinner } from "@/ui/spinner";
import type { PendingPhoto } from "../../entry/outbox-types";
import { MOST_FILE_BYTES, MOST_FILE_MEGABYTES } from "../../photos/limits";
import type { AuditFile } from "../../schema";
import { shrinkPhoto } from "./shrink-photo";

/** Named, not "image/*": phones that take pictures in formats of their own then hand over a JPEG. */
const ACCEPTED = "image/jpeg,image/png,image/webp";

const addLook =
  "relative flex min-h-12 cursor-pointer items-center justify-center gap-2 rounded-md px-2 font-medium transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent";

export type ItemPhotosProps = {
  itemKey: string;
  /** What the photos are of, for their descriptions. */
  itemText: string;
  /** On the server. */
  files: AuditFile[];
  /** Still on the device. */
  photos: PendingPhoto[];
  filesHref: string;
  most: number;
  /** The photos are the answer; else they are evidence for one. */
  isAnswer: boolean;
  disabled?: boolean;
  onAdd: (photo: { id: string; itemKey: string; blob: Blob }) => void;
  onRemove: (id: string) => void;
};

/** The photos of an item, there at once, and ways to add one from the camera or from the device. */
export function ItemPhotos(props: ItemPhotosProps) {
  const { itemKey, itemText, files, photos, filesHref, most, isAnswer, disabled, onAdd, onRemove } = props;
  const t = useTranslations("audits.entry.photo");
  const [problem, setProblem] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);
  const count = files.length + photos.length;

  const add = async (chosen: FileList | null) => {
    setProblem(null);
    setReading(true);
    let room = most - count;
    for (const file of [...(chosen ?? [])]) {
      if (room <= 0) setProblem(t("tooMany", { most }));
      else if (file.size > MOST_FILE_BYTES) {
        setProblem(t("tooLarge", { name: file.name, most: MOST_FILE_MEGABYTES }));
      } else {
        onAdd({ id: uuidv4(), itemKey, blob: await shrinkPhoto(file) });
        room -= 1;
      }
    }
    setReading(false);
  };

  const look = isAnswer
    ? "flex-1 border border-line-strong bg-surface text-ink hover:bg-hover min-h-14"
    : "text-muted hover:bg-hover hover:text-ink";
  return (
    <div
      className={joinClasses("flex flex-col gap-3", isAnswer ? "w-full" : count > 0 && "w-full px-2")}
      data-photos={itemKey}
    >
      {count > 0 && (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] gap-3">
          {files.map((file, index) => (
            <PhotoTile
              key={file.id}
              source={`${filesHref}/${file.id}`}
              label={t("of", { number: index + 1, item: itemText })}
              disabled={disabled}
              onRemove={() => onRemove(file.id)}
            />
          ))}
          {photos.map((photo, index) => (
            <PendingTile
              key={photo.id}
              photo={photo}
              label={t("of", { number: files.length + index + 1, item: itemText })}
              onRemove={() => onRemove(photo.id)}
            />
          ))}
        </ul>
      )}
      {problem && (
        <p role="alert" className="flex items-start gap-1.5 text-sm font-medium text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {problem}
        </p>
      )}
      {!disabled && count < most && (
        <div className={joinClasses("flex flex-wrap gap-2", !isAnswer && count > 0 && "-mx-2")}>
          <AddPhoto look={joinClasses(look, "pointer-fine:hidden")} capture onFiles={add}>
            <Camera aria-hidden className="size-4.5" />
            {t("take")}
          </AddPhoto>
          <AddPhoto look={look} onFiles={add}>
            {isReading ? <Spinner /> : <ImagePlus aria-hidden className="size-4.5" />}
            {t("choose")}
          </AddPhoto>
        </div>
      )}
    </div>
  );
}

function AddPhoto({
  look,
  capture,
  onFiles,
  children,
}: {
  look: string;
  capture?: boolean;
  onFiles: (files: FileList | null) => Promise<void>;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <label htmlFor={id} className={joinClasses(addLook, look)}>
      <input
        id={id}
        type="file"
        accept={ACCEPTED}
        capture={capture ? "environment" : undefined}
        multiple={!capture}
        className="sr-only"
        onChange={(event) => {
          const input = event.currentTarget;
          void onFiles(input.files).then(() => {
            input.value = "";
          });
        }}
      />
      {children}
    </label>
  );
}

function PendingTile({
  photo,
  label,
  onRemove,
}: {
  photo: PendingPhoto;
  label: string;
  onRemove: () => void;
}) {
  const t = useTranslations("audits.entry.photo");
  const [source, setSource] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(photo.blob);
    setSource(url);
    return () => URL.revokeObjectURL(url);
  }, [photo.blob]);
  return (
    <PhotoTile source={source} label={label} onRemove={onRemove}>
      {photo.refusal === null ? (
        <p className="text-xs text-muted">{t("waiting")}</p>
      ) : (
        <p role="alert" className="text-xs font-medium text-danger">
          {photo.refusal || t("refused")}
        </p>
      )}
    </PhotoTile>
  );
}

function PhotoTile({
  source,
  label,
  disabled,
  onRemove,
  children,
}: {
  source: string | undefined;
  label: string;
  disabled?: boolean;
  onRemove: () => void;
  children?: ReactNode;
}) {
  const t = useTranslations("audits.entry.photo");
  return (
    <li className="flex flex-col gap-1">
      <div className="relative aspect-square overflow-hidden rounded-lg border border-line bg-sunken">
        {source && (
          // biome-ignore lint/performance/noImgElement: the device's own file, or one that only this person may fetch
          <img src={source} alt={label} className="size-full object-cover" />
        )}
        {!disabled && (
          <button
            type="button"
            aria-label={t("remove", { photo: label })}
            onClick={onRemove}
            className="absolute top-0 right-0 flex size-12 items-start justify-end p-1.5"
          >
            <span className="rounded-md bg-surface p-1.5 text-ink shadow-raised">
              <Trash2 aria-hidden className="size-4" />
            </span>
          </button>
        )}
      </div>
      {children}
    </li>
  );
}
