import { CalendarDays, MapPin } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { Scope } from "@/server/scope";
import { Badge } from "@/ui/badge";
import { LinkButton } from "@/ui/link-button";
import type { MyAssignment } from "../queries/list-my-assignments";
import { dayOf, daysBetween, daysOfWindow, formatDay, formatDays } from "../windows";
import { AnswerButtons } from "./answer-buttons";
import { AssignmentStateBadge } from "./assignment-state-badge";
import { mapHref } from "./map-href";

/** One of a consultant's visits, to be read and pressed outside a shop. */
export async function AssignmentCard({
  assignment,
  scope,
  slug,
}: {
  assignment: MyAssignment;
  scope: Scope;
  slug: string;
}) {
  const t = await getTranslations("programmes");
  const locale = await getLocale();
  const { location, address, auditStatus, state } = assignment;
  const { firstDay, lastDay } = daysOfWindow(assignment, scope.timeZone);
  const isOpen = ["planned", "accepted", "started", "late"].includes(state);
  return (
    <article className="rounded-xl border border-line bg-surface p-4 shadow-card">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <h3 className="min-w-0 text-lg font-semibold text-ink">
          <Link href={`/o/${slug}/assignments/${assignment.id}`} className="hover:underline">
            {location}
          </Link>
        </h3>
        <span className="flex flex-wrap items-center gap-1.5">
          {assignment.isDouble && <Badge>{t("mine.double")}</Badge>}
          {auditStatus && auditStatus !== "draft" ? (
            <Badge tone={auditStatus === "returned" ? "warning" : "neutral"}>
              {t(`auditState.${auditStatus}`)}
            </Badge>
          ) : (
            <AssignmentStateBadge state={state} />
          )}
        </span>
      </div>
      <p className="mt-0.5 text-muted">
        {assignment.touchpoint} · {assignment.programme}
      </p>
      <ul className="mt-3 flex flex-col gap-1.5">
        <li className="flex items-start gap-2">
          <CalendarDays aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          <span>
            {formatDays(firstDay, lastDay, locale)}
            {isOpen && (
              <span className={state === "late" ? "text-danger" : "text-muted"}>
                {" · "}
                {describeTime(dayOf(scope.now, scope.timeZone))}
              </span>
            )}
          </span>
        </li>
        {isOpen && (
          <li className="flex items-start gap-2">
            <MapPin aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
            <span className="min-w-0">
              {address && `${address} · `}
              <a
                href={mapHref({ name: location, address })}
                target="_blank"
                rel="noreferrer"
                className="text-link"
                aria-label={t("mine.mapOf", { location })}
              >
                {t("mine.map")}
              </a>
            </span>
          </li>
        )}
      </ul>
      <div className="mt-4 flex flex-wrap gap-2 *:max-sm:flex-1">{actions()}</div>
    </article>
  );

  function describeTime(today: string): string {
    if (today > lastDay) return t("mine.lateSince", { day: formatDay(lastDay, locale) });
    if (today < firstDay) return t("mine.startsIn", { count: daysBetween(today, firstDay) });
    return t("mine.daysLeft", { count: daysBetween(today, lastDay) });
  }

  function actions() {
    const { auditId } = assignment;
    if (auditId && (auditStatus === "draft" || auditStatus === "returned")) {
      return (
        <LinkButton href={`/o/${slug}/audits/${auditId}/enter`} variant="primary">
          {t(auditStatus === "returned" ? "mine.complete" : "mine.continue")}
        </LinkButton>
      );
    }
    if (auditId) return <LinkButton href={`/o/${slug}/audits/${auditId}`}>{t("mine.read")}</LinkButton>;
    return (
      <>
        {isOpen && !assignment.isAccepted && <AnswerButtons assignmentId={assignment.id} />}
        <LinkButton
          href={`/o/${slug}/assignments/${assignment.id}`}
          variant={assignment.isAccepted && isOpen ? "primary" : "secondary"}
        >
          {t("mine.open")}
        </LinkButton>
      </>
    );
  }
}
