import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../app/globals.css", import.meta.url), "utf8");

/** The two sides of every colour token that is opaque in both themes. */
const tokens = new Map(
  Array.from(css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g), (match) => [
    match[1] ?? "",
    { light: match[2] ?? "", dark: match[3] ?? "" },
  ]),
);
tokens.set("on-danger", { light: "#ffffff", dark: "#ffffff" });

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((one) =>
    one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio by WCAG 2.2, 1…21. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const surfaces = ["canvas", "surface", "raised", "sunken", "hover"];
const textPairs = [
  ...["ink", "muted", "accent-ink", "danger"].flatMap((text) => surfaces.map((surface) => [text, surface])),
  ...["faint", "better", "worse", "signal", "warning"].flatMap((text) =>
    ["canvas", "surface", "raised"].map((surface) => [text, surface]),
  ),
  ...["accent-ink", "better", "worse", "signal", "warning", "danger"].map((text) => [
    text,
    `${text.replace("-ink", "")}-soft`,
  ]),
  ...["accent-soft", "warning-soft", "danger-soft"].map((soft) => ["ink", soft]),
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["on-promoter", "promoter"],
  ["on-passive", "passive"],
  ["on-detractor", "detractor"],
  ["on-danger", "danger-solid"],
  ["on-danger", "danger-hover"],
] as [string, string][];
const graphicPairs = [
  ...["line-strong", "accent", "chart-line", "chart-comparison", "signal"].map((mark) => [mark, "surface"]),
  ["line-strong", "canvas"],
] as [string, string][];

describe.each(["light", "dark"] as const)("colours in the %s theme", (theme) => {
  const find = (name: string) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`globals.css has no colour --${name}`);
    return token[theme];
  };

  it.each(textPairs)("%s can be read on %s (4.5:1)", (text, background) => {
    expect(contrast(find(text), find(background))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(graphicPairs)("%s can be seen on %s (3:1)", (mark, background) => {
    expect(contrast(find(mark), find(background))).toBeGreaterThanOrEqual(3);
  });
});

it("computes the contrast ratios of WCAG: black on white is 21, #767676 on white 4.54", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});
