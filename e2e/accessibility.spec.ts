import type { Page } from "@playwright/test";
import { expectNoOverflow, fillIds, open, VISITS } from "./every-page";
import { expectNoViolations, test } from "./fixtures";

/** Colours that change take a moment, even without motion, in which every contrast is wrong. */
async function untilColoursRest(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document
        .getAnimations()
        .every((animation) => !(animation instanceof CSSTransition) || animation.playState === "finished"),
    null,
    { polling: 50 },
  );
}

test.describe("every page, light and dark", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });
  for (const { who, paths, title } of VISITS) {
    test(title, async ({ page, signIn }) => {
      test.setTimeout(300_000);
      const known = new Map<string, string>();
      if (who !== "signedOut") await signIn(who);
      for (const path of paths) {
        await open(page, await fillIds(page, path, known));
        await expectNoViolations(page, path);
        await expectNoOverflow(page, path);
        // Colours follow the system's, and nothing else does.
        await page.emulateMedia({ colorScheme: "dark" });
        await untilColoursRest(page);
        await expectNoViolations(page, `${path} (dark)`, "alone");
        await page.emulateMedia({ colorScheme: "light" });
      }
    });
  }
});
