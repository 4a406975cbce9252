import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { RecordingDefaults } from "../schema";
import { visibleEncounters } from "./visible-encounters";

/** How far back a person's last record is looked for: keeps the look-up inside an index range, whatever is imported. */
const REMEMBERED_DAYS = 60;

/**
 * What this person chose last time, wherever that was: touchpoint, encounter type and employee that are still in use.
 * Nothing remembered gives nulls.
 */
export async function getRecordingDefaults(scope: Scope): Promise<RecordingDefaults> {
  return withScope(scope, async (tx) => {
    const last = await tx.encounter.findFirst({
      where: {
        AND: [
          visibleEncounters(scope),
          {
            recordedByUserId: scope.userId,
            source: "manual",
            occurredAt: { gte: new Date(scope.now.getTime() - REMEMBERED_DAYS * 24 * 3600_000) },
          },
        ],
      },
      orderBy: { createdAt: "desc" },
      select: {
        touchpoint: { select: { id: true, archivedAt: true } },
        encounterType: { select: { id: true, archivedAt: true } },
        employee: { select: { id: true, name: true, archivedAt: true } },
      },
    });
    const inUse = <T extends { archivedAt: Date | null }>(row: T | undefined) =>
      row && row.archivedAt === null ? row : null;
    const employee = inUse(last?.employee);
    return {
      touchpointId: inUse(last?.touchpoint)?.id ?? null,
      encounterTypeId: inUse(last?.encounterType)?.id ?? null,
      employee: employee && { id: employee.id, name: employee.name },
    };
  });
}
