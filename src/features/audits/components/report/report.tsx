import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { KeyValueList } from "@/ui/key-value-list";
import { Stack } from "@/ui/stack";
import type { AuditReport } from "../../report/report";
import { DevelopmentCard, StrengthsCard } from "./findings";
import { ItemRow } from "./item-row";
import { Photos } from "./photos";
import { ScoreCard } from "./score-card";
import { SectionBars } from "./section-bars";

/** An audit read from the top: what came out, what to do, what went well, and then everything. */
export function Report({
  report,
  filesHref,
  children,
}: {
  report: AuditReport;
  filesHref: string;
  /** Between the findings and all items: replies and appeals. */
  children?: ReactNode;
}) {
  const t = useTranslations("auditReport");
  const { isObservation } = report;
  return (
    <Stack gap="large">
      <ScoreCard report={report} />
      {report.criticalFailures.length > 0 && (
        <Callout tone="danger" title={t("section.critical")}>
          <ul className="mt-1 flex flex-col gap-1">
            {report.criticalFailures.map((item) => (
              <li key={item.key}>
                <a href={`#item-${item.key}`} className="font-medium hover:underline">
                  {item.text}
                </a>
                {item.comment && <p className="max-w-prose whitespace-pre-line text-muted">{item.comment}</p>}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] print:block print:*:mb-6">
        <Stack gap="large">
          <SectionBars sections={report.sections} />
          <DevelopmentCard development={report.development} />
          {report.summary && (
            <Card title={t(isObservation ? "section.summaryObservation" : "section.summary")}>
              <p className="max-w-prose break-words whitespace-pre-line text-ink">{report.summary}</p>
            </Card>
          )}
        </Stack>
        <Stack gap="large">
          <StrengthsCard strengths={report.strengths} />
          <Card title={t("section.facts")}>
            <KeyValueList items={report.facts} />
          </Card>
        </Stack>
      </div>
      {children}
      <section aria-labelledby="all-items" className="flex flex-col gap-4">
        <h2 id="all-items" className="text-xl font-semibold text-ink">
          {t("section.items")}
        </h2>
        {report.sections.map((section) => (
          <Card
            key={section.key}
            id={`section-${section.key}`}
            level={3}
            flush
            title={section.title}
            actions={<span className="text-lg font-semibold text-ink tabular-nums">{section.scoreText}</span>}
            className="scroll-mt-4"
          >
            <ol className="divide-y divide-line border-t border-line">
              {section.items.map((item) => (
                <ItemRow key={item.key} item={item} filesHref={filesHref} isObservation={isObservation} />
              ))}
            </ol>
          </Card>
        ))}
      </section>
      {report.photos.length > 0 && (
        <Card title={t("section.photos")}>
          <Photos photos={report.photos} filesHref={filesHref} name={(n) => t("item.otherPhoto", { n })} />
        </Card>
      )}
    </Stack>
  );
}
