import { CalendarCheck } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { Table } from "@/ui/table";
import type { ProgrammeRow } from "../queries/list-programmes";
import { formatDays, isoDay } from "../windows";
import { ProgrammeStatusBadge } from "./programme-status-badge";

/** The organization's programmes with how far their visits are. */
export async function ProgrammesTable({
  programmes,
  slug,
  canCreate,
}: {
  programmes: ProgrammeRow[];
  slug: string;
  canCreate: boolean;
}) {
  const t = await getTranslations("programmes");
  const locale = await getLocale();
  if (programmes.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={<CalendarCheck aria-hidden />}
          title={t("list.emptyTitle")}
          action={
            canCreate && (
              <LinkButton href={`/o/${slug}/programmes/new`} variant="primary">
                {t("new.open")}
              </LinkButton>
            )
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
        rows={programmes}
        rowKey={(programme) => programme.id}
        rowHref={(programme) => `/o/${slug}/programmes/${programme.id}`}
        rowMuted={(programme) => programme.status === "ended"}
        onPhone="cards"
        columns={[
          { key: "name", header: t("fields.name"), cell: (programme) => programme.name, rowHeader: true },
          {
            key: "status",
            header: t("list.status"),
            cell: (programme) => <ProgrammeStatusBadge status={programme.status} />,
          },
          {
            key: "period",
            header: t("list.period"),
            cell: (programme) => formatDays(isoDay(programme.startsOn), isoDay(programme.endsOn), locale),
          },
          { key: "form", header: t("fields.form"), cell: (programme) => programme.formName },
          {
            key: "done",
            header: t("list.done"),
            align: "end",
            cell: ({ done, wanted }) => (wanted > 0 ? t("list.doneOf", { done, wanted }) : done),
          },
          {
            key: "late",
            header: t("state.late"),
            align: "end",
            cell: ({ late }) => (late > 0 ? <Badge tone="danger">{late}</Badge> : "–"),
          },
        ]}
      />
    </Card>
  );
}
