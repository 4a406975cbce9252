import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/ui/badge";
import type { MyAssignment } from "../queries/list-my-assignments";
import { daysOfWindow, formatDays } from "../windows";
import { AssignmentStateBadge } from "./assignment-state-badge";

/** The visits that are behind, a line each. */
export async function FinishedAssignments({
  assignments,
  slug,
  timeZone,
}: {
  assignments: MyAssignment[];
  slug: string;
  timeZone: string;
}) {
  const t = await getTranslations("programmes");
  const locale = await getLocale();
  const hrefOf = ({ id, auditId }: MyAssignment) =>
    auditId ? `/o/${slug}/audits/${auditId}` : `/o/${slug}/assignments/${id}`;
  return (
    <ul className="divide-y divide-line overflow-clip rounded-xl border border-line bg-surface shadow-card">
      {assignments.map((assignment) => {
        const { firstDay, lastDay } = daysOfWindow(assignment, timeZone);
        return (
          <li key={assignment.id}>
            <Link
              href={hrefOf(assignment)}
              className="flex items-center gap-3 px-4 py-3 -outline-offset-2 hover:bg-hover"
            >
              <span className="min-w-0 flex-1">
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <span className="font-medium text-ink">{assignment.location}</span>
                  {assignment.auditStatus ? (
                    <Badge>{t(`auditState.${assignment.auditStatus}`)}</Badge>
                  ) : (
                    <AssignmentStateBadge state={assignment.state} />
                  )}
                  {assignment.isLate && <Badge tone="warning">{t("mine.lateDone")}</Badge>}
                </span>
                <span className="block text-sm text-muted">
                  {formatDays(firstDay, lastDay, locale)} · {assignment.touchpoint}
                </span>
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-faint" />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
