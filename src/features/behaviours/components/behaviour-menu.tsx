"use client";

import { Archive, ArchiveRestore, Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { chooseText } from "@/server/input";
import { Menu, MenuButton, MenuSeparator } from "@/ui/menu";
import { useRecordEditor } from "@/ui/record-editor";
import { useToast } from "@/ui/toast";
import { useServerAction } from "@/ui/use-server-action";
import { archiveBehaviourAction, restoreBehaviourAction } from "../actions";
import type { Behaviour } from "../schema";

/** What can be done with one behaviour. It is never deleted: published questions and items point to it for good. */
export function BehaviourMenu({ behaviour }: { behaviour: Behaviour }) {
  const t = useTranslations("behaviours");
  const name = chooseText(behaviour.name, useLocale());
  const edit = useRecordEditor<Behaviour>();
  const toast = useToast();
  const { id } = behaviour;
  const archived = t("archived", { name });
  const restored = t("restored", { name });
  const undoArchiving = useServerAction(restoreBehaviourAction, { successMessage: restored });
  const undoRestoring = useServerAction(archiveBehaviourAction, { successMessage: archived });
  const archiving = useServerAction(archiveBehaviourAction, {
    onSuccess: () => toast({ message: archived, undo: () => undoArchiving.run({ id }) }),
  });
  const restoring = useServerAction(restoreBehaviourAction, {
    onSuccess: () => toast({ message: restored, undo: () => undoRestoring.run({ id }) }),
  });
  return (
    <Menu label={t("menu.label", { name })}>
      <MenuButton icon={<Pencil aria-hidden />} onSelect={() => edit(behaviour)}>
        {t("menu.edit")}
      </MenuButton>
      <MenuSeparator />
      {behaviour.isArchived ? (
        <MenuButton icon={<ArchiveRestore aria-hidden />} onSelect={() => restoring.run({ id })}>
          {t("menu.restore")}
        </MenuButton>
      ) : (
        <MenuButton icon={<Archive aria-hidden />} onSelect={() => archiving.run({ id })}>
          {t("menu.archive")}
        </MenuButton>
      )}
    </Menu>
  );
}
