import { useTranslations } from "next-intl";
import { Card } from "@/ui/card";
import type { FindingView, ReportView } from "../report/report-view";

/** A longer list is opened by who wants it. */
const SHOWN_AT_ONCE = 5;

/** Where oneself and the others see differently, beside what the others see most and least of. */
export function Findings({ report }: { report: ReportView }) {
  const t = useTranslations("evaluationReports.page");
  const { self, strongest, weakest, rankingRemark } = report;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2 print:block print:*:mb-6">
      {self && (
        <>
          <Card title={t("blindSpots")} description={`${t("blindSpotsText")} ${self.thresholdText}`}>
            <FindingList findings={self.blindSpots} />
          </Card>
          <Card
            title={t("hiddenStrengths")}
            description={`${t("hiddenStrengthsText")} ${self.thresholdText}`}
          >
            <FindingList findings={self.hiddenStrengths} />
          </Card>
        </>
      )}
      {rankingRemark && (
        <>
          <Card title={t("strongest")} description={rankingRemark}>
            <FindingList findings={strongest} />
          </Card>
          <Card title={t("weakest")} description={rankingRemark}>
            <FindingList findings={weakest} />
          </Card>
        </>
      )}
    </div>
  );
}

function FindingList({ findings }: { findings: readonly FindingView[] }) {
  const t = useTranslations("evaluationReports.page");
  if (findings.length === 0) return <p className="text-muted">{t("noFinding")}</p>;
  const [first, rest] = [findings.slice(0, SHOWN_AT_ONCE), findings.slice(SHOWN_AT_ONCE)];
  return (
    <>
      <FindingItems findings={first} />
      {rest.length > 0 && (
        <details className="mt-4">
          <summary className="mb-4 cursor-pointer text-sm font-medium text-accent-ink">
            {t("moreFindings", { n: rest.length })}
          </summary>
          <FindingItems findings={rest} />
        </details>
      )}
    </>
  );
}

function FindingItems({ findings }: { findings: readonly FindingView[] }) {
  const t = useTranslations("evaluationReports.page");
  return (
    <ol className="flex flex-col gap-4">
      {findings.map(({ key, text, competency, figureText, gap }) => (
        <li key={key} className="border-l-2 border-line-strong pl-4 print:break-inside-avoid">
          <p className="font-medium text-pretty text-ink">
            <a href={`#item-${key}`} className="hover:underline">
              {text}
            </a>
          </p>
          <p className="mt-0.5 text-sm text-muted">{competency}</p>
          <p className="mt-0.5 text-sm text-muted tabular-nums">
            {figureText}
            {gap && gap.judgement !== "agreement" && ` · ${t("gap")} ${gap.valueText}`}
          </p>
        </li>
      ))}
    </ol>
  );
}
