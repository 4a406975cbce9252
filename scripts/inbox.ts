import { parseCommandLine, runCommand } from "./lib/command-line";
import { startInbox } from "./lib/inbox/start-inbox";
import { announceReady, stopOnSignal } from "./lib/lifecycle";
import { readPort } from "./lib/ports";

const help = `Usage: npx tsx scripts/inbox.ts [--file <path>]

A mail server for this machine that delivers nothing. It shows every mail it is given on a page, and as JSON at
/messages (newest first; DELETE /messages empties it). The demo starts it by itself.

Reads:
  MAIL_PORT     where it takes mail (default 3025)
  INBOX_PORT    where it shows it (default 3080)

  --file <path>   keep the mail in this file over a restart
  --help          show this text`;

runCommand(async () => {
  const { values } = parseCommandLine({ help, options: { file: { type: "string" } } });
  const inbox = await startInbox({
    mailPort: readPort("MAIL_PORT", 3025),
    inboxPort: readPort("INBOX_PORT", 3080),
    file: values.file,
  });
  stopOnSignal(() => inbox.stop());
  console.log(`Mail: smtp://127.0.0.1:${inbox.mailPort}   Inbox: http://localhost:${inbox.inboxPort}`);
  announceReady();
});
