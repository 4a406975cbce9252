import "server-only";
import type pg from "pg";
import { handOverMail } from "@/server/hand-over-mail";
import type { Scope } from "@/server/scope";
import type { DueMail } from "./find-due-mail";
import { addressLock } from "./same-address";

/**
 * The moment a mail leaves: its row becomes "handed_over" and its invitation "sent", its reminder is planned, and with
 * the COMMIT of all that the message's last line goes to the mail server. `run` is `deliverMail`'s second step.
 */
export function handOverInvitation(scope: Scope, mail: DueMail) {
  let overtaken = false;
  const handOver = handOverMail(scope, async (client) => {
    overtaken = await isAddressTaken(client, scope, mail);
    if (overtaken || !(await takeMail(client, scope, mail))) return false;
    if (mail.reminder) await planReminder(client, scope, mail, mail.reminder);
    return true;
  });
  return {
    ...handOver,
    /** Whether the mail stayed because another one had just left for the same address: it has to be judged again. */
    wasOvertaken: () => overtaken,
  };
}

/**
 * Whether an invitation left for this address since the mail was judged, and within its quarantine. The decision to
 * invite has seen to that already, but a customer may have got somebody else's address since.
 */
async function isAddressTaken(client: pg.ClientBase, scope: Scope, mail: DueMail): Promise<boolean> {
  if (mail.quarantineDays === 0) return false;
  const { organizationId, now } = scope;
  const { id, email } = mail.customer;
  const length = mail.quarantineDays * 24 * 3600_000;
  await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [
    `${organizationId}:${addressLock(email)}`,
  ]);
  const others = await client.query(
    `select from invitations
     where organization_id = $1 and id <> $2 and status in ('sent', 'answered') and sent_at > $3 and sent_at < $4
       and customer_id in (
         select id from customers where organization_id = $1 and (id = $5 or email = any($6::text[])))
     limit 1`,
    [
      organizationId,
      mail.invitationId,
      new Date(now.getTime() - length),
      new Date(now.getTime() + length),
      id,
      [email, email.trim().toLowerCase()],
    ],
  );
  return others.rowCount !== 0;
}

/**
 * Marks mail and invitation as sent; false when somebody else did, or the respondent answered or left meanwhile. The
 * invitation's row is locked before the mail's, as everywhere else: an answer that comes in this instant waits, not more.
 */
async function takeMail(client: pg.ClientBase, scope: Scope, mail: DueMail): Promise<boolean> {
  const invitation =
    mail.kind === "invitation"
      ? await client.query(
          `update invitations set status = 'sent', sent_at = $3
           where organization_id = $1 and id = $2 and status = 'scheduled'`,
          [scope.organizationId, mail.invitationId, scope.now],
        )
      : await client.query(
          "select from invitations where organization_id = $1 and id = $2 and status = 'sent' for update",
          [scope.organizationId, mail.invitationId],
        );
  if (invitation.rowCount !== 1) return false;
  const taken = await client.query(
    `update invitation_mails set state = 'handed_over', handed_over_at = $4, attempts = attempts + 1
     where organization_id = $1 and invitation_id = $2 and kind = $3::"MailKind" and state = 'queued'`,
    [scope.organizationId, mail.invitationId, mail.kind, scope.now],
  );
  return taken.rowCount === 1;
}

async function planReminder(
  client: pg.ClientBase,
  scope: Scope,
  mail: DueMail,
  reminder: NonNullable<DueMail["reminder"]>,
): Promise<void> {
  const { organizationId } = scope;
  const { invitationId } = mail;
  // There may be one already: planned when the mail left the first time, and cancelled when it fell due while the mail
  // server's second thoughts had put the invitation back to waiting.
  await client.query(
    `insert into invitation_mails (organization_id, invitation_id, kind, created_at)
     values ($1, $2, $3::"MailKind", $4)
     on conflict (organization_id, invitation_id, kind)
       do update set state = 'queued' where invitation_mails.state = 'cancelled'`,
    [organizationId, invitationId, reminder.kind, scope.now],
  );
  await client.query(
    "select graphile_worker.add_job('sendInvitationMail', $1::json, run_at => $2, job_key => $3)",
    [
      JSON.stringify({ organizationId, invitationId, kind: reminder.kind }),
      reminder.dueAt,
      `invitation-mail:${invitationId}:${reminder.kind}`,
    ],
  );
}
