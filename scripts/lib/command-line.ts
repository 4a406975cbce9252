import { type ParseArgsConfig, parseArgs } from "node:util";

/** A mistake of the person at the keyboard: printed as one line, without a stack. */
export class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Reads the arguments; `--help` prints the help and ends the process, an unknown flag is a `CommandError` (exit 2). */
export function parseCommandLine<const O extends Options>(command: {
  help: string;
  options: O;
  allowPositionals?: boolean;
}) {
  const options = { ...command.options, help: { type: "boolean" as const } };
  let parsed: ReturnType<
    typeof parseArgs<{ options: typeof options; allowPositionals: boolean; strict: true }>
  >;
  try {
    parsed = parseArgs({ options, allowPositionals: command.allowPositionals ?? false, strict: true });
  } catch (error) {
    throw new CommandError(`${(error as Error).message.split(". ")[0]}. See --help.`, 2);
  }
  if ((parsed.values as { help?: boolean }).help) {
    console.log(command.help);
    process.exit(0);
  }
  return parsed;
}

/** Runs a script's body: an error ends it with one line on standard error and a non-zero exit code. */
export function runCommand(body: () => Promise<void>): void {
  body().catch((error: unknown) => {
    if (process.env.DEBUG) console.error(error);
    else console.error(error instanceof Error ? error.message : String(error));
    process.exit(error instanceof CommandError ? error.exitCode : 1);
  });
}
