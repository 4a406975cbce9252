/** What of an error may leave the process: into the log, into the queue's table. */
export type SafeError = { name: string; code?: string; message?: string; stack?: string };

/**
 * An error without what a database put into it: Prisma prints the arguments of a call that fails its checks, PostgreSQL
 * quotes the values of a row it refuses. Of those the name, the code and the lines of the stack that name code are left;
 * of every other error name, message and stack.
 */
export function toSafeError(error: Error): SafeError {
  if (!isOfDatabase(error)) return { name: error.name, message: error.message, stack: error.stack };
  const code = codeOf(error);
  return { name: error.name, ...(code ? { code } : {}), stack: framesOf(error) };
}

/**
 * The error of a task as the queue may keep it (`last_error`) and print it; also for what was thrown and is no error.
 * An error that no database made is given back as it is.
 */
export function toSafeTaskError(thrown: unknown): Error {
  if (!(thrown instanceof Error)) return new Error(`a task threw a ${typeof thrown}`);
  if (!isOfDatabase(thrown)) return thrown;
  const { name, code, stack } = toSafeError(thrown);
  const safe = new Error([name, code].filter(Boolean).join(" "));
  safe.name = name;
  safe.stack = `${safe.message}\n${stack}`;
  return safe;
}

/** Prisma's errors, its driver adapter's, and those of node-postgres, which are the only ones with a severity. */
function isOfDatabase(error: Error): boolean {
  return (
    error.name.startsWith("PrismaClient") ||
    error.name === "DriverAdapterError" ||
    ("severity" in error && "code" in error)
  );
}

/** P2002, 23505 …; where a raw query failed, also PostgreSQL's own code. */
function codeOf(error: Error & { code?: unknown; meta?: unknown }): string | undefined {
  const original = findOriginalCode(error.meta);
  const codes = [error.code, original].filter(
    (code) => typeof code === "string" && /^[A-Z0-9]{5}$/.test(code),
  );
  return codes.length > 0 ? codes.join(" ") : undefined;
}

function findOriginalCode(meta: unknown): unknown {
  const { driverAdapterError } = (meta ?? {}) as {
    driverAdapterError?: { cause?: { originalCode?: unknown } };
  };
  return driverAdapterError?.cause?.originalCode;
}

/** The stack begins with the message, which may have any number of lines, some of them looking like code. */
function framesOf(error: Error): string {
  const stack = error.stack ?? "";
  const end = stack.indexOf(error.message);
  if (end < 0) return "";
  return stack
    .slice(end + error.message.length)
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
}
