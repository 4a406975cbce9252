import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { writeCalendar } from "@/features/audit-programmes/calendar";
import { getAssignment } from "@/features/audit-programmes/queries/get-assignment";
import { daysOfWindow } from "@/features/audit-programmes/windows";
import { getEnv } from "@/server/env";
import { id as idInput } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";

/** A visit's window as a file for one's calendar, without the scenario: calendars are seen by others. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/o/[organization]/assignments/[id]/calendar.ics">,
): Promise<Response> {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "audit-assignments.answer");
  if (!idInput.safeParse(id).success) notFound();
  const assignment = await orNotFound(getAssignment(scope, id));
  const t = await getTranslations("programmes");
  const appUrl = new URL(getEnv().APP_URL);
  const url = `${appUrl.origin}/o/${organization}/assignments/${id}`;
  const { location, touchpoint, programme } = assignment;
  const file = writeCalendar({
    id,
    host: appUrl.hostname,
    now: scope.now,
    isAccepted: assignment.state !== "planned",
    summary: t("calendar.summary", { location: location.name }),
    description: t("calendar.description", { programme: programme.name, touchpoint: touchpoint.name, url }),
    location: location.address ? `${location.name}, ${location.address}` : location.name,
    url,
    ...daysOfWindow(assignment, scope.timeZone),
  });
  return new Response(file, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="visit.ics"',
      "Cache-Control": "private, no-store",
    },
  });
}
