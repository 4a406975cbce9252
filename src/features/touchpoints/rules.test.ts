import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyMove, followerOf, placeBefore } from "./rules";

describe("placeBefore", () => {
  it("moves up, down, in from another stage and to the end", () => {
    expect(placeBefore(["a", "b", "c"], "c", "a")).toEqual(["c", "a", "b"]);
    expect(placeBefore(["a", "b", "c"], "a", "c")).toEqual(["b", "a", "c"]);
    expect(placeBefore(["a", "b"], "x", "b")).toEqual(["a", "x", "b"]);
    expect(placeBefore(["a", "b", "c"], "a", null)).toEqual(["b", "c", "a"]);
    expect(placeBefore([], "x", null)).toEqual(["x"]);
  });

  it("goes to the end when the one to stand before has left the stage", () => {
    expect(placeBefore(["a", "b"], "a", "gone")).toEqual(["b", "a"]);
  });

  it("leaves the order as it is when put before itself or before its follower", () => {
    expect(placeBefore(["a", "b", "c"], "a", "b")).toEqual(["a", "b", "c"]);
  });

  it("keeps every touchpoint exactly once, and is undone by going back before the old follower", () => {
    const distinct = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(distinct, fc.nat(), fc.option(fc.nat()), (ids, pick, target) => {
        const id = ids[pick % ids.length] as string;
        const beforeId = target === null ? null : (ids[target % ids.length] as string);
        const moved = placeBefore(ids, id, beforeId);
        expect([...moved].sort()).toEqual([...ids].sort());
        expect(placeBefore(moved, id, followerOf(ids, id))).toEqual(ids);
      }),
    );
  });
});

describe("applyMove", () => {
  const journey = [
    { id: "a", stage: "before" as const },
    { id: "b", stage: "during" as const },
    { id: "c", stage: "during" as const },
  ];
  const idsOf = (stage: string, touchpoints: { id: string; stage: string }[]) =>
    touchpoints.filter((touchpoint) => touchpoint.stage === stage).map((touchpoint) => touchpoint.id);

  it("shows within a stage and in another one what the server will store", () => {
    expect(idsOf("during", applyMove(journey, { id: "c", stage: "during", beforeId: "b" }))).toEqual([
      "c",
      "b",
    ]);
    const moved = applyMove(journey, { id: "a", stage: "during", beforeId: "c" });
    expect(idsOf("during", moved)).toEqual(["b", "a", "c"]);
    expect(idsOf("before", moved)).toEqual([]);
  });

  it("leaves the journey alone when the touchpoint is gone", () => {
    expect(applyMove(journey, { id: "x", stage: "during", beforeId: null })).toEqual(journey);
  });
});
