"use client";

import { useTranslations } from "next-intl";

/** Namespaces of lists whose records are edited, archived and deleted with the same words. */
type RecordNamespace = "touchpoints" | "encounterTypes" | "locations" | "teams" | "employees";

/** The words of one record's menu (`RecordMenu`). */
export function useRecordMenuTexts(namespace: RecordNamespace, name: string) {
  const t = useTranslations(namespace);
  return {
    label: t("menu.label", { name }),
    edit: t("menu.edit"),
    archive: t("menu.archive"),
    restore: t("menu.restore"),
    delete: t("menu.delete"),
    archived: t("archived", { name }),
    restored: t("restored", { name }),
    deleted: t("deleted", { name }),
    deleteTitle: t("deleteTitle", { name }),
    deleteText: t("deleteText"),
  };
}
