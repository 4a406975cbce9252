import "server-only";
import { refresh } from "next/cache";

/** Waits for a command of a server action and lets the page on screen show what it changed, in the same answer. */
export async function thenRefresh<T>(command: Promise<T>): Promise<T> {
  const result = await command;
  refresh();
  return result;
}
