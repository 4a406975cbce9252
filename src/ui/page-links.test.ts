import { describe, expect, it } from "vitest";
import { findPageRange, listPageLinks } from "./page-links";

describe("listPageLinks", () => {
  it("shows every page when there are few", () => {
    expect(listPageLinks(1, 1)).toEqual([1]);
    expect(listPageLinks(2, 4)).toEqual([1, 2, 3, 4]);
    expect(listPageLinks(3, 5)).toEqual([1, 2, 3, 4, 5]);
  });

  it("leaves gaps on both sides of a page in the middle", () => {
    expect(listPageLinks(5, 10)).toEqual([1, null, 4, 5, 6, null, 10]);
  });

  it("fills a gap of one page with that page", () => {
    expect(listPageLinks(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(listPageLinks(1, 4)).toEqual([1, 2, 3, 4]);
  });

  it("starts and ends without a gap at the edges", () => {
    expect(listPageLinks(1, 20)).toEqual([1, 2, null, 20]);
    expect(listPageLinks(20, 20)).toEqual([1, null, 19, 20]);
  });

  it("shows nothing when there are no pages", () => {
    expect(listPageLinks(1, 0)).toEqual([]);
  });
});

describe("findPageRange", () => {
  it("counts from one and ends at the total", () => {
    expect(findPageRange(1, 25, 312)).toEqual({ from: 1, to: 25 });
    expect(findPageRange(13, 25, 312)).toEqual({ from: 301, to: 312 });
  });

  it("is zero to zero without items", () => {
    expect(findPageRange(1, 25, 0)).toEqual({ from: 0, to: 0 });
  });
});
