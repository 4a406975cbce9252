import { EyeOff } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/ui/card";
import { MarkIcon } from "@/ui/charts/mark-shape";
import { KeyValueList } from "@/ui/key-value-list";
import type { ReportView } from "../report/report-view";
import { SIDE_MARKS } from "./side-marks";

/** Who was asked, and how many of them answered. */
export function GroupsCard({ groups }: Pick<ReportView, "groups">) {
  const t = useTranslations("evaluationReports.page");
  return (
    <Card title={t("groups")}>
      <ul className="flex flex-col gap-2.5">
        {groups.map(({ side, label, madeOf, isShown, text }) => (
          <li key={side} className="flex items-start gap-2.5">
            {isShown ? (
              <MarkIcon shape={SIDE_MARKS[side]} className="mt-0.5 shrink-0" />
            ) : (
              <EyeOff aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
            )}
            <div className="min-w-0">
              <p className={isShown ? "text-ink" : "text-muted"}>
                {label}
                {madeOf && <span className="text-muted"> ({madeOf})</span>}
              </p>
              <p className="text-sm text-muted tabular-nums">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** When and how the report was made, and its other releases. */
export function AboutCard({ report, path }: { report: ReportView; path: string }) {
  const t = useTranslations("evaluationReports.page");
  return (
    <Card title={t("facts")}>
      <p className="mb-4 max-w-prose text-ink">{report.purpose}</p>
      <KeyValueList items={report.facts} />
      {report.releases.length > 1 && (
        <nav aria-label={t("releases")} className="mt-4 border-t border-line pt-3 print:hidden">
          <h3 className="text-sm font-medium text-muted">{t("releases")}</h3>
          <ul className="mt-1 flex flex-col gap-1">
            {report.releases.map(({ number, text, isThis }) => (
              <li key={number}>
                {isThis ? (
                  <span aria-current="page" className="font-medium text-ink">
                    {text}
                  </span>
                ) : (
                  <Link href={`${path}?release=${number}`} className="text-link">
                    {text}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Card>
  );
}

/** How to read the report and what is hidden why. */
export function ExplanationsCard({ explanations }: Pick<ReportView, "explanations">) {
  const t = useTranslations("evaluationReports.page");
  return (
    <Card title={t("explanations")}>
      <dl className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
        {explanations.map(({ title, text }) => (
          <div key={title}>
            <dt className="font-medium text-ink">{title}</dt>
            <dd className="mt-0.5 max-w-prose text-sm text-pretty text-muted">{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
