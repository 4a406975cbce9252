import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { auditsInSlice } from "../audit-slice-sql";
import type { AuditSlice } from "../schema";

export type AuditedVisit = { id: string; startedAt: Date; score: number; isFailed: boolean };

/** More visits than these are a trend of weeks or months. */
export const FEW_VISITS = 40;

/** The slice's visits with a score, the first one first; null when there are more than FEW_VISITS. */
export async function listFewAuditedVisits(scope: Scope, slice: AuditSlice): Promise<AuditedVisit[] | null> {
  const visits = await withScope(scope, (tx) =>
    tx.$queryRaw<AuditedVisit[]>(
      Prisma.sql`select a.id, a.visit_started_at as "startedAt", a.score, a.is_failed as "isFailed"
                   from audits a where ${auditsInSlice(scope, slice)} and a.score is not null
                  order by a.visit_started_at, a.id limit ${FEW_VISITS + 1}`,
    ),
  );
  return visits.length > FEW_VISITS ? null : visits;
}
