import "server-only";
import { handOverMail } from "@/server/hand-over-mail";
import type { Scope } from "@/server/scope";
import type { DigestKey } from "./find-unsent-digest";

/** The moment a digest leaves. Not when the link in an older digest was pressed since this one was written. */
export function handOverDigest(scope: Scope, { memberId, monday }: DigestKey) {
  return handOverMail(scope, async (client) => {
    const taken = await client.query(
      `update digest_mails set state = 'handed_over', handed_over_at = $4, attempts = attempts + 1
        where organization_id = $1 and member_id = $2 and week_start = $3::date and state = 'queued'
          and exists (select from members where organization_id = $1 and id = $2
                        and wants_digest and archived_at is null)`,
      [scope.organizationId, memberId, monday, scope.now],
    );
    return taken.rowCount === 1;
  });
}
