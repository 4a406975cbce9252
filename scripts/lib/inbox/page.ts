import type { InboxMessage } from "./messages";

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** The list is drawn anew every two seconds. */
const shownAtMost = 200;

const timeFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

const style = `
:root { color-scheme: light dark; --ground: #f6f7f9; --surface: #fff; --ink: #1b2430; --quiet: #5b6675; --line: #dfe3e9;
  --accent: #0b5cad; --chosen: #e7f0fb; }
@media (prefers-color-scheme: dark) { :root { --ground: #12161c; --surface: #1a2029; --ink: #e8ecf2; --quiet: #a0abba;
  --line: #2d3643; --accent: #7db7f5; --chosen: #22324a; } }
* { box-sizing: border-box; }
body { margin: 0; height: 100vh; display: flex; flex-direction: column; background: var(--ground); color: var(--ink);
  font: 15px/1.45 system-ui, sans-serif; }
header { display: flex; gap: 1rem; align-items: center; padding: .7rem 1.2rem; border-bottom: 1px solid var(--line);
  background: var(--surface); }
h1 { font-size: 1.05rem; margin: 0; } h1 a { color: inherit; text-decoration: none; }
header p { margin: 0; color: var(--quiet); flex: 1; }
button { font: inherit; color: inherit; background: none; border: 1px solid var(--line); border-radius: 6px;
  padding: .35rem .8rem; cursor: pointer; } button:hover { border-color: var(--quiet); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
main { flex: 1; min-height: 0; display: grid; grid-template-columns: minmax(16rem, 24rem) 1fr; }
nav { overflow-y: auto; border-right: 1px solid var(--line); background: var(--surface); }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a { display: grid; grid-template-columns: 1fr auto; gap: .1rem .8rem; padding: .65rem 1.2rem; color: inherit;
  text-decoration: none; border-bottom: 1px solid var(--line); }
nav a:hover, nav a[aria-current] { background: var(--chosen); }
nav strong { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
nav time, nav span { color: var(--quiet); font-size: .85rem; }
nav span { grid-column: 1 / -1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
article { min-width: 0; min-height: 0; display: flex; flex-direction: column; overflow-y: auto; padding: 1.2rem; gap: .9rem; }
article h2 { margin: 0; font-size: 1.3rem; overflow-wrap: anywhere; }
dl { margin: 0; display: grid; grid-template-columns: auto 1fr; gap: .15rem .9rem; } dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { flex: 1 0 28rem; width: 100%; border: 1px solid var(--line); border-radius: 8px; background: #fff; }
details { border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
summary { padding: .5rem .9rem; cursor: pointer; }
pre { margin: 0; padding: .2rem .9rem .9rem; white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.5 ui-monospace, monospace; }
.back { display: none; font-weight: 400; } .older { padding: .65rem 1.2rem; margin: 0; color: var(--quiet); }
.empty { margin: auto; text-align: center; color: var(--quiet); max-width: 24rem; }
@media (max-width: 44rem) { body { height: auto; } main { display: block; } nav { border: 0; } article { min-height: 70vh; }
  .opened nav { display: none; } .back { display: inline; } }
`;

/** Replaces the list when there is new mail, and leaves the mail being read alone. */
const script = `
const list = document.querySelector("nav"), count = document.querySelector("#count");
document.querySelector("#clear").addEventListener("click", async () => {
  await fetch("/messages", { method: "DELETE" });
  location.href = "/";
});
setInterval(async () => {
  const response = await fetch(location.href).catch(() => undefined);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (page.querySelector("nav").innerHTML === list.innerHTML) return;
  list.innerHTML = page.querySelector("nav").innerHTML;
  count.textContent = page.querySelector("#count").textContent;
}, 2000);
`;

/** The inbox: every mail on the left, the opened one on the right. What mails contain is escaped or sandboxed. */
export function renderInbox(
  messages: InboxMessage[],
  opened: InboxMessage | undefined,
  nonce: string,
): string {
  const count = messages.length === 1 ? "1 mail" : `${messages.length} mails`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escapeHtml(opened ? `${opened.subject} · ` : "")}Inbox</title>
<style>${style}</style>
</head>
<body${opened ? ' class="opened"' : ""}>
<header>
<h1><a href="/"><span class="back" aria-hidden="true">← </span>Inbox</a></h1>
<p><span id="count">${count}</span>, caught by this machine: nothing leaves it.</p>
<button type="button" id="clear">Delete all</button>
</header>
<main>
<nav aria-label="Mails">${renderList(messages, opened)}</nav>
${opened ? renderMessage(opened) : renderNothingOpened(messages.length)}
</main>
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}

function renderList(messages: InboxMessage[], opened: InboxMessage | undefined): string {
  const entries = messages
    .slice(0, shownAtMost)
    .map((message) => renderEntry(message, message.id === opened?.id));
  const older = messages.length - entries.length;
  return `<ul>${entries.join("")}</ul>${older > 0 ? `<p class="older">and ${older} older ones (/messages has all)</p>` : ""}`;
}

function renderEntry(message: InboxMessage, isOpened: boolean): string {
  return `<li><a href="/mail/${escapeHtml(message.id)}"${isOpened ? ' aria-current="page"' : ""}>
<strong>${escapeHtml(message.to.join(", "))}</strong>
<time datetime="${escapeHtml(message.date)}">${escapeHtml(timeFormat.format(new Date(message.date)))}</time>
<span>${escapeHtml(message.subject || "(no subject)")}</span></a></li>`;
}

function renderNothingOpened(count: number): string {
  return count === 0
    ? '<p class="empty">No mail yet. What the product sends appears here within a moment.</p>'
    : '<p class="empty">Choose a mail to read it.</p>';
}

function renderMessage(message: InboxMessage): string {
  // Links open in a tab of their own; the mail itself may neither run scripts nor reach this page.
  const frame = `<base target="_blank">${message.html}`;
  const headers = Object.entries(message.headers).map(([name, value]) => `${name}: ${value}`);
  return `<article>
<h2>${escapeHtml(message.subject || "(no subject)")}</h2>
<dl>
<dt>From</dt><dd>${escapeHtml(message.from)}</dd>
<dt>To</dt><dd>${escapeHtml(message.to.join(", "))}</dd>
<dt>Received</dt><dd>${escapeHtml(timeFormat.format(new Date(message.date)))}</dd>
</dl>
${
  message.html
    ? `<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escapeHtml(frame)}"></iframe>`
    : ""
}
<details${message.html ? "" : " open"}><summary>Plain text</summary><pre>${escapeHtml(message.text)}</pre></details>
<details><summary>Headers</summary><pre>${escapeHtml(headers.join("\n"))}</pre></details>
</article>`;
}
