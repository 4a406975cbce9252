/** Numbered lines about what a long command does, each with the time it took. */
export class Progress {
  private current = 0;

  constructor(private readonly total: number) {}

  /** Runs one step: its name appears at once, its duration when it is done. `note` may add a word, e.g. "up to date". */
  async step<T>(name: string, run: (note: (text: string) => void) => Promise<T>): Promise<T> {
    this.current += 1;
    const label = `[${this.current}/${this.total}] ${name}`;
    const notes: string[] = [];
    const startedAt = performance.now();
    console.log(`${label} …`);
    const result = await run((text) => notes.push(text));
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${label}: ${[...notes, `${seconds} s`].join(", ")}`);
    return result;
  }

  /** A line about what happens within the step. */
  detail(line: string): void {
    console.log(`      ${line}`);
  }
}
