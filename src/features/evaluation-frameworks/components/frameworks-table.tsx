import { Layers } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { Table } from "@/ui/table";
import type { EvaluationFrameworkRow } from "../queries/list-evaluation-framework-rows";
import { FrameworkStatus } from "./framework-status";

/** The organization's competency frameworks with what is in them and how many cycles use them. */
export async function FrameworksTable({
  frameworks,
  organization,
  timeZone,
  isFiltered,
  isArchived,
  canCreate,
}: {
  frameworks: EvaluationFrameworkRow[];
  organization: string;
  timeZone: string;
  isFiltered: boolean;
  isArchived: boolean;
  canCreate: boolean;
}) {
  const t = await getTranslations("evaluationFrameworks");
  const format = await getFormatter();
  const path = `/o/${organization}/evaluation-frameworks`;
  if (frameworks.length === 0) {
    const isFirst = !isFiltered && !isArchived;
    return (
      <Card>
        <EmptyState
          icon={<Layers aria-hidden />}
          title={isFirst ? t("list.emptyTitle") : t("list.nothingFound")}
          action={
            isFirst &&
            canCreate && (
              <LinkButton href={`${path}/new`} variant="primary">
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
        rows={frameworks}
        rowKey={(framework) => framework.id}
        rowHref={(framework) => `${path}/${framework.id}`}
        rowMuted={() => isArchived}
        onPhone="cards"
        columns={[
          { key: "name", header: t("list.name"), cell: ({ name }) => name, rowHeader: true },
          {
            key: "status",
            header: t("list.status"),
            cell: ({ status }) => <FrameworkStatus status={status} />,
          },
          {
            key: "version",
            header: t("list.version"),
            cell: ({ version }) =>
              version
                ? t("list.versionOf", {
                    number: version.number,
                    date: format.dateTime(version.publishedAt, { dateStyle: "medium", timeZone }),
                  })
                : "–",
          },
          {
            key: "content",
            header: t("list.content"),
            cell: ({ competencies, items, questions }) =>
              t("list.contentOf", { competencies, items, questions }),
          },
          { key: "cycles", header: t("list.cycles"), cell: ({ cycles }) => cycles, align: "end" },
        ]}
      />
    </Card>
  );
}
