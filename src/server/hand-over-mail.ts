import "server-only";
import type pg from "pg";
import { log } from "@/server/log";
import type { HeldMail } from "@/server/mail-delivery";
import type { Scope } from "@/server/scope";
import { withTimedCommit } from "@/server/timed-commit";

/**
 * The moment a mail leaves: with the COMMIT that makes its row "handed_over" the message's last line goes to the mail
 * server. `take` marks the row and gives false when the mail must not leave any more. `run` is `deliverMail`'s second step;
 * docs/decisions/0006-mail-at-most-once.md.
 */
export function handOverMail(scope: Scope, take: (client: pg.ClientBase) => Promise<boolean>) {
  let released = false;
  let connectionLost = false;
  return {
    async run(held: HeldMail): Promise<void> {
      await withTimedCommit(
        scope,
        async (client) => {
          if (!(await take(client))) return false;
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

/** Repeats the record of a mail that has left until it works: giving up would let the mail leave a second time. */
export async function insist(event: `${string}.${string}`, run: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      log("error", event, { error });
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}
