import { expect, it } from "vitest";
import { findInitials } from "./initials";

it("takes the first letters of the first and last word", () => {
  expect(findInitials("Aino Maria Mäkelä")).toBe("AM");
  expect(findInitials("  åsa ")).toBe("Å");
  expect(findInitials("")).toBe("");
});

it("does not cut a letter outside the basic plane in half", () => {
  expect(findInitials("😀 Smile")).toBe("😀S");
});
