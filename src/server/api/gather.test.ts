import { describe, expect, it } from "vitest";
import { makeGatherer } from "./gather";

/** A gatherer whose batches are written down, and end when the test says. */
function observed(options: { mostWeight?: number; fails?: (items: number[]) => boolean } = {}) {
  const batches: number[][] = [];
  const gather = makeGatherer<number, string>({
    mostWeight: options.mostWeight ?? 100,
    run: async (items) => {
      batches.push(items);
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (options.fails?.(items)) throw new Error(`failed ${items}`);
      return items.map((item) => `done ${item}`);
    },
  });
  return { batches, gather };
}

describe("gathering", () => {
  it("does together what arrives together, and gives each its own result", async () => {
    const { batches, gather } = observed();
    const results = await Promise.all([1, 2, 3].map((item) => gather("a", item, 1)));
    expect(results).toEqual(["done 1", "done 2", "done 3"]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it("has one batch of a group at work, in the order of arrival, and does not hold up other groups", async () => {
    const { batches, gather } = observed();
    const first = gather("a", 1, 1);
    await new Promise((resolve) => setTimeout(resolve, 2));
    await Promise.all([first, gather("a", 2, 1), gather("b", 9, 1), gather("a", 3, 1)]);
    expect(batches[0]).toEqual([1]);
    expect(batches.filter((batch) => !batch.includes(9))).toEqual([[1], [2, 3]]);
  });

  it("keeps a batch's weight within its limit; what alone is heavier goes alone", async () => {
    const { batches, gather } = observed({ mostWeight: 10 });
    await Promise.all([gather("a", 1, 6), gather("a", 2, 6), gather("a", 3, 4), gather("a", 4, 50)]);
    expect(batches).toEqual([[1], [2, 3], [4]]);
  });

  it("fails nobody for another's sake", async () => {
    const { gather } = observed({ fails: (items) => items.includes(2) });
    const results = await Promise.allSettled([1, 2, 3].map((item) => gather("a", item, 1)));
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    // The line goes on after a failure.
    expect(await gather("a", 4, 1)).toBe("done 4");
  });

  it("does not try each one when the database cannot be reached", async () => {
    let runs = 0;
    const gather = makeGatherer<number, string>({
      mostWeight: 100,
      run: async () => {
        runs += 1;
        throw Object.assign(new Error("no connection"), { code: "ECONNREFUSED" });
      },
    });
    const results = await Promise.allSettled([1, 2, 3].map((item) => gather("a", item, 1)));
    expect(results.every(({ status }) => status === "rejected")).toBe(true);
    expect(runs).toBe(1);
  });

  it("refuses politely when too much is waiting, and only then", async () => {
    const { gather } = observed({ mostWeight: 20_000 });
    const waiting = [gather("a", 1, 19_999), gather("a", 2, 1)];
    await expect(gather("a", 3, 1)).rejects.toMatchObject({
      kind: "unavailable",
      headers: { "Retry-After": "1" },
    });
    expect(await Promise.all(waiting)).toEqual(["done 1", "done 2"]);
    expect(await gather("a", 3, 1)).toBe("done 3");
  });
});
