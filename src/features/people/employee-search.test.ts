import { expect, test } from "vitest";
import { maskEmail } from "./employee-search";

test.each([
  ["kaisa.virtanen@example.fi", "k•••@example.fi"],
  ["k@example.fi", "k•••@example.fi"],
  ['"a@b"@example.fi', '"•••@example.fi'],
])("%s is shown as %s", (email, shown) => {
  expect(maskEmail(email)).toBe(shown);
});
