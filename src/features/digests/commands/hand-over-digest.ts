import "server-only";
import type { HeldMail } from "@/server/mail-delivery";
import type { Scope } from "@/server/scope";
import { withTimedCommit } from "@/server/timed-commit";
import type { DigestKey } from "./find-unsent-digest";

/**
 * The moment a digest leaves: with the COMMIT that makes its row "handed_over" the message's last line goes to the mail
 * server. `run` is `deliverMail`'s second step; docs/decisions/0006-mail-at-most-once.md.
 */
export function handOverDigest(scope: Scope, { memberId, monday }: DigestKey) {
  let released = false;
  let connectionLost = false;
  return {
    async run(held: HeldMail): Promise<void> {
      await withTimedCommit(
        scope,
        async (client) => {
          // Also when the link in an older digest was pressed since this one was written.
          const taken = await client.query(
            `update digest_mails set state = 'handed_over', handed_over_at = $4, attempts = attempts + 1
              where organization_id = $1 and member_id = $2 and week_start = $3::date and state = 'queued'
                and exists (select from members where organization_id = $1 and id = $2
                              and wants_digest and archived_at is null)`,
            [scope.organizationId, memberId, monday, scope.now],
          );
          if (taken.rowCount !== 1) return false;
          connectionLost = !held.isOpen();
          return !connectionLost;
        },
        () => {
          released = true;
          held.release();
        },
      );
    },
    /** Whether the message's end was written, or was about to be when something failed. */
    wasReleased: () => released,
    /** Whether the mail stayed because the mail server hung up before its last line. */
    wasConnectionLost: () => connectionLost,
  };
}
