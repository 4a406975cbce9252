import { describe, expect, it } from "vitest";
import { searchHref, sortLink } from "./search-href";

describe("searchHref", () => {
  it("keeps what is not changed and drops what is emptied", () => {
    expect(searchHref("/a", { q: "x", role: "owner", none: undefined }, { role: null })).toBe("/a?q=x");
    expect(searchHref("/a", { q: "x" }, { q: "" })).toBe("/a");
  });

  it("keeps repeated parameters and can set them", () => {
    expect(searchHref("/a", { team: ["1", "2"] }, { q: "å" })).toBe("/a?team=1&team=2&q=%C3%A5");
    expect(searchHref("/a", { team: ["1", "2"] }, { team: ["3", "4"] })).toBe("/a?team=3&team=4");
  });

  it("goes back to the first page unless the page itself is chosen", () => {
    expect(searchHref("/a", { page: "4", q: "x" }, { q: "y" })).toBe("/a?q=y");
    expect(searchHref("/a", { page: "4", q: "x" }, { page: 5 })).toBe("/a?q=x&page=5");
    expect(searchHref("/a", { page: "4", q: "x" }, { page: 1 })).toBe("/a?q=x");
  });

  it("takes the browser's parameters as well", () => {
    expect(searchHref("/a", new URLSearchParams("q=x&page=2"), { sort: "name" })).toBe("/a?q=x&sort=name");
  });
});

describe("sortLink", () => {
  it("sorts a column not yet sorted by in the given first direction", () => {
    expect(sortLink("/a", {}, "name")).toEqual({ href: "/a?sort=name" });
    expect(sortLink("/a", { sort: "name" }, "count", "descending")).toEqual({ href: "/a?sort=-count" });
  });

  it("turns the direction of the sorted column round", () => {
    expect(sortLink("/a", { sort: "name" }, "name")).toEqual({
      href: "/a?sort=-name",
      direction: "ascending",
    });
    expect(sortLink("/a", { sort: "-name" }, "name")).toEqual({
      href: "/a?sort=name",
      direction: "descending",
    });
  });
});
