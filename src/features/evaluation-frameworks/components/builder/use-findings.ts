"use client";

import { useTranslations } from "next-intl";
import type { FindingEntry } from "@/ui/draft/findings-panel";
import type { FrameworkFinding } from "../../publishing-rules";
import type { EvaluationFrameworkDefinition } from "../../schema";
import { competencyId, itemId, QUESTIONS_ID, SCALE_ID, SETTINGS_ID } from "./builder-context";

type FindingCode = Parameters<ReturnType<typeof useTranslations<"evaluationFrameworks.findings">>>[0];

/** A finding in words. */
export function useFindingText(): (finding: FrameworkFinding) => string {
  const t = useTranslations("evaluationFrameworks.findings");
  return ({ code, values }) => t(code as FindingCode, values as never);
}

/** What part of the framework a field belongs to. */
export function placeOf(field: string, definition: EvaluationFrameworkDefinition) {
  const [, part, first, second] =
    /^definition\.(scale|competencies|questions)(?:\.(\d+)(?:\.items\.(\d+))?)?/.exec(field) ?? [];
  const competency =
    part === "competencies" ? definition.competencies[Number(first ?? Number.NaN)] : undefined;
  const item = second === undefined ? undefined : competency?.items[Number(second)];
  return { part, place: Number(first) + 1, index: Number(second) + 1, competency, item };
}

/** Where a finding is: "Item 2.3", a competency, the scale, or the framework as a whole. */
export function useFindingPlace(
  definition: EvaluationFrameworkDefinition,
): (finding: FrameworkFinding) => string {
  const t = useTranslations("evaluationFrameworks");
  return ({ field }) => {
    const { part, place, index, competency, item } = placeOf(field, definition);
    if (item) return t("item.number", { number: `${place}.${index}` });
    if (competency) return t("competency.number", { number: place });
    if (part === "scale") return t("scale.title");
    if (part === "questions")
      return place > 0 ? t("question.number", { number: place }) : t("question.title");
    return t("settings.title");
  };
}

/** The id of the element a field is in. */
export function idOf(field: string, definition: EvaluationFrameworkDefinition): string {
  const { part, competency, item } = placeOf(field, definition);
  if (item) return itemId(item.key);
  if (competency) return competencyId(competency.key);
  if (part === "scale") return SCALE_ID;
  return part === "questions" ? QUESTIONS_ID : SETTINGS_ID;
}

/** Findings as the panel shows them: what must be corrected first, each leading to its place. */
export function useFindingEntries(
  definition: EvaluationFrameworkDefinition,
  onOpen: (field: string) => void,
): (findings: FrameworkFinding[], isError: boolean) => FindingEntry[] {
  const findingText = useFindingText();
  const findingPlace = useFindingPlace(definition);
  return (findings, isError) =>
    findings.map((finding) => ({
      key: `${finding.code} ${finding.field}`,
      isError,
      text: findingText(finding),
      place: findingPlace(finding),
      href: `#${idOf(finding.field, definition)}`,
      onOpen: () => onOpen(finding.field),
    }));
}
