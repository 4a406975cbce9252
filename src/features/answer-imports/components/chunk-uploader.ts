import type { ActionFailure, ActionResult } from "@/server/action-result";

/**
 * What has become of the upload: "sending"; "waiting": the connection was lost and is tried again by itself; "stopped": it
 * did not come back, or the server refused, and the person says when to go on; "done": all of it is on the server.
 */
export type UploadState = "sending" | "waiting" | "stopped" | "done" | "cancelled";

export type UploadSnapshot = {
  state: UploadState;
  /** Bytes the server has confirmed. */
  sentBytes: number;
  totalBytes: number;
  failure: ActionFailure | null;
};

export type UploadConnection = {
  /** Announces the file; answers with the id of its import. */
  begin: () => Promise<ActionResult<{ id: string }>>;
  /** Sends one piece; sending the same piece twice must be harmless, since a lost answer looks like a lost piece. */
  send: (importId: string, position: number, content: Blob) => Promise<ActionResult<unknown>>;
  /** Says that all pieces are there. */
  finish: (importId: string) => Promise<ActionResult<unknown>>;
  /** Throws away what was sent. */
  discard: (importId: string) => Promise<unknown>;
};

export type Pause = (milliseconds: number) => Promise<void>;

const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 15_000;
/** So often in a row the connection may fail before the person is asked. */
const MOST_ATTEMPTS = 6;

/** Sends a large file piece by piece, in order, going on where it was after a lost connection. */
export class ChunkUploader {
  private snapshot: UploadSnapshot;
  private importId: string | null = null;
  private position = 0;
  private failures = 0;
  private running = false;
  private isCancelled = false;
  private wake: (() => void) | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly file: Blob,
    private readonly connection: UploadConnection,
    private readonly chunkBytes: number,
    private readonly pause: Pause = (milliseconds) =>
      new Promise((resolve) => setTimeout(resolve, milliseconds)),
  ) {
    this.snapshot = { state: "sending", sentBytes: 0, totalBytes: file.size, failure: null };
  }

  readonly getSnapshot = (): UploadSnapshot => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Sends what is not sent yet. The import's id when all of it has arrived, otherwise null: see the snapshot. */
  async run(): Promise<string | null> {
    if (this.running) return null;
    this.running = true;
    this.failures = 0;
    this.show({ state: "sending", failure: null });
    try {
      return (await this.sendAll()) ? this.importId : null;
    } finally {
      this.running = false;
    }
  }

  /** Ends the pause before the next attempt: the connection is back. */
  hurry(): void {
    this.wake?.();
  }

  /** Stops for good and throws away what was sent. */
  async cancel(): Promise<void> {
    this.isCancelled = true;
    this.hurry();
    this.show({ state: "cancelled", failure: null });
    if (this.importId) await this.connection.discard(this.importId);
  }

  private get pieces(): number {
    return Math.max(1, Math.ceil(this.file.size / this.chunkBytes));
  }

  private async sendAll(): Promise<boolean> {
    if (this.importId === null) {
      const begun = await this.attempt(() => this.connection.begin());
      if (!begun) return false;
      this.importId = begun.data.id;
      // Cancelled while the answer was on its way: nobody else knows this import.
      if (this.isCancelled) await this.connection.discard(begun.data.id);
    }
    const id = this.importId;
    while (this.position < this.pieces) {
      const start = this.position * this.chunkBytes;
      const content = this.file.slice(start, start + this.chunkBytes);
      const sent = await this.attempt(() => this.connection.send(id, this.position, content));
      if (sent === null) return false;
      this.position += 1;
      this.show({ sentBytes: Math.min(this.position * this.chunkBytes, this.file.size) });
    }
    if ((await this.attempt(() => this.connection.finish(id))) === null) return false;
    this.show({ state: "done" });
    return true;
  }

  /** Makes a call until it works; null once cancelled, refused by the server, or out of attempts. */
  private async attempt<T>(call: () => Promise<ActionResult<T>>): Promise<{ data: T } | null> {
    while (!this.isCancelled) {
      const result = await call();
      if (this.isCancelled && this.importId !== null) return null;
      if (result.ok) {
        this.failures = 0;
        if (!this.isCancelled) this.show({ state: "sending", failure: null });
        return { data: result.data };
      }
      this.failures += 1;
      if (!isLostConnection(result) || this.failures >= MOST_ATTEMPTS) {
        this.show({ state: "stopped", failure: result });
        return null;
      }
      this.show({ state: "waiting", failure: result });
      await this.rest(Math.min(FIRST_RETRY * 2 ** (this.failures - 1), LONGEST_RETRY));
    }
    return null;
  }

  private async rest(milliseconds: number): Promise<void> {
    await Promise.race([
      this.pause(milliseconds),
      new Promise<void>((resolve) => {
        this.wake = resolve;
      }),
    ]);
    this.wake = null;
  }

  private show(changes: Partial<UploadSnapshot>): void {
    if (this.isCancelled && changes.state !== "cancelled") return;
    this.snapshot = { ...this.snapshot, ...changes };
    for (const listener of this.listeners) listener();
  }
}

/** No answer came, as opposed to an answer that says no (which brings a message or the id of a log entry). */
function isLostConnection(failure: ActionFailure): boolean {
  return failure.code === "unexpected" && !failure.message;
}
