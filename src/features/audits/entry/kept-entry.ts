import { type AuditAnswerValue, NO_ANSWER } from "@/features/audit-forms/schema";
import { VISIT_FIELDS, type VisitDetails } from "../entry-schema";
import type {
  EntryPage,
  KeepChange,
  KeptEntry,
  KnownAnswer,
  PendingAnswer,
  PendingVisit,
  TheirAnswer,
  VisitField,
} from "./outbox-types";
import { isEmptyAnswer, isSameAnswer } from "./same-answer";

/** An entry of which nothing is kept. */
export function emptyEntry(): KeptEntry {
  return {
    readAt: null,
    known: [],
    files: [],
    visit: null,
    pendingAnswers: [],
    pendingPhotos: [],
    pendingVisit: null,
    removals: [],
  };
}

export const NO_VISIT: VisitDetails = {
  visitStartedAt: null,
  visitEndedAt: null,
  employeeId: null,
  summary: null,
};

/** The entry after a change; a new object, so that screens can tell by identity what changed. */
export function applyChange(entry: KeptEntry, change: KeepChange): KeptEntry {
  switch (change.part) {
    case "page":
      return { ...entry, ...change.value };
    case "known":
      return { ...entry, known: replace(entry.known, "itemKey", change.value.itemKey, change.value) };
    case "files":
      return { ...entry, files: change.value };
    case "visit":
      return { ...entry, visit: change.value };
    case "answer":
      return { ...entry, pendingAnswers: replace(entry.pendingAnswers, "itemKey", change.key, change.value) };
    case "photo":
      return { ...entry, pendingPhotos: replace(entry.pendingPhotos, "id", change.key, change.value) };
    case "pendingVisit":
      return { ...entry, pendingVisit: change.value };
    case "removal": {
      const others = entry.removals.filter((id) => id !== change.key);
      return { ...entry, removals: change.value ? [...others, change.key] : others };
    }
  }
}

function replace<K extends string, T extends Record<K, string>>(
  list: readonly T[],
  property: K,
  key: string,
  value: T | null,
): T[] {
  if (!value) return list.filter((one) => one[property] !== key);
  const index = list.findIndex((one) => one[property] === key);
  return index < 0 ? [...list, value] : list.with(index, value);
}

/**
 * What becomes of the kept entry when a page is opened. A page made by the server after the one that was kept brings its
 * answers, except where the device has heard of a newer revision meanwhile; a page kept for reopening without a connection
 * is older than what the device knows, and brings nothing. Nothing that waits to be sent is ever touched, but for a choice
 * that has become needless or concerns a newer answer.
 */
export function meetPage(entry: KeptEntry, page: EntryPage): KeepChange[] {
  if (entry.readAt !== null && page.readAt <= entry.readAt) return [];
  const known = page.known.map((answer): KnownAnswer => {
    const kept = entry.known.find(({ itemKey }) => itemKey === answer.itemKey);
    if (kept && kept.revision > answer.revision) return kept;
    return isEmptyAnswer(answer.value) ? { ...answer, value: null } : answer;
  });
  // An answered item never loses its row on the server: a page without it was made before it was saved.
  const newer = entry.known.filter((kept) => !page.known.some(({ itemKey }) => itemKey === kept.itemKey));
  known.push(...newer);
  const { readAt, files, visit } = page;
  const changes: KeepChange[] = [{ part: "page", value: { readAt, known, files, visit } }];
  for (const pending of entry.pendingAnswers) {
    const answer = known.find(({ itemKey }) => itemKey === pending.itemKey);
    if (!pending.theirs || !answer || answer.revision === pending.theirs.revision) continue;
    const next = meetTheirs(pending, { ...answer, changedAt: null });
    changes.push({ part: "answer", key: pending.itemKey, value: next });
  }
  if (entry.pendingVisit) {
    const next = meetTheirVisit(entry.pendingVisit, entry.visit ?? NO_VISIT, visit);
    changes.push({ part: "pendingVisit", value: next });
  }
  return changes;
}

/**
 * What becomes of a pending answer when the server holds another one than it was given on top of: null when both say the
 * same; sent anew when the server's is this device's own, or differs only by the count of photos (`photoBase`: what was
 * known of a photo item before), which nobody answers; else it waits with theirs beside it until the person has chosen.
 */
export function meetTheirs(
  pending: PendingAnswer,
  theirs: TheirAnswer,
  photoBase?: { value: AuditAnswerValue | null },
): PendingAnswer | null {
  const { value, unconfirmed } = pending;
  if (isSameAnswer(value, theirs.value)) return null;
  const rebased = { ...pending, basedOn: theirs.revision, unconfirmed: [], theirs: null };
  if (unconfirmed.some((sent) => isSameAnswer(sent, theirs.value))) return rebased;
  if (photoBase) {
    const number = theirs.value?.number ?? null;
    if (isSameAnswer(withCount(value, number), theirs.value)) return null;
    if (isSameAnswer(withCount(photoBase.value, number), theirs.value)) {
      return { ...rebased, value: withCount(value, number) };
    }
  }
  return { ...pending, theirs, unconfirmed: [] };
}

function withCount(value: AuditAnswerValue | null, number: number | null): AuditAnswerValue | null {
  return value || number !== null ? { ...(value ?? NO_ANSWER), number } : null;
}

/**
 * What becomes of the visit entered here, on top of `known`, when the server has `visit`: a detail that was not changed here
 * is the server's; one that was changed both here and elsewhere, differently, waits for the choice, unless the server's is
 * this device's own, sent before. Null when both say the same.
 */
export function meetTheirVisit(
  pending: PendingVisit,
  known: VisitDetails,
  visit: VisitDetails,
): PendingVisit | null {
  const changed = VISIT_FIELDS.filter((field) => pending.details[field] !== known[field]);
  const details = { ...visit, ...pick(pending.details, changed) };
  const theirs = changed.filter(
    (field) =>
      visit[field] !== known[field] &&
      visit[field] !== details[field] &&
      !pending.unconfirmed.some((sent) => sent[field] === visit[field]),
  );
  if (VISIT_FIELDS.every((field) => details[field] === visit[field])) return null;
  return { details, unconfirmed: [], theirs: theirs.length > 0 ? pick(visit, theirs) : null, refusals: null };
}

function pick(visit: VisitDetails, fields: readonly VisitField[]): Partial<VisitDetails> {
  return Object.fromEntries(fields.map((field) => [field, visit[field]]));
}

/** What the person answered last, by item key: pending answers over known ones. */
export function listAnswers(entry: KeptEntry): Record<string, KnownAnswer["value"]> {
  return Object.fromEntries(
    [...entry.known, ...entry.pendingAnswers].map(({ itemKey, value }) => [itemKey, value]),
  );
}
