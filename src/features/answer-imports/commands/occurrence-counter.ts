import "server-only";

const FIRST_SLOTS = 1 << 16;

/**
 * Counts how often each row of a file has come, in twelve bytes a slot: a file may have millions. A row is known by 64
 * bits of its digest; that two different rows of five million share them is less likely than one in a million.
 */
export class OccurrenceCounter {
  #slots = FIRST_SLOTS;
  #used = 0;
  #high = new Uint32Array(FIRST_SLOTS);
  #low = new Uint32Array(FIRST_SLOTS);
  #counts = new Uint32Array(FIRST_SLOTS);

  /** How often this row has come by now, this time included. */
  count(digest: Buffer): number {
    if (this.#used * 2 >= this.#slots) this.#grow();
    const high = digest.readUInt32LE(8);
    const low = digest.readUInt32LE(12);
    const slot = this.#slotOf(high, low);
    if (this.#counts[slot] === 0) {
      this.#high[slot] = high;
      this.#low[slot] = low;
      this.#used += 1;
    }
    const count = (this.#counts[slot] ?? 0) + 1;
    this.#counts[slot] = count;
    return count;
  }

  #slotOf(high: number, low: number): number {
    const mask = this.#slots - 1;
    let slot = low & mask;
    while (this.#counts[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow() {
    const [highs, lows, counts] = [this.#high, this.#low, this.#counts];
    this.#slots *= 2;
    this.#high = new Uint32Array(this.#slots);
    this.#low = new Uint32Array(this.#slots);
    this.#counts = new Uint32Array(this.#slots);
    for (let old = 0; old < counts.length; old += 1) {
      const count = counts[old] ?? 0;
      if (count === 0) continue;
      const slot = this.#slotOf(highs[old] ?? 0, lows[old] ?? 0);
      this.#high[slot] = highs[old] ?? 0;
      this.#low[slot] = lows[old] ?? 0;
      this.#counts[slot] = count;
    }
  }
}
