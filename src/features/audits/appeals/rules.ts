import { Temporal } from "temporal-polyfill";
import { ConflictError, ForbiddenError, InvalidInputError, NotFoundError } from "@/server/errors";
import { type Actor, isOwnVisit, isReviewer } from "../review/rules";
import type { AuditKind, AuditStatus } from "../schema";
import type { AppealStatus, Voice } from "./schema";

type Person = Actor & { readonly employeeId: string | null; readonly userId: string | null };
type Concerned = {
  status: AuditStatus;
  locationId: string;
  employeeId: string | null;
  auditorMemberId: string;
};

/**
 * As what a person may reply to and appeal a published audit: the employee it names, or a manager limited to locations of
 * which its location is one. Null for everybody else, and before publication. Managers of the whole organization decide.
 */
export function rightOfReply(audit: Concerned, person: Person): "employee" | "manager" | null {
  if (audit.status !== "published") return null;
  if (person.role === "employee" && person.employeeId !== null && person.employeeId === audit.employeeId) {
    return "employee";
  }
  return person.role === "manager" && person.locationIds?.includes(audit.locationId) ? "manager" : null;
}

/** NotFoundError without the right: whom an audit does not concern, it is not there for. */
export function requireRightOfReply(audit: Concerned, person: Person): "employee" | "manager" {
  const right = rightOfReply(audit, person);
  if (!right) throw new NotFoundError();
  return right;
}

/** As what somebody who sees a published audit speaks in the threads of its appeals; null: only reads. */
export function voiceInThread(audit: Concerned, person: Person): Voice | null {
  const right = rightOfReply(audit, person);
  if (right) return right;
  if (audit.status !== "published") return null;
  if (person.memberId !== null && person.memberId === audit.auditorMemberId) return "auditor";
  return isReviewer(person) ? "reviewer" : null;
}

/** Whether appeals are still taken: up to and with the very instant of the deadline. */
export function isAppealTime(audit: { appealUntil: Date | null }, now: Date): boolean {
  return audit.appealUntil !== null && now <= audit.appealUntil;
}

/** ConflictError that says until when it was possible, and who can extend it. */
export function requireAppealTime(audit: { appealUntil: Date | null }, now: Date, timeZone: string): void {
  if (isAppealTime(audit, now)) return;
  throw new ConflictError(
    "appealDeadlinePassed",
    audit.appealUntil ? { date: dayForText(audit.appealUntil, timeZone) } : {},
  );
}

/** An item is appealed once at a time, and decided once; a withdrawn appeal can be made again. */
export function requireAppealable(earlier: readonly AppealStatus[]): void {
  if (earlier.includes("open")) throw new ConflictError("appealOpenAlready");
  if (earlier.some((status) => status === "upheld" || status === "changed")) {
    throw new ConflictError("appealDecidedAlready");
  }
}

/**
 * Any reviewer decides an appeal, also who reviewed the audit: both names are shown. Nobody decides their own, nor one
 * against a mystery visit they made.
 */
export function requireDecider(
  audit: { kind: AuditKind; auditorMemberId: string },
  appeal: { status: AppealStatus; openedByUserId: string | null },
  person: Person,
) {
  if (!isReviewer(person)) throw new ForbiddenError("auditReviewersOnly");
  requireOpen(appeal);
  if (isOwnVisit(audit, person)) throw new ConflictError("appealOwnVisit");
  if (appeal.openedByUserId === person.userId) throw new ConflictError("appealOthersOnly");
}

/** ConflictError once an appeal was decided or withdrawn. */
export function requireOpen(appeal: { status: AppealStatus }): void {
  if (appeal.status === "upheld" || appeal.status === "changed")
    throw new ConflictError("appealDecidedAlready");
  if (appeal.status !== "open") throw new ConflictError("appealClosed");
}

/** InvalidInputError unless the new instant is later than the present one and within a year from now. */
export function requireLater(present: Date, next: Date, now: Date, timeZone: string): void {
  if (next <= present) {
    throw new InvalidInputError({ until: "deadlineLaterOnly" }, { date: dayForText(present, timeZone) });
  }
  if (next.getTime() - now.getTime() > 366 * 86_400_000)
    throw new InvalidInputError({ until: "deadlineTooFar" });
}

/** The day of an instant on the organization's clock, as texts format it in whatever zone: noon of that day. */
export function dayForText(instant: Date, timeZone: string): number {
  const day = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  return day.toZonedDateTime({ timeZone: "UTC", plainTime: "12:00" }).epochMilliseconds;
}
