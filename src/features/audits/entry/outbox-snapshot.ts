import { listAnswers, NO_VISIT } from "./kept-entry";
import type { KeptEntry, OutboxSnapshot, OutboxState, SendFailure } from "./outbox-types";

/** What screens show of an entry. */
export function makeSnapshot(
  entry: KeptEntry,
  condition: { isReady: boolean; isKept: boolean; failure: SendFailure | null },
): OutboxSnapshot {
  const { pendingAnswers, pendingPhotos, pendingVisit, removals, files, visit } = entry;
  const { isReady, isKept, failure } = condition;
  return {
    isReady,
    isKept,
    state: stateOf(entry, failure),
    answers: listAnswers(entry),
    conflicts: Object.fromEntries(
      pendingAnswers.flatMap(({ itemKey, theirs }) => (theirs ? [[itemKey, theirs]] : [])),
    ),
    refusals: Object.fromEntries(
      pendingAnswers.flatMap(({ itemKey, refusal }) => (refusal !== null ? [[itemKey, refusal]] : [])),
    ),
    visit: pendingVisit?.details ?? visit ?? NO_VISIT,
    visitConflicts: pendingVisit?.theirs ?? {},
    visitRefusals: pendingVisit?.refusals ?? {},
    files: files.filter(({ id }) => !removals.includes(id)),
    photos: pendingPhotos,
    unsent: {
      answers: pendingAnswers.length,
      photos: pendingPhotos.length,
      others: (pendingVisit ? 1 : 0) + removals.length,
    },
    message: failure?.message ?? null,
  };
}

function stateOf(entry: KeptEntry, failure: SendFailure | null): OutboxState {
  const { pendingAnswers, pendingPhotos, pendingVisit, removals } = entry;
  if (failure?.kind === "stopped" || failure?.kind === "outdated") return failure.kind;
  if (pendingAnswers.some(({ theirs }) => theirs) || pendingVisit?.theirs) return "choose";
  const isRefused = [...pendingAnswers, ...pendingPhotos].some(({ refusal }) => refusal !== null);
  if (isRefused || pendingVisit?.refusals) return "refused";
  if (pendingAnswers.length + pendingPhotos.length + removals.length === 0 && !pendingVisit) return "saved";
  return failure ? "waiting" : "sending";
}
