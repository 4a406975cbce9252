import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { mayObserve } from "./require-observer";

/** Whether this member may begin an open observation. */
export async function getMayObserve(scope: Scope): Promise<boolean> {
  return withScope(scope, (tx) => mayObserve(tx, scope));
}
