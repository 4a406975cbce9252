import { expect, it } from "vitest";
import { findCurrentHref } from "./current-page";

const hrefs = ["/demo", "/demo/surveys", "/demo/surveys/templates"];

it("marks the longest address that contains the page", () => {
  expect(findCurrentHref("/demo", hrefs)).toBe("/demo");
  expect(findCurrentHref("/demo/surveys/1/edit", hrefs)).toBe("/demo/surveys");
  expect(findCurrentHref("/demo/surveys/templates", hrefs)).toBe("/demo/surveys/templates");
});

it("does not take a longer word for the same page", () => {
  expect(findCurrentHref("/demography", hrefs)).toBeNull();
});
