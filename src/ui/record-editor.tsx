"use client";

import { createContext, type ReactNode, use, useState } from "react";
import { Dialog } from "./dialog";

const RecordEditorContext = createContext<((record: unknown) => void) | null>(null);

export type RecordEditorProps<R> = {
  title: (record: R | null) => string;
  /** The form for a record, or for a new one; it calls `close` when it is done. */
  form: (record: R | null, close: () => void) => ReactNode;
  size?: "small" | "medium" | "large";
  children: ReactNode;
};

/** One dialog in which every record of the list inside it is added and edited: see `useRecordEditor`. */
export function RecordEditor<R>({ title, form, size, children }: RecordEditorProps<R>) {
  const [edited, setEdited] = useState<{ record: R | null } | null>(null);
  const close = () => setEdited(null);
  return (
    <RecordEditorContext value={(record) => setEdited({ record: record as R | null })}>
      {children}
      <Dialog open={edited !== null} onClose={close} title={edited ? title(edited.record) : ""} size={size}>
        {edited && <div ref={startAtFirstField}>{form(edited.record, close)}</div>}
      </Dialog>
    </RecordEditorContext>
  );
}

/** Opens the surrounding editor: with a record to change it, with null to add one. */
export function useRecordEditor<R>(): (record: R | null) => void {
  const open = use(RecordEditorContext);
  if (!open) throw new Error("useRecordEditor needs a RecordEditor above it");
  return open;
}

/** The record's name, pressed to change the record: the main act of a row. */
export function EditRecordButton<R>({ record, children }: { record: R; children: ReactNode }) {
  const edit = useRecordEditor<R>();
  return (
    <button
      type="button"
      className="rounded-sm text-left font-medium break-words text-ink hover:underline"
      onClick={() => edit(record)}
    >
      {children}
    </button>
  );
}

/** Opened, a <dialog> focuses what has this attribute, else its first button, which closes it. */
function startAtFirstField(form: HTMLDivElement | null): void {
  form?.querySelector("input:not([type=hidden]), select, textarea")?.setAttribute("autofocus", "");
}
