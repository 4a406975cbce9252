import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { serverCodeFlags } from "../scripts/lib/child";
import { startStack } from "../scripts/lib/stack";

/** One whole product for the run: database, web server (production build), worker, and a mail server that keeps the mail. */
export default async function globalSetup() {
  const folder = await mkdtemp(path.join(tmpdir(), "lastmetre-e2e-"));
  const authSecret = randomBytes(36).toString("base64url");
  const tokensFile = path.join(folder, "tokens.json");
  const stack = await startStack({
    folder,
    databaseName: "lastmetre_e2e",
    ports: { web: 0, mail: 0, inbox: 0 },
    authSecret,
    durable: false,
    resetHint: "Run the tests again.",
    distDir: process.env.E2E_DIST_DIR ?? ".next-e2e",
    environment: { LOG_LEVEL: "warn" },
    seed: (urls) => seed(urls.databaseUrl, authSecret, tokensFile),
  });
  process.env.E2E_APP_URL = stack.appUrl;
  process.env.E2E_INBOX_URL = stack.inboxUrl;
  process.env.E2E_TOKENS = await readFile(tokensFile, "utf8");
  return async () => {
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** In a process of its own: server code needs flags that the test runner's process does not have. */
function seed(databaseUrl: string, authSecret: string, tokensFile: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      ...serverCodeFlags,
      "e2e/seed.ts",
      "--database-url",
      databaseUrl,
      "--tokens-file",
      tokensFile,
    ],
    {
      stdio: "inherit",
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        AUTH_SECRET: authSecret,
        APP_URL: "http://localhost",
        SMTP_URL: "smtp://127.0.0.1:1",
        MAIL_FROM: "Lastmetre <no-reply@lastmetre.test>",
      },
    },
  );
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`e2e/seed.ts ended with ${code}`)),
    );
  });
}
