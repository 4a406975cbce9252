import { Temporal } from "temporal-polyfill";
import type { ActionInput, ActionStatus, Concern } from "./schema";

const NEXT: Record<ActionStatus, readonly ActionStatus[]> = {
  planned: ["running", "cancelled"],
  running: ["done", "cancelled"],
  done: ["running"],
  cancelled: ["planned"],
};

/** Whether an action may go from one status to another: it is carried out, reviewed, called off, or taken up again. */
export function mayBecome(from: ActionStatus, to: ActionStatus): boolean {
  return NEXT[from].includes(to);
}

/** Whether an action is over: carried out and reviewed, or called off. */
export function isEnded(status: ActionStatus): boolean {
  return status === "done" || status === "cancelled";
}

/** What a row concerns: an employee before a location, neither = the organization. */
export function concernOf(row: { employeeId: string | null; locationId: string | null }): Concern {
  if (row.employeeId) return "employee";
  return row.locationId ? "location" : "organization";
}

/** The columns of what was chosen: of the three choices in the form only the chosen one counts. */
export function columnsOf({ concern, employeeId, locationId }: ActionInput) {
  return {
    employeeId: concern === "employee" ? employeeId : null,
    locationId: concern === "location" ? locationId : null,
  };
}

/** A day of the organization's calendar as forms write it, so many days from now: 0 is today. */
export function dayFromNow(days: number, now: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days })
    .toString();
}

/** Whether a running action's effect is to be looked at: its day (midnight UTC) is today or past. */
export function isReviewDue(
  row: { status: ActionStatus; reviewOn: Date },
  now: Date,
  timeZone: string,
): boolean {
  return row.status === "running" && row.reviewOn.toISOString().slice(0, 10) <= dayFromNow(0, now, timeZone);
}
