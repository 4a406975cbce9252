import "server-only";
import { explainError } from "./explain-error";
import { Problem } from "./problem";

/** Waiting work beyond this is refused: whoever asks again a second later waits no longer than in this line. */
const MOST_WAITING = 20_000;

type Waiting<Item, Result> = {
  item: Item;
  weight: number;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
};

/**
 * Gathers what arrives while earlier work is under way and has it done together: one transaction instead of one each. A
 * group (an organization) has one batch at work at a time; alone, an item waits for nobody. Each item's promise settles
 * after `run` has ended, so what is acknowledged is stored. When a batch fails, its items are done one by one, so that
 * none fails for another's sake. Throws Problem (503) when too much is waiting.
 * @param run gives one result for each item, in their order
 */
export function makeGatherer<Item, Result>(options: {
  mostWeight: number;
  run: (items: Item[]) => Promise<Result[]>;
}): (group: string, item: Item, weight: number) => Promise<Result> {
  const lines = new Map<string, Waiting<Item, Result>[]>();
  let waitingWeight = 0;

  const runAll = async (batch: Waiting<Item, Result>[]) => {
    try {
      const results = await options.run(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => {
        resolve(results[index] as Result);
      });
    } catch (error) {
      // A database that does not answer would not answer each of them either.
      const isHopeless = batch.length === 1 || explainError(error)?.kind === "unavailable";
      if (isHopeless) for (const { reject } of batch) reject(error);
      else for (const one of batch) await runAll([one]);
    }
  };

  const work = async (group: string, line: Waiting<Item, Result>[]) => {
    // What else has arrived by now joins the first batch.
    await new Promise(setImmediate);
    while (line.length > 0) {
      let weight = 0;
      let count = 0;
      do {
        weight += line[count]?.weight ?? 0;
        count += 1;
      } while (count < line.length && weight + (line[count]?.weight ?? 0) <= options.mostWeight);
      const batch = line.splice(0, count);
      waitingWeight -= weight;
      await runAll(batch);
    }
    lines.delete(group);
  };

  return (group, item, weight) =>
    new Promise((resolve, reject) => {
      if (waitingWeight + weight > MOST_WAITING) {
        const headers = { "Retry-After": "1" };
        reject(new Problem("unavailable", "Too much is waiting; try again in a moment.", { headers }));
        return;
      }
      waitingWeight += weight;
      const line = lines.get(group);
      if (line) {
        line.push({ item, weight, resolve, reject });
        return;
      }
      const begun = [{ item, weight, resolve, reject }];
      lines.set(group, begun);
      void work(group, begun);
    });
}
