"use client";

import { useFormatter, useTranslations } from "next-intl";
import { isScored } from "../rules";
import type { AuditFormDefinition, AuditFormSection } from "../schema";

/** Share of a section of the total when all of it applies, 0–1; null when it counts nothing. */
export function shareOf(definition: AuditFormDefinition, section: AuditFormSection): number | null {
  const counts = (candidate: AuditFormSection) =>
    candidate.weight > 0 && candidate.items.some((item) => isScored(item) && !item.isBonus);
  if (!counts(section)) return null;
  const all = definition.sections.filter(counts).reduce((sum, { weight }) => sum + weight, 0);
  return section.weight / all;
}

/** What a section weighs in the total, in words. */
export function useShareText(definition: AuditFormDefinition): (section: AuditFormSection) => string {
  const t = useTranslations("auditForms.section");
  const format = useFormatter();
  return (section) => {
    const share = shareOf(definition, section);
    const items = section.items.length;
    if (share === null) return t("unscored", { items });
    return t("share", { items, share: format.number(share, { style: "percent", maximumFractionDigits: 0 }) });
  };
}
