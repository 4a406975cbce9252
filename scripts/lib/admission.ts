/** How much work the web server takes on at a time; the variables WEB_… of .env.example. */
export type AdmissionLimits = {
  /** Requests worked on at once. */
  concurrency: number;
  /** Requests that may wait, in each of the two lines. */
  queue: number;
  /** The longest a request waits. */
  waitMilliseconds: number;
};

type Waiting = { decide: (isAdmitted: boolean) => void };

/**
 * Lets requests in as others leave. More at once would not be served sooner, only all of them later, until every browser
 * has given up; so the rest waits its turn, and what would wait too long is refused before it has begun. Two lines: what
 * is urgent (a respondent's answer, which would be lost if its sender went away) passes everything else.
 */
export class Admission {
  private working = 0;
  private readonly urgent = new Set<Waiting>();
  private readonly ordinary = new Set<Waiting>();

  constructor(private readonly limits: AdmissionLimits) {}

  /**
   * True when the work may begin: `leave` must be called when it has ended. False: there is no place left, the wait was
   * too long or `abandoned` said that nobody waits for it any more.
   */
  enter({ isUrgent, abandoned }: { isUrgent: boolean; abandoned?: AbortSignal }): Promise<boolean> | true {
    if (this.working < this.limits.concurrency) {
      this.working += 1;
      return true;
    }
    const line = isUrgent ? this.urgent : this.ordinary;
    if (line.size >= this.limits.queue) return Promise.resolve(false);
    return new Promise((resolve) => {
      const giveUp = () => waiting.decide(false);
      const timer = setTimeout(giveUp, this.limits.waitMilliseconds);
      const waiting: Waiting = {
        decide: (isAdmitted) => {
          if (!line.delete(waiting)) return;
          clearTimeout(timer);
          abandoned?.removeEventListener("abort", giveUp);
          if (isAdmitted) this.working += 1;
          resolve(isAdmitted);
        },
      };
      line.add(waiting);
      abandoned?.addEventListener("abort", giveUp);
    });
  }

  /** Ends one piece of work; the next in line begins. */
  leave(): void {
    this.working -= 1;
    const [next] = this.urgent.size > 0 ? this.urgent : this.ordinary;
    next?.decide(true);
  }
}
