import { UsersRound } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { formatDays, isoDay } from "@/features/audit-programmes/windows";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { Table } from "@/ui/table";
import type { CycleRow } from "../queries/list-cycles";
import { CycleStatusBadge } from "./cycle-status-badge";

/** The organization's cycles. */
export async function CyclesTable({ cycles, path }: { cycles: CycleRow[]; path: string }) {
  const t = await getTranslations("evaluationCycles");
  const locale = await getLocale();
  if (cycles.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={<UsersRound aria-hidden />}
          title={t("list.emptyTitle")}
          action={
            <LinkButton href={`${path}/new`} variant="primary">
              {t("new.open")}
            </LinkButton>
          }
        >
          {t("list.emptyText")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card flush>
      <Table
        caption={t("title")}
        rows={cycles}
        rowKey={(cycle) => cycle.id}
        rowHref={(cycle) => `${path}/${cycle.id}`}
        rowMuted={(cycle) => cycle.status === "cancelled"}
        onPhone="cards"
        columns={[
          { key: "name", header: t("fields.name"), cell: (cycle) => cycle.name, rowHeader: true },
          {
            key: "status",
            header: t("list.status"),
            cell: ({ status, releasedAt }) => (
              <CycleStatusBadge status={status} isReleased={releasedAt !== null} />
            ),
          },
          {
            key: "days",
            header: t("list.days"),
            cell: (cycle) => formatDays(isoDay(cycle.opensOn), isoDay(cycle.closesOn), locale),
          },
          { key: "framework", header: t("fields.framework"), cell: (cycle) => cycle.frameworkName },
          {
            key: "subjects",
            header: t("tabs.subjects"),
            align: "end",
            cell: (cycle) => cycle.subjects,
          },
        ]}
      />
    </Card>
  );
}
