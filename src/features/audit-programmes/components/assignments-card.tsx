import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { Page } from "@/server/list";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { ConfirmButton } from "@/ui/confirm-button";
import { EmptyState } from "@/ui/empty-state";
import { Table } from "@/ui/table";
import { cancelAssignmentAction } from "../actions";
import type { ProgrammeAssignment } from "../queries/list-programme-assignments";
import { daysOfWindow, formatDays } from "../windows";
import { AssignmentStateBadge } from "./assignment-state-badge";

/** A programme's visits: who, where, when, and how they stand. */
export async function AssignmentsCard({
  assignments,
  slug,
  timeZone,
  isFiltered,
}: {
  assignments: Page<ProgrammeAssignment>;
  slug: string;
  timeZone: string;
  isFiltered: boolean;
}) {
  const t = await getTranslations("programmes");
  const locale = await getLocale();
  const when = (row: ProgrammeAssignment) => {
    const { firstDay, lastDay } = daysOfWindow(row, timeZone);
    return formatDays(firstDay, lastDay, locale);
  };
  return (
    <Card title={t("visits.title")} flush>
      {assignments.rows.length === 0 ? (
        <EmptyState title={t(isFiltered ? "visits.nothingFound" : "visits.none")} compact />
      ) : (
        <Table
          caption={t("visits.title")}
          rows={assignments.rows}
          rowKey={(row) => row.id}
          rowMuted={(row) => row.state === "cancelled" || row.state === "declined"}
          onPhone="cards"
          columns={[
            {
              key: "consultant",
              header: t("assignment.consultant"),
              rowHeader: true,
              cell: (row) => (
                <Link
                  href={`/o/${slug}/assignments/${row.id}`}
                  className="font-medium text-ink hover:underline"
                >
                  {row.consultant}
                </Link>
              ),
            },
            {
              key: "place",
              header: t("board.location"),
              cell: (row) => (
                <>
                  {row.location}
                  <span className="block text-sm text-muted">
                    {[row.touchpoint, row.team].filter(Boolean).join(" · ")}
                  </span>
                </>
              ),
            },
            { key: "when", header: t("assignment.when"), cell: when },
            {
              key: "state",
              header: t("list.status"),
              cell: (row) => (
                <>
                  <span className="inline-flex flex-wrap gap-1">
                    <AssignmentStateBadge state={row.state} />
                    {row.state === "done" && row.isLate && <Badge tone="warning">{t("state.late")}</Badge>}
                    {row.isDouble && <Badge>{t("mine.double")}</Badge>}
                  </span>
                  {row.declineReason && <span className="block text-sm text-muted">{row.declineReason}</span>}
                </>
              ),
            },
            {
              key: "act",
              header: t("visits.act"),
              hideHeader: true,
              align: "end",
              cell: (row) => act(row),
            },
          ]}
        />
      )}
    </Card>
  );

  function act(row: ProgrammeAssignment) {
    if (row.auditId) {
      return (
        <Link href={`/o/${slug}/audits/${row.auditId}`} className="text-link">
          {t("visits.audit")}
        </Link>
      );
    }
    if (row.hasAudit || !["planned", "accepted", "late"].includes(row.state)) return null;
    return (
      <ConfirmButton
        action={cancelAssignmentAction}
        input={{ assignmentId: row.id }}
        confirmTitle={t("visits.cancelTitle", { name: row.consultant, location: row.location })}
        consequences={t("visits.cancelText")}
        confirmLabel={t("visits.cancel")}
        successMessage={t("visits.cancelled")}
        size="small"
        variant="ghost"
      >
        {t("visits.cancel")}
      </ConfirmButton>
    );
  }
}
