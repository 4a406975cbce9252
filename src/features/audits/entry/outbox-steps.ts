import { NO_ANSWER } from "@/features/audit-forms/schema";
import { VISIT_FIELDS } from "../entry-schema";
import { meetTheirs, meetTheirVisit, NO_VISIT } from "./kept-entry";
import type {
  AnswerChange,
  KeepChange,
  KeptEntry,
  OutboxConnection,
  PendingAnswer,
  PendingPhoto,
  PendingVisit,
  SavedAnswers,
  SendFailure,
} from "./outbox-types";
import { isEmptyAnswer, isSameAnswer } from "./same-answer";

/** The most answers in one request. */
const BATCH = 40;

/** What a step works on: the entry as it is now, and the way to change it. */
export type Keeper = {
  entry: () => KeptEntry;
  keep: (changes: KeepChange[]) => void;
  /** Resolves when what was kept is on the device. */
  written: () => Promise<void>;
  connection: OutboxConnection;
  photoItems: ReadonlySet<string>;
};

/** Sends one thing; says what stopped it, or null when the next can follow. */
export type Step = () => Promise<SendFailure | null>;

/** The next thing to send: answers, then the visit, then photos one by one, then removals; null when nothing waits. */
export function nextStep(keeper: Keeper): Step | null {
  const { pendingAnswers, pendingVisit, pendingPhotos, removals } = keeper.entry();
  const answers = pendingAnswers.filter(({ theirs, refusal }) => !theirs && refusal === null);
  if (answers.length > 0) return () => sendAnswers(keeper, answers.slice(0, BATCH));
  if (pendingVisit && !pendingVisit.refusals && !pendingVisit.theirs) {
    return () => sendVisit(keeper, pendingVisit);
  }
  const photo = pendingPhotos.find(({ refusal }) => refusal === null);
  if (photo) return () => sendPhoto(keeper, photo);
  const [removal] = removals;
  return removal === undefined ? null : () => removeFile(keeper, removal);
}

async function sendAnswers(keeper: Keeper, answers: PendingAnswer[]): Promise<SendFailure | null> {
  // Written before it is sent: should the reply get lost, the server's value is known as this device's own.
  const sent = answers.map((answer) => ({ ...answer, unconfirmed: [...answer.unconfirmed, answer.value] }));
  keeper.keep(sent.map((value) => ({ part: "answer", key: value.itemKey, value })));
  await keeper.written();
  const result = await keeper.connection.saveAnswers(sent.map(toChange));
  if (result.ok) {
    takeReply(keeper, sent, result.data);
    return null;
  }
  const { failure } = result;
  if (failure.kind !== "refused") return failure;
  // One of several is wrong: each for itself, so that it holds up no other.
  if (sent.length > 1) {
    for (const { itemKey } of sent) {
      const current = keeper.entry().pendingAnswers.find((pending) => pending.itemKey === itemKey);
      const stopped = current && !current.theirs ? await sendAnswers(keeper, [current]) : null;
      if (stopped) return stopped;
    }
    return null;
  }
  const refusal = Object.values(failure.fields ?? {})[0] ?? failure.message ?? "";
  keeper.keep(
    settleWaiting(keeper, sent, (pending, isCurrent) => ({
      ...pending,
      unconfirmed: pending.unconfirmed.slice(0, -1),
      refusal: isCurrent ? refusal : null,
    })),
  );
  return null;
}

function toChange({ itemKey, basedOn, value }: PendingAnswer): AnswerChange {
  return { itemKey, basedOn, value: isEmptyAnswer(value) ? null : value };
}

function takeReply(keeper: Keeper, sent: PendingAnswer[], { saved, conflicts }: SavedAnswers): void {
  const before = keeper.entry().known;
  const waiting = settleWaiting(keeper, sent, (pending, isCurrent) => {
    const done = saved.find(({ itemKey }) => itemKey === pending.itemKey);
    if (done) return isCurrent ? null : { ...pending, basedOn: done.revision, unconfirmed: [] };
    const theirs = conflicts.find(({ itemKey }) => itemKey === pending.itemKey);
    // Neither saved nor in conflict is a reply that cannot be; tried for ever it would hold up the rest.
    if (!theirs) return { ...pending, refusal: "" };
    const { itemKey, revision, value, changedAt } = theirs;
    const photoBase = keeper.photoItems.has(itemKey)
      ? { value: before.find((known) => known.itemKey === itemKey)?.value ?? null }
      : undefined;
    // What was sent just now did not arrive; only what went before may be this device's own.
    const earlier = { ...pending, unconfirmed: pending.unconfirmed.slice(0, -1) };
    return meetTheirs(earlier, { revision, value, changedAt }, photoBase);
  });
  const known = [
    ...saved.map(({ itemKey, revision }) => {
      const value = sent.find((pending) => pending.itemKey === itemKey)?.value ?? null;
      return { itemKey, revision, value };
    }),
    ...conflicts.map(({ itemKey, revision, value }) => ({ itemKey, revision, value })),
  ];
  // In one piece: an answer that no longer waits is one the device knows of.
  keeper.keep([...waiting, ...known.map((value) => ({ part: "known" as const, value }))]);
}

