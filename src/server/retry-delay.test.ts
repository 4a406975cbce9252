import { expect, test } from "vitest";
import { retryDelayMilliseconds } from "./retry-delay";

test("tries follow each other after 2, 4, 8 … seconds and never more than ten minutes apart", () => {
  expect([1, 2, 3, 9, 10, 1000].map(retryDelayMilliseconds)).toEqual([
    2000, 4000, 8000, 512_000, 600_000, 600_000,
  ]);
});
