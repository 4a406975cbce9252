import { ConflictError } from "@/server/errors";
import { type CycleChange, changesOf } from "../rules";
import type { EvaluationCycleStatus } from "../schema";

/** ConflictError when a cycle cannot go through a change from where it stands (somebody was faster). */
export function requireChange(status: EvaluationCycleStatus, change: CycleChange): void {
  if (!changesOf(status).includes(change)) throw new ConflictError("cycleStateChanged");
}