/** What becomes of what waits of answers that were sent; `isCurrent`: nothing else was answered meanwhile. */
function settleWaiting(
  keeper: Keeper,
  sent: PendingAnswer[],
  settle: (pending: PendingAnswer, isCurrent: boolean) => PendingAnswer | null,
): KeepChange[] {
  return sent.flatMap(({ itemKey, value }): KeepChange[] => {
    const pending = keeper.entry().pendingAnswers.find((one) => one.itemKey === itemKey);
    if (!pending) return [];
    return [{ part: "answer", key: itemKey, value: settle(pending, isSameAnswer(pending.value, value)) }];
  });
}

async function sendVisit(keeper: Keeper, sent: PendingVisit): Promise<SendFailure | null> {
  const { details } = sent;
  const mark: PendingVisit = { ...sent, unconfirmed: [...sent.unconfirmed, details] };
  keeper.keep([{ part: "pendingVisit", value: mark }]);
  await keeper.written();
  const known = keeper.entry().visit ?? NO_VISIT;
  const result = await keeper.connection.saveVisit(details, known);
  const pending = keeper.entry().pendingVisit ?? mark;
  if (result.ok) {
    keeper.keep([
      { part: "visit", value: result.data },
      { part: "pendingVisit", value: meetTheirVisit(pending, known, result.data) },
    ]);
    return null;
  }
  const { failure } = result;
  if (failure.kind !== "refused") return failure;
  const isCurrent = VISIT_FIELDS.every((field) => pending.details[field] === details[field]);
  const refusals = isCurrent ? (failure.fields ?? { visit: failure.message ?? "" }) : null;
  keeper.keep([{ part: "pendingVisit", value: { ...pending, unconfirmed: sent.unconfirmed, refusals } }]);
  return null;
}

async function sendPhoto(keeper: Keeper, photo: PendingPhoto): Promise<SendFailure | null> {
  const result = await keeper.connection.sendPhoto(photo);
  const isWanted = keeper.entry().pendingPhotos.some(({ id }) => id === photo.id);
  if (result.ok) {
    const { revision, ...file } = result.data;
    const others = keeper.entry().files.filter(({ id }) => id !== file.id);
    keeper.keep([
      ...countPhoto(keeper.entry(), photo.itemKey, revision),
      { part: "files", value: [...others, file] },
      // Taken away while it was on its way: it has arrived all the same, and has to go from there.
      isWanted
        ? { part: "photo", key: photo.id, value: null }
        : { part: "removal", key: file.id, value: true },
    ]);
    return null;
  }
  const { failure } = result;
  if (failure.kind !== "refused") return failure;
  const refused = { ...photo, refusal: failure.message ?? "" };
  if (isWanted) keeper.keep([{ part: "photo", key: photo.id, value: refused }]);
  return null;
}

/** A photo more is a revision of its item's answer: what waits for that item goes on from there. */
function countPhoto(entry: KeptEntry, itemKey: string, revision: number | null): KeepChange[] {
  const known = entry.known.find((answer) => answer.itemKey === itemKey);
  const before = known?.revision ?? 0;
  // Somebody else was there as well: their answer is met when the next one is sent.
  if (revision === null || revision !== before + 1) return [];
  const number = (known?.value?.number ?? 0) + 1;
  const value = { ...(known?.value ?? NO_ANSWER), isNotApplicable: false, number };
  const pending = entry.pendingAnswers.find((answer) => answer.itemKey === itemKey);
  return [
    { part: "known", value: { itemKey, revision, value } },
    ...(pending?.basedOn === before
      ? [{ part: "answer" as const, key: itemKey, value: { ...pending, basedOn: revision } }]
      : []),
  ];
}

async function removeFile(keeper: Keeper, fileId: string): Promise<SendFailure | null> {
  const result = await keeper.connection.removeFile(fileId);
  if (!result.ok && result.failure.kind !== "refused") return result.failure;
  keeper.keep([
    { part: "files", value: keeper.entry().files.filter(({ id }) => id !== fileId) },
    { part: "removal", key: fileId, value: false },
  ]);
  return null;
}
