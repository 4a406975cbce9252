import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright";
import { CommandError } from "./command-line";

const execute = promisify(execFile);

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const macApplications = ["Google Chrome", "Chromium"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const windowsFolders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"];

/** A Chromium that starts: named by CHROMIUM_PATH, installed, Playwright's own, or installed now. */
export async function findBrowser(onProgress: (line: string) => void): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (await starts(named)) return named;
    throw new CommandError(`CHROMIUM_PATH names ${named}, which does not start.`);
  }
  const present = await firstThatStarts([...listInstalled(), chromium.executablePath()]);
  if (present) return present;

  onProgress("No Chromium found; trying Playwright's download …");
  const playwright = path.join("node_modules", "playwright", "cli.js");
  await run(process.execPath, [playwright, "install", "--only-shell", "chromium"], {
    seconds: 180,
    environment: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" },
  });
  const downloaded = await firstThatStarts([chromium.executablePath(), ...listHeadlessShells()]);
  if (downloaded) return downloaded;

  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    onProgress("Installing Chromium with apt-get …");
    await run("apt-get", ["update", "-qq"], { seconds: 300 });
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { seconds: 900 });
    const installed = await firstThatStarts(listInstalled());
    if (installed) return installed;
  }
  throw new CommandError(
    "The end-to-end tests need a Chromium or Chrome: install one, or name its program with CHROMIUM_PATH.",
  );
}

/** What is installed already, without starting it: for runs that come after `findBrowser`, or by hand. */
export function listInstalled(): string[] {
  const onPath = (process.env.PATH ?? "")
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  const onWindows = windowsFolders.flatMap((variable) => {
    const folder = process.env[variable];
    return folder ? [path.join(folder, "Google", "Chrome", "Application", "chrome.exe")] : [];
  });
  return [...onPath, ...macApplications, ...onWindows].filter((file) => existsSync(file));
}

/** Playwright keeps the headless shell beside the full browser, under a name of its own. */
function listHeadlessShells(): string[] {
  const full = chromium.executablePath();
  const shell = full
    .replace(/chromium-(\d+)/, "chromium_headless_shell-$1")
    .replace(
      /chrome-(linux\w*|mac\w*|win\w*)([/\\])chrome/,
      "chrome-headless-shell-$1$2chrome-headless-shell",
    );
  return [
    shell,
    shell
      .replace("chrome-headless-shell-linux", "chrome-linux")
      .replace(/chrome-headless-shell$/, "headless_shell"),
  ];
}

async function firstThatStarts(candidates: string[]): Promise<string | undefined> {
  for (const candidate of candidates) {
    if (existsSync(candidate) && (await starts(candidate))) return candidate;
  }
  return undefined;
}

/** A program may be there and lack its libraries, or be a hint to install something else. */
async function starts(program: string): Promise<boolean> {
  try {
    const { stdout } = await execute(program, ["--version"], { timeout: 20_000 });
    return /\d+\.\d+/.test(stdout);
  } catch {
    return false;
  }
}

/** Runs a command that may fail: what matters is whether there is a browser afterwards. */
async function run(
  command: string,
  args: string[],
  { seconds, environment }: { seconds: number; environment?: Record<string, string> },
): Promise<void> {
  await new Promise<void>((resolve) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "ignore", "pipe"],
      timeout: seconds * 1000,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", ...environment },
    });
    child.stderr.resume();
    child.once("error", () => resolve());
    child.once("close", () => resolve());
  });
}
