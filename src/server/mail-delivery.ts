import "server-only";
import { Readable } from "node:stream";
import {
  describeMailError,
  MailServerError,
  openMailConnection,
  returnMailConnection,
} from "@/server/mail-connections";

/** A finished message and whom it goes to. */
export type ComposedMail = { envelope: { from: string; to: string[] }; raw: Buffer };

/**
 * What became of a mail.
 * - accepted: the server took it over
 * - withheld: the caller decided at the last moment that it must not leave
 * - refused: the server said no. `isLasting`: it will say so again; `isAddress`: because of the recipient's address
 * - unreachable: the server could not be asked; nothing has left
 * - unconfirmed: it left and no answer came; it may have arrived and must not be sent again
 * `reply` is the server's last word with addresses removed.
 */
export type MailOutcome =
  | { kind: "accepted" | "unreachable" | "unconfirmed"; reply: string }
  | { kind: "refused"; reply: string; isLasting: boolean; isAddress: boolean }
  | { kind: "withheld" };

/** The mail as it waits for its last line. */
export type HeldMail = {
  /** Whether the server is still there; ask just before the record becomes final. */
  isOpen(): boolean;
  /** Lets the message end, which is what makes the server take it. Call it in the tick that writes COMMIT. */
  release(): void;
};

/**
 * Sends a mail in two steps, so that the caller's own record of it and the sending happen in one instant.
 *
 * Everything up to the last line is sent at once; a server forgets a message whose end it never saw. Then `handOver` is
 * called: it calls `release()` in the very moment its record becomes final, and the message's end is written to the
 * server. When `handOver` returns without having called it, the mail is withheld.
 */
export async function deliverMail(
  mail: ComposedMail,
  handOver: (held: HeldMail) => Promise<void>,
): Promise<MailOutcome> {
  const connection = await openMailConnection().catch((error: unknown) => {
    if (error instanceof MailServerError) return error;
    throw error;
  });
  if (connection instanceof MailServerError) {
    return { kind: "unreachable", reply: withoutAddresses(connection.reply) };
  }
  const { smtp } = connection;
  const message = new HeldMessage(mail.raw);
  const conversation: { answer: Answer | null } = { answer: null };
  const answered = new Promise<Answer>((resolve) => {
    smtp.send({ ...mail.envelope, size: mail.raw.length }, message, (error, info) => {
      conversation.answer = error
        ? { error, reply: describeMailError(error) }
        : { error: null, reply: info?.response ?? "" };
      resolve(conversation.answer);
    });
  });
  await Promise.race([answered, message.everythingTaken]);
  if (!conversation.answer) await untilWritten(smtp);
  if (conversation.answer) {
    const { error, reply } = conversation.answer;
    returnMailConnection(connection, isServerReply(error) && (await isReset(smtp)));
    return judgeFailure(error, reply, "before");
  }
  try {
    await handOver({
      isOpen: () => conversation.answer === null && !smtp.destroyed,
      release: () => message.release(),
    });
  } catch (error) {
    if (message.isReleased) await answered;
    returnMailConnection(connection, false);
    throw error;
  }
  if (!message.isReleased) {
    returnMailConnection(connection, false);
    return { kind: "withheld" };
  }
  const { error, reply } = await answered;
  returnMailConnection(connection, error === null || (isServerReply(error) && (await isReset(smtp))));
  if (error) return judgeFailure(error, reply, "after");
  return { kind: "accepted", reply: withoutAddresses(reply) };
}

type Answer = { error: Error | null; reply: string };

/** A message that gives all its bytes when asked and ends only on `release`. */
class HeldMessage extends Readable {
  isReleased = false;
  readonly everythingTaken: Promise<void>;
  private noteTaken: () => void = () => {};
  private left: Buffer | null;

  constructor(raw: Buffer) {
    super();
    this.left = raw;
    this.everythingTaken = new Promise((resolve) => {
      this.noteTaken = resolve;
    });
  }

  // The first read comes when the server has said "go ahead", the second when the first bytes were passed on.
  override _read(): void {
    if (this.left) {
      const bytes = this.left;
      this.left = null;
      this.push(bytes);
    } else {
      this.noteTaken();
    }
  }

  release(): void {
    this.isReleased = true;
    this.push(null);
  }
}

/** Until the operating system has taken every byte so far: then the end, written later, leaves at once. */
async function untilWritten(smtp: { _socket: import("node:net").Socket | false | null }): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  while (smtp._socket && !smtp._socket.destroyed && smtp._socket.writableLength > 0) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function isServerReply(error: Error | null): boolean {
  return typeof (error as { responseCode?: number } | null)?.responseCode === "number";
}

/** After a refusal the server still holds half a message; RSET clears it. */
function isReset(smtp: {
  destroyed: boolean;
  reset(done: (error: Error | null) => void): void;
}): Promise<boolean> {
  if (smtp.destroyed) return Promise.resolve(false);
  return new Promise((resolve) => smtp.reset((error) => resolve(!error)));
}

/**
 * What a failed conversation means. `moment`: whether the message's end had been written when it failed; from then on
 * silence is no proof that nothing arrived.
 */
export function judgeFailure(error: Error | null, reply: string, moment: "before" | "after"): MailOutcome {
  const shown = withoutAddresses(reply);
  const { responseCode, command, code } = (error ?? {}) as {
    responseCode?: number;
    command?: string;
    code?: string;
  };
  if (!responseCode) {
    // Refused by our own side before a word was sent: not an address that could ever be mailed.
    if (moment === "before" && code === "EENVELOPE") {
      return { kind: "refused", reply: shown, isLasting: true, isAddress: true };
    }
    return { kind: moment === "before" ? "unreachable" : "unconfirmed", reply: shown };
  }
  const isLastingCode = responseCode >= 500;
  if (moment === "after")
    return { kind: "refused", reply: shown, isLasting: isLastingCode, isAddress: false };
  const isAddress = isLastingCode && command === "RCPT TO" && speaksOfAddress(responseCode, reply);
  return { kind: "refused", reply: shown, isLasting: isAddress, isAddress };
}

/**
 * Whether a lasting "no" to RCPT is about the recipient. A server that distrusts the *sender* (no relaying, blocklists,
 * sign-in missing) answers the same command, and taking its word would cost an organization every address it has.
 * Enhanced codes (RFC 3463): 5.1.x is the address, 5.2.1 a closed mailbox.
 */
function speaksOfAddress(responseCode: number, reply: string): boolean {
  const enhanced = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})/.exec(reply)?.[1];
  if (enhanced)
    return (enhanced.startsWith("5.1.") && !/^5\.1\.[78]$/.test(enhanced)) || enhanced === "5.2.1";
  const isAboutSender = /relay|auth|policy|spam|block|blacklist|reputation|denied|spf|dkim|dmarc|helo|ehlo/i;
  return [550, 551, 553].includes(responseCode) && !isAboutSender.test(reply);
}

function withoutAddresses(reply: string): string {
  return reply
    .replace(/<?[^\s<>@]+@[^\s<>@]+>?/g, "<…>")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 300);
}
