"use client";

import { Archive, ArchiveRestore, Pencil, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import type { ServerAction } from "@/server/action-result";
import { Menu, MenuButton, MenuSeparator } from "./menu";
import { MenuAction } from "./menu-action";
import { useToast } from "./toast";
import { useServerAction } from "./use-server-action";

export type RecordMenuTexts = {
  /** Names the record: "Actions: Service desk". */
  label: string;
  edit: string;
  archive: string;
  restore: string;
  delete: string;
  /** Said afterwards. */
  archived: string;
  restored: string;
  deleted: string;
  deleteTitle: string;
  deleteText: string;
};

type OnRecord = ServerAction<{ id: string }, unknown>;

export type RecordMenuProps = {
  texts: RecordMenuTexts;
  id: string;
  isArchived: boolean;
  /** Deleting is offered only while nothing points to the record. */
  isUsed: boolean;
  onEdit?: () => void;
  archive: OnRecord;
  restore: OnRecord;
  remove: OnRecord;
  /** More entries, after "Edit". */
  children?: ReactNode;
};

/** What can be done with one record of a list: edit, archive or take back (each can be undone), delete while unused. */
export function RecordMenu({
  texts,
  id,
  isArchived,
  isUsed,
  onEdit,
  archive,
  restore,
  remove,
  children,
}: RecordMenuProps) {
  const toast = useToast();
  const undoArchiving = useServerAction(restore, { successMessage: texts.restored });
  const undoRestoring = useServerAction(archive, { successMessage: texts.archived });
  const archiving = useServerAction(archive, {
    onSuccess: () => toast({ message: texts.archived, undo: () => undoArchiving.run({ id }) }),
  });
  const restoring = useServerAction(restore, {
    onSuccess: () => toast({ message: texts.restored, undo: () => undoRestoring.run({ id }) }),
  });

  return (
    <Menu label={texts.label}>
      {onEdit && (
        <MenuButton icon={<Pencil aria-hidden />} onSelect={onEdit}>
          {texts.edit}
        </MenuButton>
      )}
      {children}
      <MenuSeparator />
      {isArchived ? (
        <MenuButton icon={<ArchiveRestore aria-hidden />} onSelect={() => restoring.run({ id })}>
          {texts.restore}
        </MenuButton>
      ) : (
        <MenuButton icon={<Archive aria-hidden />} onSelect={() => archiving.run({ id })}>
          {texts.archive}
        </MenuButton>
      )}
      {!isUsed && (
        <MenuAction
          action={remove}
          input={{ id }}
          icon={<Trash2 aria-hidden />}
          danger
          successMessage={texts.deleted}
          confirm={{
            title: texts.deleteTitle,
            consequences: texts.deleteText,
            label: texts.delete,
          }}
        >
          {texts.delete}
        </MenuAction>
      )}
    </Menu>
  );
}
