"use client";

import { useTranslations } from "next-intl";
import type { FindingEntry } from "@/ui/draft/findings-panel";
import type { SurveyFinding } from "../../rules";
import { sectionId } from "./builder-context";

type FindingCode = Parameters<ReturnType<typeof useTranslations<"surveys.findings">>>[0];

/** A finding in words. */
export function useFindingText(): (finding: SurveyFinding) => string {
  const t = useTranslations("surveys.findings");
  return ({ code, values }) => t(code as FindingCode, values as never);
}

/** Findings as the panel shows them: what must be corrected first, each leading to its place. */
export function useFindingEntries(onOpen: (finding: SurveyFinding) => void) {
  const t = useTranslations("surveys");
  const findingText = useFindingText();
  return (findings: SurveyFinding[], isError: boolean): FindingEntry[] =>
    findings.map((finding) => ({
      key: `${finding.code} ${finding.field} ${JSON.stringify(finding.values)}`,
      isError,
      text: findingText(finding),
      place: t(`sections.${finding.place}`),
      href: `#${sectionId(finding.place)}`,
      onOpen: () => onOpen(finding),
    }));
}
