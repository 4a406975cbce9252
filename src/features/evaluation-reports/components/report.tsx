import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { Stack } from "@/ui/stack";
import type { ReportView } from "../report/report-view";
import { AboutCard, ExplanationsCard, GroupsCard } from "./about-cards";
import { CommentsCard } from "./comments-card";
import { CompetencyPicture } from "./competency-picture";
import { DevelopmentCard } from "./development-card";
import { Findings } from "./findings";
import { ItemPictures } from "./item-pictures";

/** A released report read from the top: what came out, where views differ, what was said, and then everything. */
export function Report({
  report,
  path,
  children,
}: {
  report: ReportView;
  /** Of this page, for links to other releases. */
  path: string;
  /** Between findings and comments: the development plan. */
  children?: ReactNode;
}) {
  const t = useTranslations("evaluationReports.page");
  return (
    <Stack gap="large">
      {report.notices.map(({ tone, text }) => (
        <Callout key={text} tone={tone}>
          {text}
        </Callout>
      ))}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] print:block print:*:mb-6">
        <Card title={t("summary")}>
          <div className="flex max-w-prose flex-col gap-2 text-pretty text-ink">
            {report.summary.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <p className="text-muted">{report.readersText}</p>
          </div>
        </Card>
        <GroupsCard groups={report.groups} />
      </div>
      <CompetencyPicture report={report} />
      <Findings report={report} />
      {report.development && <DevelopmentCard development={report.development} />}
      {children}
      {report.questions.length > 0 && <CommentsCard questions={report.questions} />}
      <ItemPictures report={report} />
      <AboutCard report={report} path={path} />
      <ExplanationsCard explanations={report.explanations} />
    </Stack>
  );
}
