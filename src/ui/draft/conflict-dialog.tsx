"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "../button";
import { Dialog } from "../dialog";

/** Somebody else, or another tab, saved meanwhile: shows what differs, and the person chooses. Nothing is lost before. */
export function ConflictDialog({
  title,
  description,
  isArchived,
  isPending = false,
  onTakeTheirs,
  onKeepMine,
  children,
}: {
  title: string;
  description: string;
  /** What the others did was to archive it: keeping the own changes brings it back. */
  isArchived: boolean;
  isPending?: boolean;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
  /** What differs. */
  children: ReactNode;
}) {
  const t = useTranslations("ui.draft.conflict");
  const [isClosed, setClosed] = useState(false);
  if (isClosed) {
    return (
      <Button size="small" onClick={() => setClosed(false)}>
        {t("open")}
      </Button>
    );
  }
  return (
    <Dialog
      open
      onClose={() => setClosed(true)}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onTakeTheirs}>{isArchived ? t("discard") : t("takeTheirs")}</Button>
          <Button variant="primary" pending={isPending} onClick={onKeepMine}>
            {isArchived ? t("restore") : t("keepMine")}
          </Button>
        </>
      }
    >
      <h3 className="mb-2 font-semibold">{t("differences")}</h3>
      {children}
    </Dialog>
  );
}

/** Names of the two sides of a comparison where neither replaces the other. */
export function useConflictSides(): { before: string; after: string } {
  const t = useTranslations("ui.draft.conflict");
  return { before: t("elsewhere"), after: t("mine") };
}
