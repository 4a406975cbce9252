import { createConnection, type Socket } from "node:net";

export type HttpAnswer = { status: number; headers: Map<string, string>; cookies: string[]; body: Buffer };

const HEADER_END = Buffer.from("\r\n\r\n");
const LAST_CHUNK = Buffer.from("0\r\n\r\n");

/**
 * One keep-alive connection that sends one request at a time: HTTP/1.1 and no more than a measurement needs, so that the
 * client leaves the processor to what is measured.
 */
export class HttpConnection {
  private socket: Socket | undefined;
  private chunks: Buffer[] = [];
  private head: Head | undefined;
  private waiting: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | undefined;
  /** Bytes read from the connection, headers included. */
  bytesRead = 0;

  constructor(
    private readonly host: string,
    private readonly port: number,
  ) {}

  /** Sends a request; `headers` are whole lines, each ended by CRLF. Rejects when the connection breaks. */
  request(method: string, path: string, headers = "", body?: string | Buffer): Promise<HttpAnswer> {
    const socket = this.connect();
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      const length = body === undefined ? "" : `content-length: ${Buffer.byteLength(body)}\r\n`;
      socket.cork();
      socket.write(`${method} ${path} HTTP/1.1\r\nhost: localhost:${this.port}\r\n${headers}${length}\r\n`);
      if (body !== undefined) socket.write(body);
      socket.uncork();
    });
  }

  close(): void {
    this.socket?.destroy();
    this.socket = undefined;
  }

  private connect(): Socket {
    if (this.socket && !this.socket.destroyed) return this.socket;
    this.reset();
    const socket = createConnection({ host: this.host, port: this.port, noDelay: true });
    socket.on("data", (chunk) => this.receive(chunk));
    socket.on("error", (error) => this.fail(socket, error));
    socket.on("close", () => this.fail(socket, new Error("connection closed")));
    this.socket = socket;
    return socket;
  }

  private fail(socket: Socket, error: Error): void {
    // One that was given up already says so late; by then another one is in use.
    if (this.socket !== socket) return;
    this.socket = undefined;
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.reject(error);
  }

  private receive(chunk: Buffer): void {
    this.bytesRead += chunk.length;
    this.chunks.push(chunk);
    this.head ??= this.readHead();
    if (!this.head || !this.hasWholeBody(this.head, chunk)) return;
    const { status, headers, cookies, bodyStart } = this.head;
    const rest = Buffer.concat(this.chunks).subarray(bodyStart);
    const body = isChunked(headers) ? readChunks(rest) : rest;
    if (!body) return;
    this.reset();
    if (headers.get("connection") === "close") this.close();
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.resolve({ status, headers, cookies, body });
  }

  private reset(): void {
    this.chunks = [];
    this.head = undefined;
  }

  private readHead(): Head | undefined {
    if (this.chunks.length > 1) this.chunks = [Buffer.concat(this.chunks)];
    const received = this.chunks[0] as Buffer;
    const end = received.indexOf(HEADER_END);
    return end === -1 ? undefined : parseHead(received.toString("latin1", 0, end), end + HEADER_END.length);
  }

  private hasWholeBody({ status, headers, bodyStart }: Head, last: Buffer): boolean {
    if (status === 204 || status === 304) return true;
    if (isChunked(headers)) return last.length < 5 || last.subarray(-5).equals(LAST_CHUNK);
    const received = this.chunks.reduce((sum, { length }) => sum + length, 0);
    return received - bodyStart >= Number(headers.get("content-length") ?? 0);
  }
}

type Head = { status: number; headers: Map<string, string>; cookies: string[]; bodyStart: number };

function parseHead(text: string, bodyStart: number): Head {
  const [statusLine = "", ...lines] = text.split("\r\n");
  const headers = new Map<string, string>();
  const cookies: string[] = [];
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === "set-cookie") cookies.push(value);
    else headers.set(name, value);
  }
  return { status: Number(statusLine.slice(9, 12)), headers, cookies, bodyStart };
}

const isChunked = (headers: Map<string, string>) => headers.get("transfer-encoding") === "chunked";

/** The body without the lengths of its chunks; null as long as the last one is missing. */
function readChunks(rest: Buffer): Buffer | null {
  const chunks: Buffer[] = [];
  for (let start = 0; ; ) {
    const lineEnd = rest.indexOf("\r\n", start);
    if (lineEnd === -1) return null;
    const length = Number.parseInt(rest.toString("latin1", start, lineEnd), 16);
    if (length === 0) return Buffer.concat(chunks);
    const chunkEnd = lineEnd + 2 + length;
    if (rest.length < chunkEnd + 2) return null;
    chunks.push(rest.subarray(lineEnd + 2, chunkEnd));
    start = chunkEnd + 2;
  }
}
