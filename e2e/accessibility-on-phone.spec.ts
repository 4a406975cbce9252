import { expectNoOverflow, fillIds, open, VISITS } from "./every-page";
import { expectNoViolations, test } from "./fixtures";

test.describe("on a phone, in Finnish", () => {
  test.use({ viewport: { width: 390, height: 844 }, locale: "fi-FI", hasTouch: true });
  for (const { who, paths, title } of VISITS) {
    if (who === "signedOut") continue;
    test(title, async ({ page, context, signIn, baseURL }) => {
      test.setTimeout(300_000);
      const known = new Map<string, string>();
      await signIn(who);
      await context.addCookies([{ name: "locale", value: "fi", url: baseURL as string }]);
      for (const path of paths) {
        await open(page, await fillIds(page, path, known));
        // Colours are those of the wide screen.
        await expectNoViolations(page, path, "left out");
        await expectNoOverflow(page, path);
      }
    });
  }
});
