import type { Stage } from "@/generated/prisma/enums";
import type { TouchpointMove } from "./schema";

/**
 * The order of a stage after a touchpoint was put before another one. Not in the stage any more (moved or archived by
 * somebody else in the meantime), or null: it goes to the end. Works the same whether it was in the stage or comes in.
 */
export function placeBefore(ids: readonly string[], id: string, beforeId: string | null): string[] {
  const others = ids.filter((other) => other !== id);
  const index = beforeId === null ? -1 : others.indexOf(beforeId);
  others.splice(index === -1 ? others.length : index, 0, id);
  return others;
}

/** Before which one of its stage a touchpoint stands now; null for the last one and for one that is not there. */
export function followerOf(ids: readonly string[], id: string): string | null {
  const index = ids.indexOf(id);
  return index === -1 ? null : (ids[index + 1] ?? null);
}

/** The journey after a move, as the screen shows it before the server has answered. */
export function applyMove<T extends { id: string; stage: Stage }>(
  touchpoints: readonly T[],
  { id, stage, beforeId }: TouchpointMove,
): T[] {
  const moved = touchpoints.find((touchpoint) => touchpoint.id === id);
  if (!moved) return [...touchpoints];
  const byId = new Map(touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  byId.set(id, { ...moved, stage });
  const target = touchpoints
    .filter((touchpoint) => touchpoint.stage === stage)
    .map((touchpoint) => touchpoint.id);
  const placed = placeBefore(target, id, beforeId);
  const elsewhere = touchpoints.filter((touchpoint) => touchpoint.stage !== stage && touchpoint.id !== id);
  return [...elsewhere, ...placed.map((placedId) => byId.get(placedId) as T)];
}
