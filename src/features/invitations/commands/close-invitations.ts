import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/** So many at a time: nobody who answers waits for the lock of an expired invitation. */
const BATCH = 5000;

/**
 * Marks sent invitations whose time is over as closed, so that figures tell those that still wait from those that stayed
 * unanswered. Answered and bounced ones too: a rate compares only invitations that had all their time. Gives how many.
 */
export async function closeInvitations(scope: Scope): Promise<number> {
  let closed = 0;
  for (;;) {
    const count = await withScope(
      scope,
      (tx) => tx.$executeRaw`
        update invitations set closed_at = ${scope.now}::timestamptz
         where organization_id = ${scope.organizationId}::uuid
           and id in (select id from invitations
                       where organization_id = ${scope.organizationId}::uuid
                         and sent_at is not null and closed_at is null and expires_at <= ${scope.now}::timestamptz
                       order by id limit ${BATCH} for update skip locked)`,
    );
    closed += count;
    if (count < BATCH) return closed;
  }
}
