"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import type { ReactNode } from "react";
import type { ServerAction } from "@/server/action-result";
import { ActionButton } from "../action-button";
import { ConfirmButton } from "../confirm-button";

/** Puts what a builder edits into the archive, once its consequences were read. */
export function ArchiveDraftButton<Input>({
  consequences,
  onArchived,
  ...confirm
}: {
  action: ServerAction<Input, { revision: string }>;
  input: Input;
  confirmTitle: string;
  confirmLabel: string;
  successMessage: string;
  /** A sentence each. */
  consequences: string[];
  onArchived: (revision: string) => void;
  children: ReactNode;
}) {
  return (
    <ConfirmButton
      {...confirm}
      consequences={
        <ul className="list-disc pl-4">
          {consequences.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      }
      confirmVariant="primary"
      onSuccess={({ revision }: { revision: string }) => onArchived(revision)}
      icon={<Archive aria-hidden className="size-4" />}
    />
  );
}

/** Brings back from the archive what a builder edits. */
export function RestoreDraftButton<Input>(restore: {
  action: ServerAction<Input, { revision: string }>;
  input: Input;
  successMessage: string;
  children: ReactNode;
}) {
  return (
    <ActionButton variant="primary" {...restore} icon={<ArchiveRestore aria-hidden className="size-4" />} />
  );
}
