import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createTransport } from "nodemailer";
import { afterEach, expect, it } from "vitest";
import { findLinks } from "../../../scripts/lib/inbox/messages";
import { type Inbox, type InboxOptions, startInbox } from "../../../scripts/lib/inbox/start-inbox";

const running: Inbox[] = [];
afterEach(async () => {
  for (const inbox of running.splice(0)) await inbox.stop();
});

async function start(options: Partial<InboxOptions> = {}): Promise<Inbox> {
  const inbox = await startInbox({ mailPort: 0, inboxPort: 0, ...options });
  running.push(inbox);
  return inbox;
}

function send(inbox: Inbox, mail: { to: string; subject?: string; html?: string; text?: string }) {
  return createTransport({ host: "127.0.0.1", port: inbox.mailPort }).sendMail({
    from: "Kahvila Sointu <palaute@sointu.test>",
    subject: "Miten käynti sujui?",
    text: "Vastaa: http://localhost:3000/s/abc?score=9",
    html: '<p>Hei!</p><a href="http://localhost:3000/s/abc?score=9&amp;x=1">9</a><script>alert(1)</script>',
    headers: { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
    ...mail,
  });
}

it("keeps what arrives over SMTP and returns it as JSON, newest first", async () => {
  const inbox = await start();
  await send(inbox, { to: "aino@example.test", subject: "Ensimmäinen" });
  await send(inbox, { to: "Eero <eero@example.test>" });
  const response = await fetch(`http://127.0.0.1:${inbox.inboxPort}/messages`);
  const messages = await response.json();
  expect(messages).toHaveLength(2);
  expect(messages[0]).toMatchObject({
    from: "Kahvila Sointu <palaute@sointu.test>",
    to: ["eero@example.test"],
    subject: "Miten käynti sujui?",
    links: ["http://localhost:3000/s/abc?score=9&x=1", "http://localhost:3000/s/abc?score=9"],
    headers: { "list-unsubscribe-post": "List-Unsubscribe=One-Click" },
  });
  expect(messages[1].subject).toBe("Ensimmäinen");
});

it("shows a mail without letting it act on the page", async () => {
  const inbox = await start();
  await send(inbox, { to: "aino@example.test", subject: "<img src=x onerror=alert(1)>" });
  const [message] = inbox.messages();
  const page = await (await fetch(`http://127.0.0.1:${inbox.inboxPort}/mail/${message?.id}`)).text();
  expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
  expect(page).not.toContain("<img src=x");
  expect(page).not.toContain("<script>alert");
  expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
});

it("forgets everything on DELETE /messages", async () => {
  const inbox = await start();
  await send(inbox, { to: "aino@example.test" });
  const response = await fetch(`http://127.0.0.1:${inbox.inboxPort}/messages`, { method: "DELETE" });
  expect(response.status).toBe(204);
  expect(inbox.messages()).toEqual([]);
});

it("still has the mail after a restart, in order and with new numbers", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "lastmetre-inbox-"));
  const file = path.join(folder, "inbox.jsonl");
  const first = await start({ file });
  await send(first, { to: "aino@example.test", subject: "Ennen" });
  await first.stop();
  running.pop();
  const second = await start({ file });
  await send(second, { to: "aino@example.test", subject: "Jälkeen" });
  expect(second.messages().map(({ id, subject }) => [id, subject])).toEqual([
    ["2", "Jälkeen"],
    ["1", "Ennen"],
  ]);
  await rm(folder, { recursive: true });
});

it("refuses the recipients a test chooses, with the code it chooses", async () => {
  const inbox = await start({
    rejectRecipient: (address) =>
      address.startsWith("gone") ? { code: 550, message: "no such mailbox" } : undefined,
  });
  await expect(send(inbox, { to: "gone@example.test" })).rejects.toMatchObject({ responseCode: 550 });
  await send(inbox, { to: "there@example.test" });
  expect(inbox.messages()).toHaveLength(1);
});

it("says which variable chooses another port when one is taken", async () => {
  const inbox = await start();
  await expect(startInbox({ mailPort: inbox.mailPort, inboxPort: 0 })).rejects.toThrow(/MAIL_PORT=<port>/);
  await expect(startInbox({ mailPort: 0, inboxPort: inbox.inboxPort })).rejects.toThrow(/INBOX_PORT=<port>/);
});

it("finds each address once and leaves punctuation out", () => {
  expect(
    findLinks("<a href='mailto:a@b'>m</a>", "See http://a.test/x. And http://a.test/x, https://b.test/?q=1)"),
  ).toEqual(["http://a.test/x", "https://b.test/?q=1"]);
});
