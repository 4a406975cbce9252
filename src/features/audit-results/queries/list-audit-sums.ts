import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { AUDIT_SUMS, auditsInSlice } from "../audit-slice-sql";
import { type AuditDimension, type AuditSlice, type AuditSums, NO_AUDITS } from "../schema";

const COLUMNS: Record<AuditDimension, Prisma.Sql> = {
  touchpoint: Prisma.sql`a.touchpoint_id`,
  location: Prisma.sql`a.location_id`,
  employee: Prisma.sql`a.employee_id`,
};

/** All audits of the slice together; zeros when there are none. */
export async function getAuditSums(scope: Scope, slice: AuditSlice): Promise<AuditSums> {
  const [found] = await withScope(scope, (tx) =>
    tx.$queryRaw<AuditSums[]>(
      Prisma.sql`select ${AUDIT_SUMS} from audits a where ${auditsInSlice(scope, slice)}`,
    ),
  );
  return found ?? NO_AUDITS;
}

/** The audits by touchpoint, location or named employee; groups without any are absent, and so are unnamed visits. */
export async function listAuditGroupSums(
  scope: Scope,
  slice: AuditSlice,
  by: AuditDimension,
): Promise<Map<string, AuditSums>> {
  const rows = await withScope(scope, (tx) =>
    tx.$queryRaw<(AuditSums & { id: string })[]>(
      Prisma.sql`select ${COLUMNS[by]} as id, ${AUDIT_SUMS} from audits a
                  where ${auditsInSlice(scope, slice)} and ${COLUMNS[by]} is not null group by 1`,
    ),
  );
  return new Map(rows.map(({ id, ...sums }) => [id, sums]));
}

/** The audits by week or month of the visit, in the organization's time zone: keys are first days, as date_trunc names them. */
export async function listAuditTrendSums(
  scope: Scope,
  slice: AuditSlice,
  interval: "week" | "month",
): Promise<Map<string, AuditSums>> {
  const rows = await withScope(scope, (tx) =>
    tx.$queryRaw<(AuditSums & { start: string })[]>(
      Prisma.sql`select date_trunc(${interval}, a.visit_started_at at time zone ${scope.timeZone})::date::text as start,
                        ${AUDIT_SUMS}
                   from audits a where ${auditsInSlice(scope, slice)} group by 1`,
    ),
  );
  return new Map(rows.map(({ start, ...sums }) => [start, sums]));
}
