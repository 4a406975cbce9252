import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";

/**
 * Writes an administrative act to the audit trail, in the act's own transaction. `action` is "noun.verbed"
 * (a key of the messages "activity.actions"); `detail` holds ids, counts and names of things, no customer's data.
 */
export async function recordActivity(
  tx: Transaction,
  scope: Scope,
  action: `${string}.${string}`,
  subject: { type: string; id?: string },
  detail: Record<string, string | number | boolean | null> = {},
): Promise<void> {
  await tx.activityEvent.create({
    data: {
      organizationId: scope.organizationId,
      occurredAt: scope.now,
      userId: scope.userId,
      action,
      subjectType: subject.type,
      subjectId: subject.id ?? null,
      detail,
    },
    select: { id: true },
  });
}

const MINUTES_OF_ONE_UPDATE = 30;

/**
 * As `recordActivity`, for editors that save after every pause in typing: what one person does to one thing within half an
 * hour is one entry.
 */
export async function recordActivityOnce(
  tx: Transaction,
  scope: Scope,
  action: `${string}.${string}`,
  subject: { type: string; id: string },
  detail: Record<string, string | number | boolean | null> = {},
): Promise<void> {
  const since = new Date(scope.now.getTime() - MINUTES_OF_ONE_UPDATE * 60_000);
  const { organizationId, userId } = scope;
  const isRecorded = await tx.activityEvent.findFirst({
    where: { organizationId, occurredAt: { gte: since }, action, subjectId: subject.id, userId },
    select: { id: true },
  });
  if (!isRecorded) await recordActivity(tx, scope, action, subject, detail);
}
