import "server-only";
import { withScope } from "@/server/database";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";
import { READY_BEHAVIOUR_KEYS } from "../ready-behaviours";
import { ensureReadyBehaviours } from "./ensure-ready-behaviours";

/** Brings the whole ready list into the standard; what is there, renamed or archived, stays as it is. */
export async function addReadyBehaviours(scope: Scope): Promise<void> {
  requireWholeOrganization(scope);
  await withScope(scope, (tx) => ensureReadyBehaviours(tx, scope, READY_BEHAVIOUR_KEYS));
}
