import "server-only";
import type { Transaction } from "@/server/database";
import { enqueueJob } from "@/server/jobs";
import type { Scope } from "@/server/scope";

const DAY = 24 * 3600_000;

/** Lets the worker remove, after some days, what is kept of an import that nobody works on any more. */
export function forgetLater(tx: Transaction, scope: Scope, importId: string, days: number): Promise<void> {
  return enqueueJob(
    tx,
    "forgetAnswerImport",
    { organizationId: scope.organizationId, importId },
    {
      runAt: new Date(scope.now.getTime() + days * DAY),
      jobKey: `forget-answer-import:${scope.organizationId}:${importId}`,
    },
  );
}
