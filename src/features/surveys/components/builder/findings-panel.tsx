"use client";

import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/ui/card";
import type { SurveyFinding } from "../../rules";
import { sectionId } from "./builder-context";

type FindingCode = Parameters<ReturnType<typeof useTranslations<"surveys.findings">>>[0];

/** A finding in words. */
export function useFindingText(): (finding: SurveyFinding) => string {
  const t = useTranslations("surveys.findings");
  return ({ code, values }) => t(code as FindingCode, values as never);
}

/** What has to be corrected before publishing and what would be wiser otherwise; each leads to its place. */
export function FindingsPanel({
  errors,
  warnings,
  hasChanges,
  onOpen,
}: {
  errors: SurveyFinding[];
  warnings: SurveyFinding[];
  /** Whether there is anything to publish. */
  hasChanges: boolean;
  onOpen: (finding: SurveyFinding) => void;
}) {
  const t = useTranslations("surveys");
  if (errors.length + warnings.length === 0) {
    if (!hasChanges) return null;
    return (
      <p className="flex items-center gap-2 text-muted">
        <CircleCheck aria-hidden className="size-4.5 text-accent-ink" />
        {t("findings.none")}
      </p>
    );
  }
  return (
    <Card title={hasChanges ? t("findings.title") : t("findings.titlePublished")} flush>
      <ul className="flex flex-col border-t border-line">
        {errors.map((finding) => (
          <Finding key={keyOf(finding)} finding={finding} isError onOpen={onOpen} />
        ))}
        {warnings.map((finding) => (
          <Finding key={keyOf(finding)} finding={finding} isError={false} onOpen={onOpen} />
        ))}
      </ul>
    </Card>
  );
}

function keyOf({ code, field, values }: SurveyFinding): string {
  return `${code} ${field} ${JSON.stringify(values)}`;
}

function Finding({
  finding,
  isError,
  onOpen,
}: {
  finding: SurveyFinding;
  isError: boolean;
  onOpen: (finding: SurveyFinding) => void;
}) {
  const t = useTranslations("surveys");
  const findingText = useFindingText();
  return (
    <li className="flex items-start gap-3 px-4 py-2.5 not-last:border-b not-last:border-line sm:px-5">
      {isError ? (
        <CircleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-danger" />
      ) : (
        <TriangleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-warning" />
      )}
      <p className="min-w-0 flex-1">
        <span className="sr-only">{isError ? t("findings.error") : t("findings.warning")}: </span>
        {findingText(finding)}{" "}
        <a
          href={`#${sectionId(finding.place)}`}
          className="text-link whitespace-nowrap"
          onClick={(event) => {
            event.preventDefault();
            onOpen(finding);
          }}
        >
          {t(`sections.${finding.place}`)}
        </a>
      </p>
    </li>
  );
}
