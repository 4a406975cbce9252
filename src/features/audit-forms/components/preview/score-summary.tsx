"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatScore } from "@/metrics/format";
import { chooseText } from "@/server/input";
import { Badge } from "@/ui/badge";
import { ProgressBar } from "@/ui/progress-bar";
import type { TryOut } from "./try-out";

/** The total, the verdict and each section's score of the answers given so far. */
export function ScoreSummary({ result, language }: { result: TryOut; language: string }) {
  const t = useTranslations("auditForms.preview");
  const locale = useLocale();
  const { total, isFailed, failedCritical, sections } = result;
  return (
    <div className="flex flex-col gap-3">
      <div role="status" className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="sr-only">{t("total")}</span>
        <span className="text-3xl font-semibold text-ink tabular-nums">{formatScore(total, locale)}</span>
        {isFailed ? (
          <Badge tone="danger">{t("failed")}</Badge>
        ) : (
          total !== null && <Badge tone="accent">{t("passed")}</Badge>
        )}
        <span className="text-sm text-muted">
          {t("answered", { answered: result.answered, items: result.items })}
        </span>
      </div>
      {failedCritical.length > 0 && (
        <div className="text-sm">
          <p className="font-medium text-danger">{t("failedBecause")}</p>
          <ul className="list-disc pl-4">
            {failedCritical.map((item) => (
              <li key={item.key}>{chooseText(item.text, language)}</li>
            ))}
          </ul>
        </div>
      )}
      {result.lackingComments > 0 && (
        <p className="text-sm text-muted">{t("lackingComments", { count: result.lackingComments })}</p>
      )}
      <ul className="flex flex-col gap-2">
        {sections.map(({ section, score }, index) => (
          <li key={section.key}>
            <ProgressBar
              label={chooseText(section.title, language) || t("section", { number: index + 1 })}
              value={score ?? 0}
              max={100}
              text={formatScore(score, locale)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
