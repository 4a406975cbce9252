import "server-only";
import { withScope } from "@/server/database";
import { requireEmployee } from "@/server/require-employee";
import type { Scope } from "@/server/scope";
import type { DiaryEncounter } from "../schema";

const DAYS = 60;
const MOST = 30;

/** The encounters one was responsible for in the last 60 days (30 at most), the newest first: what an entry may be about. */
export async function listDiaryEncounters(scope: Scope): Promise<DiaryEncounter[]> {
  const rows = await withScope(scope, (tx) =>
    tx.encounter.findMany({
      where: {
        organizationId: scope.organizationId,
        employeeId: requireEmployee(scope),
        occurredAt: { gte: new Date(scope.now.getTime() - DAYS * 24 * 3600_000) },
      },
      select: {
        id: true,
        occurredAt: true,
        touchpoint: { select: { name: true } },
        customer: { select: { name: true, email: true } },
      },
      orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
      take: MOST,
    }),
  );
  return rows.map(({ touchpoint, customer, ...row }) => ({
    ...row,
    touchpoint: touchpoint.name,
    customer: customer?.name ?? customer?.email ?? null,
  }));
}
