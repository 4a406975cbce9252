import fc from "fast-check";
import { expect, test } from "vitest";
import { accentColors, contrast, DARK_PAGE, LIGHT_CANVAS, LIGHT_PAGE } from "./accent-colors";

test("contrast is WCAG's: black on white 21, and #767676 the lightest grey that passes on white", () => {
  // https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio; #767676 (4.54) is the usual example, #777777 (4.48) fails.
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#767676", "#ffffff")).toBeGreaterThanOrEqual(4.5);
  expect(contrast("#777777", "#ffffff")).toBeLessThan(4.5);
});

test("a readable accent is left as it is", () => {
  expect(accentColors("#0f766e").light).toEqual({
    surface: "#0f766e",
    onSurface: "#ffffff",
    text: "#0f766e",
  });
});

test("any accent gives readable buttons and text on the light and on the dark page", () => {
  const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
  fc.assert(
    fc.property(anyColour, (accent) => {
      const { light, dark } = accentColors(accent);
      expect(contrast(light.text, LIGHT_CANVAS)).toBeGreaterThanOrEqual(4.5);
      for (const [side, page] of [
        [light, LIGHT_PAGE],
        [dark, DARK_PAGE],
      ] as const) {
        expect(contrast(side.surface, side.onSurface)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(side.text, page)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(side.surface, page)).toBeGreaterThanOrEqual(3);
      }
    }),
    { numRuns: 2000 },
  );
});

test("what is no colour falls back to the product's own", () => {
  expect(accentColors("red; } body { display: none")).toEqual(accentColors("#0f766e"));
});
