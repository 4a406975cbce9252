import "server-only";
import { withScope } from "@/server/database";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";
import type { EvaluationCycleStatus } from "../schema";

export type CycleRow = {
  id: string;
  name: string;
  status: EvaluationCycleStatus;
  frameworkName: string;
  opensOn: Date;
  closesOn: Date;
  releasedAt: Date | null;
  /** Without those who left the cycle. */
  subjects: number;
};

/** The organization's cycles: those that run or are being prepared first, the newest first. None: empty. */
export async function listCycles(scope: Scope): Promise<CycleRow[]> {
  requireWholeOrganization(scope);
  return withScope(
    scope,
    (tx) => tx.$queryRaw<CycleRow[]>`
      select c.id, c.name, c.status::text as status, f.name as "frameworkName", c.opens_on as "opensOn",
             c.closes_on as "closesOn", c.released_at as "releasedAt",
             (select count(*)::int from evaluation_subjects s
               where s.organization_id = c.organization_id and s.cycle_id = c.id and s.removed_at is null) as subjects
        from evaluation_cycles c
        join evaluation_frameworks f on f.organization_id = c.organization_id and f.id = c.framework_id
       where c.organization_id = ${scope.organizationId}::uuid
       order by c.status in ('closed', 'cancelled'), c.opens_on desc, c.name collate "fi-x-icu", c.id`,
  );
}
