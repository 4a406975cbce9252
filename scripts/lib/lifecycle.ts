import { exists, findParent } from "./processes";

/** How long requests and jobs in flight may take to finish. */
export const shutdownPatienceMs = 30_000;

/**
 * Runs `stop` once when the process is asked to end: by a signal, or because the parent that started it is gone. The
 * process then exits with 0, or `exitCode`. A second request, or 30 seconds, ends it at once; Ctrl-C often arrives twice within a
 * moment (from the terminal and from npm), which counts as one.
 */
export function stopOnSignal(
  stop: () => Promise<void>,
  { force = () => {}, exitCode = 0 }: { force?: () => void; exitCode?: number } = {},
): void {
  let askedAt: number | undefined;

  const forceExit = (reason: string) => {
    console.error(`Stopped at once: ${reason}.`);
    force();
    process.exit(1);
  };

  const ask = () => {
    if (askedAt !== undefined) {
      if (Date.now() - askedAt > 1_000) forceExit("asked a second time");
      return;
    }
    askedAt = Date.now();
    setTimeout(
      () => forceExit(`not finished after ${shutdownPatienceMs / 1000} seconds`),
      shutdownPatienceMs,
    ).unref();
    stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : String(error));
        force();
        process.exit(1);
      },
    );
  };

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, ask);
  process.once("disconnect", ask);
  watchNpm(ask);
}

/**
 * `npm run` puts itself and a shell between the terminal and us. Who stops npm stops that shell, which passes nothing
 * on: without this, everything would run on unseen. Outside npm a parent may go and leave us running on purpose.
 */
function watchNpm(onGone: () => void) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === "win32") return;
  const shell = process.ppid;
  const npm = findParent(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && (npm === undefined || exists(npm))) return;
    clearInterval(timer);
    onGone();
  }, 250);
  timer.unref();
}

/** Tells the parent, if it listens, that this process does its work now. */
export function announceReady(): void {
  process.send?.("ready");
}
