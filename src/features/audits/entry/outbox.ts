import type { AuditAnswerValue } from "@/features/audit-forms/schema";
import type { VisitDetails } from "../entry-schema";
import { applyChange, emptyEntry, meetPage, NO_VISIT } from "./kept-entry";
import { makeSnapshot } from "./outbox-snapshot";
import { type Keeper, nextStep } from "./outbox-steps";
import type {
  EntryPage,
  EntryStore,
  KeepChange,
  KeptEntry,
  OutboxConnection,
  OutboxSnapshot,
  PendingAnswer,
  SendFailure,
} from "./outbox-types";
import { isSameAnswer } from "./same-answer";

/** Milliseconds: after the last answer before sending; before the first new try; between later tries at most. */
const DELAYS = { pause: 600, firstRetry: 2_000, longestRetry: 60_000, loading: 5_000 };

export type OutboxOptions = {
  store: EntryStore;
  connection: OutboxConnection;
  page: EntryPage;
  /** Items that are answered with photos: the server counts them. */
  photoItems: ReadonlySet<string>;
  /** Whether the page is a copy kept on the device, older than what the device knows. */
  isCopy?: () => Promise<boolean>;
  /** Tells the browser's other pages of this audit that what is kept has changed. */
  announce?: () => void;
  delays?: Partial<typeof DELAYS>;
};

/**
 * Everything entered into an audit on this device: kept here at once, and brought to the server in its own time. Answers
 * of one item replace each other while they wait; one request is under way at a time, answers first, then the visit, then
 * photos one by one; a lost connection is tried again, ever less often. What another device answered differently waits for
 * the person's choice and holds up nothing else.
 */
export class AuditOutbox {
  private entry: KeptEntry;
  private snapshot: OutboxSnapshot;
  private readonly keeper: Keeper;
  private readonly delays: typeof DELAYS;
  private readonly listeners = new Set<() => void>();
  private writing: Promise<void> = Promise.resolve();
  private sending: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failure: SendFailure | null = null;
  private failures = 0;
  private keeps = 0;
  private isReady = false;
  private isKept = true;
  private isStopped = false;

  constructor(private readonly options: OutboxOptions) {
    this.delays = { ...DELAYS, ...options.delays };
    this.entry = meetPage(emptyEntry(), options.page).reduce(applyChange, emptyEntry());
    this.keeper = {
      entry: () => this.entry,
      keep: (changes) => this.keep(changes),
      written: () => this.writing,
      connection: options.connection,
      photoItems: options.photoItems,
    };
    this.snapshot = this.makeSnapshot();
  }

  readonly getSnapshot = (): OutboxSnapshot => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads what the device kept, meets it with the page, and sends what waits. Nothing is answered before it is done. */
  async start(): Promise<void> {
    this.isStopped = false;
    try {
      const kept = await withinTime(this.options.store.load(), this.delays.loading);
      const isCopy = kept.readAt !== null && (await this.options.isCopy?.()) === true;
      this.entry = kept;
      if (!isCopy) this.keep(meetPage(kept, this.options.page));
      await this.writing;
    } catch {
      this.isKept = false;
    }
    this.isReady = true;
    this.show();
    this.sendIn(0);
  }

  /** Reads anew what the device keeps: another page of the browser has changed it. */
  async reload(): Promise<void> {
    await this.writing;
    if (!this.isReady || !this.isKept) return;
    const before = this.keeps;
    const kept = await this.options.store.load();
    // Something was answered here while it was read.
    if (this.keeps !== before) return this.reload();
    this.entry = kept;
    this.show();
  }

  /** Ends the timers; what is under way goes on, and what is kept stays for the next `start`. */
  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  /** Answers an item; null takes the answer back. */
  answer(itemKey: string, value: AuditAnswerValue | null): void {
    const pending = this.findPending(itemKey);
    const known = this.entry.known.find((answer) => answer.itemKey === itemKey);
    const next: PendingAnswer = {
      itemKey,
      value,
      basedOn: pending?.basedOn ?? known?.revision ?? 0,
      unconfirmed: pending?.unconfirmed ?? [],
      theirs: pending?.theirs ?? null,
      refusal: null,
    };
    const isBack = !next.theirs && next.unconfirmed.length === 0 && isSameAnswer(value, known?.value ?? null);
    this.keep([{ part: "answer", key: itemKey, value: isBack ? null : next }]);
    this.sendIn(this.delays.pause);
  }

