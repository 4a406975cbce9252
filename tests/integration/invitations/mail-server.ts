import type { AddressInfo, Socket } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type ReceivedMail = { to: string; messageId: string; raw: Buffer };

/** An SMTP answer other than "ok", as smtp-server wants it. */
export class SmtpAnswer extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

/** A real SMTP server that keeps every message it got in full, and can be told how to behave. */
export class TestMailServer {
  readonly received: ReceivedMail[] = [];
  /** Messages whose end never came because the connection broke before. */
  unfinished = 0;
  /** Asked for each recipient; throws the refusal. */
  onRecipient: (address: string) => Promise<void> | void = () => {};
  /** Asked when a message has arrived in full and is not yet acknowledged; throws the refusal. */
  onMessage: (mail: ReceivedMail) => Promise<void> | void = () => {};
  private server: SMTPServer | undefined;
  private port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Starts, or starts again on the same port. */
  async start(): Promise<void> {
    const server = new SMTPServer({
      disabledCommands: ["AUTH", "STARTTLS"],
      logger: false,
      disableReverseLookup: true,
      closeTimeout: 100,
      onRcptTo: async (address, _session, callback) => {
        try {
          await this.onRecipient(address.address);
          callback();
        } catch (error) {
          callback(error as Error);
        }
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("error", () => {
          this.unfinished += 1;
        });
        stream.on("end", async () => {
          const raw = Buffer.concat(chunks);
          const mail = {
            to: session.envelope.rcptTo[0]?.address ?? "",
            messageId: /^Message-ID: (.*)$/im.exec(raw.toString("latin1"))?.[1]?.trim() ?? "",
            raw,
          };
          this.received.push(mail);
          try {
            await this.onMessage(mail);
            callback();
          } catch (error) {
            callback(error as Error);
          }
        });
      },
    });
    server.on("error", () => {});
    await new Promise<void>((resolve, reject) => {
      server.server.once("error", reject);
      server.listen(this.port, "127.0.0.1", resolve);
    });
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Breaks every connection without a word, as a crash or a cut cable does. */
  hangUp(): void {
    const connections = (this.server?.connections ?? []) as unknown as Iterable<{ _socket: Socket }>;
    for (const connection of connections) connection._socket.destroy();
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

/** The message as a mail program shows it. */
export function readMail(mail: ReceivedMail | undefined): Promise<Email> {
  if (!mail) throw new Error("no mail was received");
  return PostalMime.parse(mail.raw);
}

/** Waits until something holds, checking often; throws with the description when it does not in time. */
export async function waitUntil(
  what: string,
  holds: () => boolean | Promise<boolean>,
  milliseconds = 120_000,
): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
