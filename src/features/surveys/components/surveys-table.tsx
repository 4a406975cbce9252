import { ClipboardList } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { Table } from "@/ui/table";
import type { SurveyListRow } from "../queries";
import { SurveyStatus } from "./survey-status";

/** The organization's surveys with what they are bound to and how much was sent and answered lately. */
export async function SurveysTable({
  surveys,
  organization,
  isFiltered,
  isArchived,
  canCreate,
}: {
  surveys: SurveyListRow[];
  organization: string;
  isFiltered: boolean;
  isArchived: boolean;
  canCreate: boolean;
}) {
  const t = await getTranslations("surveys");
  if (surveys.length === 0) {
    const isFirst = !isFiltered && !isArchived;
    return (
      <Card>
        <EmptyState
          icon={<ClipboardList aria-hidden />}
          title={isFirst ? t("list.emptyTitle") : t("list.nothingFound")}
          action={
            isFirst &&
            canCreate && (
              <LinkButton href={`/o/${organization}/surveys/new`} variant="primary">
                {t("new.open")}
              </LinkButton>
            )
          }
        >
          {isFirst && t("list.emptyText")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card flush>
      <Table
        caption={t("title")}
        rows={surveys}
        rowKey={(survey) => survey.id}
        rowHref={(survey) => `/o/${organization}/surveys/${survey.id}`}
        rowMuted={() => isArchived}
        onPhone="cards"
        columns={[
          { key: "name", header: t("list.name"), cell: (survey) => survey.name, rowHeader: true },
          {
            key: "status",
            header: t("list.status"),
            cell: (survey) => <SurveyStatus status={survey.status} />,
          },
          { key: "metric", header: t("list.metric"), cell: (survey) => t(`metric.${survey.metric}`) },
          {
            key: "encounterTypes",
            header: t("list.encounterTypes"),
            cell: (survey) => survey.encounterTypes.join(", ") || "–",
          },
          {
            key: "touchpoints",
            header: t("list.touchpoints"),
            cell: (survey) => survey.touchpoints.join(", ") || t("list.everyTouchpoint"),
          },
          { key: "sent", header: t("list.sent"), cell: (survey) => survey.sentIn30Days, align: "end" },
          {
            key: "answered",
            header: t("list.answered"),
            cell: (survey) => survey.answeredIn30Days,
            align: "end",
          },
          {
            key: "results",
            header: t("results"),
            hideHeader: true,
            cell: (survey) =>
              survey.status !== "draft" && (
                <Link href={`/o/${organization}/surveys/${survey.id}/results`} className="text-link">
                  {t("results")}
                </Link>
              ),
          },
        ]}
      />
    </Card>
  );
}
