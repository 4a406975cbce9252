import { Temporal } from "temporal-polyfill";
import type { Scope } from "@/server/scope";
import type { TestAuditForm } from "../../../tests/factories/audit-forms";
import type { Random } from "../../../tests/factories/random";
import type { DemoCast } from "../cast";

/** What every act of the audits' story plays on. */
export type AuditStage = {
  cast: DemoCast;
  scope: Scope;
  random: Random;
  now: Date;
  consultants: { memberId: string; severity: number; hoursToSubmit: number }[];
  forms: {
    store: TestAuditForm;
    encounter: TestAuditForm;
    encounterNow: TestAuditForm;
    observation: TestAuditForm;
  };
  programmes: { past: string; current: string; delivery: string; phone: string };
};

export function touchpointId(cast: DemoCast, key: string): string {
  return cast.touchpoints.find((touchpoint) => touchpoint.key === key)?.row.id as string;
}

/** A moment on a day before today, by the clock on the stores' wall; the minutes are odd ones, as in life. */
export function clockTime(stage: AuditStage, daysAgo: number, hour: number): Date {
  const moment = Temporal.Instant.fromEpochMilliseconds(stage.now.getTime())
    .toZonedDateTimeISO(stage.scope.timeZone)
    .toPlainDate()
    .subtract({ days: daysAgo })
    .toZonedDateTime({
      timeZone: stage.scope.timeZone,
      plainTime: { hour, minute: (daysAgo * 11 + hour * 7) % 60 },
    });
  return new Date(moment.epochMilliseconds);
}
