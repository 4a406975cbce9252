import { existsSync } from "node:fs";
import { EnvironmentError, getEnv } from "../../src/server/env";
import { CommandError } from "./command-line";

/** Reads `.env` when there is one; what is set in the environment already wins. */
export function loadEnvironmentFile(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

/** The parsed environment, or the end of the process with one line per mistake. */
export function requireEnvironment() {
  loadEnvironmentFile();
  try {
    return getEnv();
  } catch (error) {
    if (error instanceof EnvironmentError) throw new CommandError(error.lines.join("\n"));
    throw error;
  }
}