  /** Says which of two devices' answers holds. */
  choose(itemKey: string, whose: "mine" | "theirs"): void {
    const pending = this.findPending(itemKey);
    if (!pending?.theirs) return;
    const { revision, value } = pending.theirs;
    const mine = { ...pending, basedOn: revision, theirs: null, unconfirmed: [] };
    this.keep([
      { part: "known", value: { itemKey, revision, value } },
      { part: "answer", key: itemKey, value: whose === "mine" ? mine : null },
    ]);
    this.sendIn(0);
  }

  /** Changes the times, who was met or the summary. */
  changeVisit(change: Partial<VisitDetails>): void {
    const pending = this.entry.pendingVisit ?? { unconfirmed: [], theirs: null };
    const details = { ...(this.entry.pendingVisit?.details ?? this.entry.visit ?? NO_VISIT), ...change };
    this.keep([{ part: "pendingVisit", value: { ...pending, details, refusals: null } }]);
    this.sendIn(this.delays.pause);
  }

  /** Says which of two devices' details of the visit hold, where they differ. */
  chooseVisit(whose: "mine" | "theirs"): void {
    const pending = this.entry.pendingVisit;
    if (!pending?.theirs) return;
    const details = whose === "mine" ? pending.details : { ...pending.details, ...pending.theirs };
    this.keep([{ part: "pendingVisit", value: { ...pending, details, theirs: null } }]);
    this.sendIn(0);
  }

  /** `id` is the key by which the server stores the photo once, however often it is sent. */
  addPhoto(photo: { id: string; itemKey: string; blob: Blob }): void {
    this.keep([{ part: "photo", key: photo.id, value: { ...photo, refusal: null } }]);
    this.sendIn(0);
  }

  /** Takes away a photo that waits here, or one that the server has. */
  removePhoto(id: string): void {
    const isWaiting = this.entry.pendingPhotos.some((photo) => photo.id === id);
    this.keep([
      isWaiting ? { part: "photo", key: id, value: null } : { part: "removal", key: id, value: true },
    ]);
    this.sendIn(0);
  }

  /** Tries again at once: the connection is back, or the person asks for it. */
  retry(): void {
    this.failures = 0;
    if (this.failure?.kind === "stopped") this.failure = null;
    this.sendIn(0);
  }

  /** Sends everything now, without waiting for a pause. Whether the server has it all in the end. */
  async settle(): Promise<boolean> {
    await this.writing;
    await this.sending;
    if (this.failure?.kind === "stopped") this.failure = null;
    await this.send();
    await this.writing;
    return this.snapshot.state === "saved";
  }

  /** Forgets the entry on this device: it was submitted or discarded. */
  async forget(): Promise<void> {
    this.stop();
    await this.sending;
    await this.writing;
    await this.options.store.clear().catch(() => {});
    this.options.announce?.();
  }

  private findPending(itemKey: string): PendingAnswer | undefined {
    return this.entry.pendingAnswers.find((pending) => pending.itemKey === itemKey);
  }

  /** Changes the entry here and on the device; a device that keeps nothing leaves it to this page. */
  private keep(changes: KeepChange[]): void {
    if (changes.length === 0) return;
    this.keeps += 1;
    this.entry = changes.reduce(applyChange, this.entry);
    this.show();
    this.writing = this.writing
      .then(() => this.options.store.write(changes))
      .then(() => this.options.announce?.())
      .catch(() => {
        this.isKept = false;
        this.show();
      });
  }

  private sendIn(milliseconds: number): void {
    clearTimeout(this.timer);
    if (!this.isStopped) this.timer = setTimeout(() => void this.send(), milliseconds);
  }

  private async send(): Promise<void> {
    if (!this.isReady || this.failure?.kind === "outdated") return;
    if (!this.sending) {
      this.sending = this.sendAll().finally(() => {
        this.sending = null;
      });
    }
    await this.sending;
  }

  private async sendAll(): Promise<void> {
    clearTimeout(this.timer);
    for (let step = nextStep(this.keeper); step; step = nextStep(this.keeper)) {
      const failure = await step();
      if (failure) return this.fail(failure);
      this.failure = null;
      this.failures = 0;
      this.show();
    }
  }

  private fail(failure: SendFailure): void {
    this.failure = failure;
    this.show();
    if (failure.kind !== "retry") return;
    const { firstRetry, longestRetry } = this.delays;
    this.sendIn(Math.min(firstRetry * 2 ** this.failures, longestRetry));
    this.failures += 1;
  }

  private makeSnapshot(): OutboxSnapshot {
    const { isReady, isKept, failure } = this;
    return makeSnapshot(this.entry, { isReady, isKept, failure });
  }

  private show(): void {
    this.snapshot = this.makeSnapshot();
    for (const listener of this.listeners) listener();
  }
}

/** Fails when a promise takes too long: a browser's database that is held up must not hold up the page. */
function withinTime<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("took too long")), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
