import "server-only";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { getEnv } from "@/server/env";

/** Servers drop idle connections after minutes; ours are dropped first, so that a mail rarely meets a closing one. */
const IDLE_MILLISECONDS = 20_000;
/** Some servers slow down or refuse after many messages on one connection. */
const MESSAGES_PER_CONNECTION = 100;

type OpenConnection = { smtp: SMTPConnection; url: string; messages: number; idleTimer?: NodeJS.Timeout };

const idle: OpenConnection[] = [];
const inUse = new Set<OpenConnection>();

/** A mail server that cannot be reached, or refuses us before any mail is named: nothing of a mail has left. */
export class MailServerError extends Error {
  /** The server's words, or the network's ("ECONNREFUSED"). */
  readonly reply: string;
  constructor(reply: string) {
    super(`mail server: ${reply}`);
    this.name = "MailServerError";
    this.reply = reply;
  }
}

/**
 * An open, authenticated connection to the server of SMTP_URL: one left over from an earlier mail, or a new one.
 * @throws MailServerError
 */
export async function openMailConnection(): Promise<OpenConnection> {
  const url = getEnv().SMTP_URL;
  for (let connection = idle.pop(); connection; connection = idle.pop()) {
    clearTimeout(connection.idleTimer);
    if (connection.url === url && !connection.smtp.destroyed) {
      inUse.add(connection);
      return connection;
    }
    connection.smtp.close();
  }
  const connection = { smtp: await connect(url), url, messages: 0 };
  inUse.add(connection);
  return connection;
}

/** Gives a connection back. Only one whose last mail was answered may be used again; any other is closed. */
export function returnMailConnection(connection: OpenConnection, isReusable: boolean): void {
  inUse.delete(connection);
  connection.messages += 1;
  if (!isReusable || connection.smtp.destroyed || connection.messages >= MESSAGES_PER_CONNECTION) {
    connection.smtp.close();
    return;
  }
  connection.idleTimer = setTimeout(() => {
    idle.splice(idle.indexOf(connection), 1);
    connection.smtp.quit();
  }, IDLE_MILLISECONDS);
  connection.idleTimer.unref();
  idle.push(connection);
}

/** Closes what is idle; a mail under way keeps its connection until it is done. For the end of the process and of tests. */
export function closeMailConnections(): void {
  for (const connection of idle.splice(0)) {
    clearTimeout(connection.idleTimer);
    connection.smtp.quit();
  }
}

async function connect(url: string): Promise<SMTPConnection> {
  const { auth, ...options } = parseConnectionUrl(url);
  const smtp = new SMTPConnection({
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    name: new URL(getEnv().APP_URL).hostname,
    ...options,
  });
  // Without a listener, a connection that breaks while idle would end the process.
  smtp.on("error", () => {});
  await settle(smtp, (done) => smtp.connect(done));
  if (auth && smtp.allowsAuth) await settle(smtp, (done) => smtp.login(auth, done));
  return smtp;
}

function settle(smtp: SMTPConnection, start: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      smtp.close();
      reject(new MailServerError(describeMailError(error)));
    };
    smtp.once("error", fail);
    start((error) => {
      smtp.removeListener("error", fail);
      if (error) fail(error);
      else resolve();
    });
  });
}

/** What went wrong in few words: the server's reply if there is one, else the network's code. */
export function describeMailError(error: Error): string {
  const { response, originalCode, code } = error as Error & {
    response?: string;
    originalCode?: string;
    code?: string;
  };
  return response ?? originalCode ?? code ?? error.name;
}
