import { ConflictError } from "@/server/errors";
import { type CycleChange, changesOf } from "./rules";

/** ConflictError when a cycle cannot go through a change from where it stands (somebody was faster). */
export function requireChange(cycle: Parameters<typeof changesOf>[0], change: CycleChange): void {
  if (!changesOf(cycle).includes(change)) throw new ConflictError("cycleStateChanged");
}
