import "server-only";
import type pg from "pg";
import type { HeldMail } from "@/server/mail-delivery";
import type { Scope } from "@/server/scope";
import { withTimedCommit } from "@/server/timed-commit";
import type { DueMail } from "./find-due-mail";

/**
 * The moment a mail leaves: its row becomes "handed_over" and its invitation "sent", its reminder is planned, and with
 * the COMMIT of all that the message's last line goes to the mail server. `run` is `deliverMail`'s second step.
 */
export function handOverMail(scope: Scope, mail: DueMail) {
  let released = false;
  let connectionLost = false;
  return {
    async run(held: HeldMail): Promise<void> {
      await withTimedCommit(
        scope,
        async (client) => {
          if (!(await takeMail(client, scope, mail))) return false;
          if (mail.reminder) await planReminder(client, scope, mail, mail.reminder);
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
