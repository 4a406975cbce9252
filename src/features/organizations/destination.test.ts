import { describe, expect, it } from "vitest";
import { readDestination } from "./destination";

describe("readDestination", () => {
  it.each([
    "/o/kaleva",
    "/o/kaleva/encounters?q=a+b&page=2",
    "/accept-invitation/Ab3-_x",
    "/o/kaleva?from=2026-01-01&locations=1%2C2",
  ])("keeps %s", (path) => expect(readDestination(path)).toBe(path));

  it.each([
    ["another host", "https://evil.example"],
    ["another host without a scheme", "//evil.example"],
    ["what browsers read as another host", "/\\evil.example"],
    ["the same behind a line break", "/\n/evil.example"],
    ["a script", "javascript:alert(1)"],
    ["a header break", "/o\r\nset-cookie: a=b"],
    ["something relative", "o/kaleva"],
    ["nothing", undefined],
    ["two at once", ["/o/a", "/o/b"]],
  ])("goes to the front door instead of %s", (_, to) => expect(readDestination(to)).toBe("/"));
});
