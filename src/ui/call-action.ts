import { unstable_rethrow } from "next/navigation";
import type { ActionResult } from "@/server/action-result";

/**
 * Calls a server action and turns a lost connection into an ordinary failure, so that what was typed stays on
 * screen. Redirects and not-found, which Next sends as exceptions, pass through.
 */
export async function callAction<T>(call: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await call();
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, code: "unexpected" };
  }
}
