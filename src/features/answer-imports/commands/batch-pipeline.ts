import "server-only";

/**
 * Stores batches in their order, up to two at once, while the next one is being read: the database has more to do than the
 * reader, and more than one processor. Each batch waits with its commit for the one before; one that fails takes those
 * behind it along.
 */
export class BatchPipeline<B> {
  readonly #store: (batch: B, before: Promise<void>) => Promise<void>;
  readonly #width: 1 | 2;
  #last: Promise<void> = Promise.resolve();
  #beforeLast: Promise<void> = Promise.resolve();

  constructor(store: (batch: B, before: Promise<void>) => Promise<void>, width: 1 | 2) {
    this.#store = store;
    this.#width = width;
  }

  /** Takes a batch as soon as there is room for it; throws what storing an earlier one threw. */
  async put(batch: B): Promise<void> {
    await (this.#width === 2 ? this.#beforeLast : this.#last);
    const before = this.#last;
    const storing = this.#store(batch, before);
    // Awaited by the next one and at the end; until then a failure is nobody's unhandled rejection.
    storing.catch(() => {});
    this.#beforeLast = before;
    this.#last = storing;
  }

  /** Waits until nothing is on its way any more, whatever came of it. */
  async settle(): Promise<void> {
    await Promise.allSettled([this.#beforeLast, this.#last]);
  }

  /** Waits for the last batch; throws what storing it, or one before it, threw. */
  async end(): Promise<void> {
    await this.#beforeLast;
    await this.#last;
  }
}
