"use client";

import { useTranslations } from "next-intl";
import type { FindingEntry } from "@/ui/draft/findings-panel";
import type { FormFinding } from "../../publishing-rules";
import type { AuditFormDefinition } from "../../schema";
import { itemId, SETTINGS_ID, sectionId } from "./builder-context";

type FindingCode = Parameters<ReturnType<typeof useTranslations<"auditForms.findings">>>[0];

/** A finding in words. */
export function useFindingText(): (finding: FormFinding) => string {
  const t = useTranslations("auditForms.findings");
  return ({ code, values }) => t(code as FindingCode, values as never);
}

/** Where a finding is: "2.3", a section, or the form as a whole. */
export function useFindingPlace(definition: AuditFormDefinition): (finding: FormFinding) => string {
  const t = useTranslations("auditForms");
  return ({ sectionKey, itemKey }) => {
    const place = definition.sections.findIndex(({ key }) => key === sectionKey);
    if (place < 0) return t("settings.title");
    if (itemKey === null) return t("section.number", { number: place + 1 });
    const index = definition.sections[place]?.items.findIndex(({ key }) => key === itemKey) ?? -1;
    return t("item.number", { number: `${place + 1}.${index + 1}` });
  };
}

/** Findings as the panel shows them: what must be corrected first, each leading to its place. */
export function useFindingEntries(
  definition: AuditFormDefinition,
  onOpen: (finding: FormFinding) => void,
): (findings: FormFinding[], isError: boolean) => FindingEntry[] {
  const findingText = useFindingText();
  const placeOf = useFindingPlace(definition);
  return (findings, isError) =>
    findings.map((finding) => ({
      key: `${finding.code} ${finding.field} ${finding.itemKey}`,
      isError,
      text: findingText(finding),
      place: placeOf(finding),
      href: `#${idOf(finding)}`,
      onOpen: () => onOpen(finding),
    }));
}

/** The id of the element a finding is about. */
export function idOf({ sectionKey, itemKey }: FormFinding): string {
  if (itemKey !== null) return itemId(itemKey);
  return sectionKey === null ? SETTINGS_ID : sectionId(sectionKey);
}
