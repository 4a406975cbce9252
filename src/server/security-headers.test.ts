import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { RATER_POLICY, RATING_SCRIPT } from "./security-headers";

it("raters' pages run public/rating.js as it is, and nothing else", () => {
  const script = readFileSync(`public${RATING_SCRIPT.src}`);
  const hash = `sha256-${createHash("sha256").update(script).digest("base64")}`;
  expect(RATING_SCRIPT.integrity).toBe(hash);
  expect(RATER_POLICY).toContain(`script-src '${hash}';`);
  expect(script.length).toBeLessThanOrEqual(2048);
});
