import type { Scope } from "@/server/scope";
import type { TestAuditForm } from "../../../tests/factories/audits";
import type { Random } from "../../../tests/factories/random";
import type { DemoCast } from "../cast";

/** What every act of the audits' story plays on. */
export type AuditStage = {
  cast: DemoCast;
  scope: Scope;
  random: Random;
  now: Date;
  consultants: { memberId: string; severity: number; hoursToSubmit: number }[];
  forms: { store: TestAuditForm; encounter: TestAuditForm; observation: TestAuditForm };
  programmes: { past: string; current: string; delivery: string; phone: string };
};

export function touchpointId(cast: DemoCast, key: string): string {
  return cast.touchpoints.find((touchpoint) => touchpoint.key === key)?.row.id as string;
}
