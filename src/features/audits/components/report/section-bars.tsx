import { useTranslations } from "next-intl";
import { Card } from "@/ui/card";
import type { AuditReport } from "../../report/report";

/** The form's sections as bars with their numbers; each leads to its items. */
export function SectionBars({ sections }: { sections: AuditReport["sections"] }) {
  const t = useTranslations("auditReport");
  return (
    <Card title={t("section.sections")}>
      <ol className="flex flex-col gap-4">
        {sections.map((section) => (
          <li key={section.key}>
            <div className="flex items-baseline justify-between gap-4">
              <a href={`#section-${section.key}`} className="min-w-0 font-medium text-ink hover:underline">
                {section.title}
              </a>
              <span className="shrink-0 font-semibold text-ink tabular-nums">{section.scoreText}</span>
            </div>
            <div
              aria-hidden
              className="mt-1.5 h-2 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset"
            >
              {section.score !== null && (
                <div
                  className="h-full rounded-full bg-accent print:[print-color-adjust:exact]"
                  style={{ width: `${Math.min(100, section.score)}%` }}
                />
              )}
            </div>
            <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-muted">
              <span>{section.outcomeText}</span>
              {section.weightText && <span>{section.weightText}</span>}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
