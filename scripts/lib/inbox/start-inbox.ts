import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Server as NetServer } from "node:net";
import { SMTPServer } from "smtp-server";
import { CommandError } from "../command-line";
import { type InboxMessage, MessageStore, parseMessage } from "./messages";
import { renderInbox } from "./page";

export type Inbox = {
  mailPort: number;
  inboxPort: number;
  /** Newest first. */
  messages(): InboxMessage[];
  clear(): Promise<void>;
  stop(): Promise<void>;
};

export type InboxOptions = {
  /** 0 takes any free port. */
  mailPort: number;
  inboxPort: number;
  /** Keeps the mail over a restart. */
  file?: string;
  onMessage?: (message: InboxMessage) => void;
  /** For tests of trouble: the answer to a recipient, e.g. 451 (try again later) or 550 (no such address). */
  rejectRecipient?: (address: string) => { code: number; message: string } | undefined;
  /** For tests of trouble: how long the server takes to accept a mail. */
  delayMs?: number;
};

/** A mail server for this machine that delivers nothing: it shows what it was given, on a page and as JSON. */
export async function startInbox(options: InboxOptions): Promise<Inbox> {
  const store = await MessageStore.open(options.file);
  const mail = createMailServer(store, options);
  await listen(mail.server, options.mailPort, "MAIL_PORT");
  const web = createServer((request, response) => {
    respond(store, request, response).catch(() => response.writeHead(500).end());
  });
  try {
    await listen(web, options.inboxPort, "INBOX_PORT");
  } catch (error) {
    mail.close();
    throw error;
  }
  return {
    mailPort: (mail.server.address() as AddressInfo).port,
    inboxPort: (web.address() as AddressInfo).port,
    messages: () => store.newestFirst(),
    clear: () => store.clear(),
    async stop() {
      web.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => web.close(() => resolve())),
        new Promise<void>((resolve) => mail.close(resolve)),
      ]);
    },
  };
}

function listen(server: NetServer, port: number, variable: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE" ? "is taken by another program" : `cannot be used (${error.code})`;
      reject(new CommandError(`Port ${port} ${reason}; stop it or choose another with ${variable}=<port>.`));
    });
    server.listen(port, "127.0.0.1", () => resolve());
  });
}

function createMailServer(store: MessageStore, options: InboxOptions): SMTPServer {
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    banner: "Lastmetre inbox",
    closeTimeout: 200,
    onRcptTo({ address }, _session, callback) {
      const rejection = options.rejectRecipient?.(address);
      if (!rejection) return callback();
      callback(Object.assign(new Error(rejection.message), { responseCode: rejection.code }));
    },
    onData(stream, session, callback) {
      receive(
        stream,
        session.envelope.rcptTo.map(({ address }) => address),
      ).then(
        () => callback(),
        (error: Error) => callback(error),
      );
    },
  });
  server.on("error", () => {}); // A client that goes away in the middle is not our concern.

  async function receive(stream: AsyncIterable<Buffer>, recipients: string[]) {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    if (options.delayMs) await new Promise((resolve) => setTimeout(resolve, options.delayMs));
    const message = await store.add(await parseMessage(Buffer.concat(chunks), recipients));
    options.onMessage?.(message);
  }

  return server;
}

async function respond(store: MessageStore, request: IncomingMessage, response: ServerResponse) {
  const { pathname } = new URL(request.url ?? "/", "http://inbox");
  const opened = /^\/mail\/(\d+)$/.exec(pathname)?.[1];
  const found = opened ? store.find(opened) : undefined;
  response.setHeader("Cache-Control", "no-store");
  if (request.method === "DELETE" && pathname === "/messages") {
    await store.clear();
    response.writeHead(204).end();
  } else if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405).end();
  } else if (pathname === "/messages") {
    response.writeHead(200, { "Content-Type": "application/json; charset=utf-8" });
    response.end(JSON.stringify(store.newestFirst()));
  } else if (pathname === "/" || found) {
    const nonce = randomBytes(12).toString("base64");
    response.writeHead(200, {
      "Content-Type": "text/html; charset=utf-8",
      "Referrer-Policy": "no-referrer",
      // A mail may show pictures and styles, and nothing else.
      "Content-Security-Policy": `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'unsafe-inline'; img-src http: https: data:; connect-src 'self'; base-uri 'self'; form-action 'none'`,
    });
    response.end(renderInbox(store.newestFirst(), found, nonce));
  } else {
    response.writeHead(404, { "Content-Type": "text/plain" }).end("There is no such mail.");
  }
}
