import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import PostalMime, { decodeWords, type Email } from "postal-mime";

/** A mail as the inbox shows it and `/messages` returns it. */
export type InboxMessage = {
  id: string;
  /** Display form, e.g. `Lastmetre <no-reply@example.com>`. */
  from: string;
  /** The addresses the mail server was told to deliver to. */
  to: string[];
  subject: string;
  /** When it was received, ISO 8601. */
  date: string;
  text: string;
  html: string;
  /** By lower-case name; a header that occurs several times is joined with line breaks. */
  headers: Record<string, string>;
  /** Every http(s) address in the mail, each once, in order of appearance. */
  links: string[];
};

export async function parseMessage(raw: Buffer, recipients: string[]): Promise<Omit<InboxMessage, "id">> {
  const email = await PostalMime.parse(raw);
  const headers: Record<string, string> = {};
  for (const { key, value } of email.headers) {
    const decoded = decodeWords(value);
    headers[key] = key in headers ? `${headers[key]}\n${decoded}` : decoded;
  }
  const html = email.html ?? "";
  const text = email.text ?? "";
  return {
    from: describeSender(email),
    to: recipients,
    subject: email.subject ?? "",
    date: new Date().toISOString(),
    text,
    html,
    headers,
    links: findLinks(html, text),
  };
}

function describeSender({ from }: Email): string {
  if (!from) return "";
  return from.name ? `${from.name} <${from.address ?? ""}>` : (from.address ?? "");
}

export function findLinks(html: string, text: string): string[] {
  const inHtml = [...html.matchAll(/\b(?:href|action)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map((match) =>
    decodeEntities(match[1] ?? match[2] ?? ""),
  );
  const inText = [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map((match) =>
    match[0].replace(/[).,;:!?]+$/, ""),
  );
  return [...new Set([...inHtml, ...inText])].filter((link) => /^https?:\/\//i.test(link));
}

function decodeEntities(attribute: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return attribute.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (entity, decimal, hexadecimal, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hexadecimal) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
    return named[name] ?? entity;
  });
}

/** Keeps messages in memory and, given a file, on disk, so that a restart of the demo does not lose the mail. */
export class MessageStore {
  private messages: InboxMessage[] = [];
  private counter = 0;
  private writing: Promise<void> = Promise.resolve();

  private constructor(private readonly file: string | undefined) {}

  static async open(file: string | undefined): Promise<MessageStore> {
    const store = new MessageStore(file);
    if (!file) return store;
    await mkdir(path.dirname(file), { recursive: true });
    const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
    for (const line of lines) {
      const message = parseLine(line);
      if (message) store.messages.push(message);
    }
    store.counter = Math.max(0, ...store.messages.map((message) => Number(message.id) || 0));
    return store;
  }

  async add(message: Omit<InboxMessage, "id">): Promise<InboxMessage> {
    this.counter += 1;
    const stored = { id: String(this.counter), ...message };
    this.messages.push(stored);
    const { file } = this;
    if (file) await this.write(() => appendFile(file, `${JSON.stringify(stored)}\n`));
    return stored;
  }

  newestFirst(): InboxMessage[] {
    return this.messages.toReversed();
  }

  find(id: string): InboxMessage | undefined {
    return this.messages.find((message) => message.id === id);
  }

  async clear(): Promise<void> {
    this.messages = [];
    const { file } = this;
    if (file) await this.write(() => writeFile(file, ""));
  }

  /** One after the other, so that a line is never written into another. */
  private write(change: () => Promise<void>): Promise<void> {
    this.writing = this.writing.then(change, change);
    return this.writing;
  }
}

/** A line that was being written when the process was killed is not complete, and its mail is lost. */
function parseLine(line: string): InboxMessage | undefined {
  try {
    return line ? (JSON.parse(line) as InboxMessage) : undefined;
  } catch {
    return undefined;
  }
}
