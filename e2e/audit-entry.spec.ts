import type { BrowserContext, Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { expect, expectNoViolations, test } from "./fixtures";

test.use({
  viewport: { width: 390, height: 844 },
  // What the browser itself says about requests without a connection, about a file the server does not take, and about
  // Playwright's trace, which asks for the body of a thumbnail that is no picture (Network.loadNetworkResource).
  expectedConsoleErrors: [/ERR_INTERNET_DISCONNECTED|Failed to fetch|status of 41[35]|^Connecting to 'blob:/],
});

const item = (page: Page, key: string): Locator => page.locator(`[data-item="${key}"]`);
const choose = (page: Page, key: string, label: string) =>
  item(page, key).getByText(label, { exact: true }).click();

/** Waits until the line at the lower edge says so: "saved", "waiting", "choose" … */
async function expectState(page: Page, state: string): Promise<void> {
  await expect(page.locator("[data-save-state]")).toHaveAttribute("data-save-state", state, {
    timeout: 30_000,
  });
}

async function next(page: Page, heading: string): Promise<void> {
  await page.getByRole("button", { name: /^(Next|Check)$/ }).click();
  await expect(page.getByRole("heading", { level: 2, name: heading, exact: true })).toBeVisible();
}

/** The page was kept with everything it needs. */
async function expectKept(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          for (const name of await caches.keys()) {
            if (await (await caches.open(name)).match(window.location.pathname)) return true;
          }
          return false;
        }),
      { timeout: 30_000 },
    )
    .toBe(true);
}

async function openOn(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

test("a visit is entered on a phone that loses its connection and is closed in the middle", async ({
  page: firstPage,
  context,
  browser,
  signIn,
}) => {
  test.setTimeout(180_000);
  let page = firstPage;
  await signIn("auditor@testila.test");
  await page
    .getByRole("link", { name: /Testilän keskusta/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Start the visit" }).click();
  await page.waitForURL(/\/audits\/[0-9a-f-]+\/enter/);
  const address = page.url().replace(/#.*/, "");

  await test.step("the visit and the first section, with a connection", async () => {
    await expectState(page, "saved");
    await expectNoViolations(page, "entering: the visit");
    for (const button of await page.getByRole("button", { name: "Now" }).all()) await button.click();
    await next(page, "Welcome");
    await item(page, "greeted").getByText("Guidance and examples").click();
    await expect(item(page, "greeted")).toContainText("A look and a word.");
    await choose(page, "greeted", "No");
    await item(page, "greeted").getByLabel("Comment").fill("The seller looked at the screen.");
    await expectState(page, "saved");
    await expectNoViolations(page, "entering: a section");
    for (const target of await page.getByRole("main").locator("button, summary, label:has(input)").all()) {
      if (!(await target.isVisible())) continue;
      const box = await target.boundingBox();
      expect(
        Math.min(box?.width ?? 0, box?.height ?? 0),
        (await target.textContent()) ?? "",
      ).toBeGreaterThanOrEqual(48);
    }
  });

  await test.step("without a connection everything is kept, through a reload and a closed page", async () => {
    await expectKept(page);
    await context.setOffline(true);
    await choose(page, "smiled", "Yes");
    await next(page, "Service");
    await choose(page, "listened", "3");
    await item(page, "desk")
      .locator("input[type=file]")
      .last()
      .setInputFiles({
        name: "desk.jpg",
        mimeType: "image/jpeg",
        buffer: await sharp({ create: { width: 1200, height: 900, channels: 3, background: "#3a7" } })
          .jpeg()
          .toBuffer(),
      });
    await expectState(page, "waiting");
    await expect(page.getByText("2 answers and 1 photo will be sent when you are online")).toBeVisible();
    await expect(item(page, "desk").getByRole("img")).toBeVisible();

    await page.reload();
    await expect(item(page, "desk").getByRole("img")).toBeVisible();
    await expect(item(page, "listened").getByRole("radio", { checked: true })).toHaveValue("p3");

    await page.close();
    page = await openOn(context, address);
    await expectState(page, "waiting");
    await next(page, "Welcome");
    await expect(item(page, "smiled").getByRole("radio", { checked: true })).toHaveValue("1");
    await expect(item(page, "greeted").getByLabel("Comment")).toHaveValue("The seller looked at the screen.");
  });

  await test.step("it is sent when the connection is back", async () => {
    await context.setOffline(false);
    await expectState(page, "saved");
  });

  const other = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const desk = await other.newPage();
  await test.step("another device shows all of it, and answers one item differently", async () => {
    await signIn("auditor@testila.test", desk);
    await desk.goto(`${address}#section-service`);
    await expect(item(desk, "listened").getByRole("radio", { checked: true })).toHaveValue("p3");
    await expect
      .poll(() =>
        item(desk, "desk")
          .getByRole("img")
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBe(1200);
    await choose(desk, "listened", "1");
    await expectState(desk, "saved");
  });

  await test.step("the two answers are shown, and the person chooses", async () => {
    await next(page, "Service");
    await choose(page, "listened", "4");
    await expectState(page, "choose");
    const conflict = item(page, "listened").getByRole("alert");
    await expect(conflict).toContainText("On this device");
    await expect(conflict).toContainText("On the other device");
    await expectNoViolations(page, "entering: a conflict");
    await conflict.getByRole("button", { name: "Keep this device’s" }).click();
    await expectState(page, "saved");
    await desk.reload();
    await expect(item(desk, "listened").getByRole("radio", { checked: true })).toHaveValue("p4");
    await other.close();
  });

  await test.step("a file that is no picture is refused in words, a large one before it is sent", async () => {
    const files = item(page, "desk").locator("input[type=file]").last();
    await files.setInputFiles({
      name: "menu.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF"),
    });
    await expectState(page, "refused");
    await expect(item(page, "desk").getByRole("alert")).not.toBeEmpty();
    await item(page, "desk")
      .getByRole("button", { name: /^Remove/ })
      .last()
      .click();
    await expectState(page, "saved");
    await files.setInputFiles({
      name: "big.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.alloc(20 * 1024 * 1024),
    });
    await expect(item(page, "desk").getByRole("alert")).toHaveText(
      "big.jpg is larger than 15 MB. Choose a smaller picture.",
    );
  });

  await test.step("the review says what is missing and leads there", async () => {
    await next(page, "Check and submit");
    await expect(page.getByText("Everything is there")).toBeVisible();
    await page.getByRole("button", { name: "Back" }).click();
    await item(page, "listened").getByRole("button", { name: "Clear the answer" }).click();
    await next(page, "Check and submit");
    await expectNoViolations(page, "entering: the review");
    await page.getByRole("button", { name: /Listening/ }).click();
    await expect(item(page, "listened")).toBeInViewport();
    await choose(page, "listened", "2");
    await next(page, "Check and submit");
  });

  await test.step("submitted, it can only be read, and nothing stays on the device", async () => {
    await page.getByRole("button", { name: "Submit for review" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Submit", exact: true }).click();
    await expect(page.getByText("The reviewer has it now.")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("radio")).toHaveCount(0);
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0);
    await page.getByRole("link", { name: "Read the audit" }).click();
    await page.waitForURL(/\/audits\/[0-9a-f-]+$/);
    await expect(page.getByRole("main")).toContainText("The seller looked at the screen.");
  });
});

test("signing out leaves no page of an entry on the device", async ({ page, signIn }) => {
  await signIn("owner@testila.test");
  await page.goto("/o/testila/audits/observe");
  await expectNoViolations(page, "beginning an observation");
  await page.getByLabel("Who is observed").fill("Aino");
  await page.getByRole("option", { name: /Aino Ahkera/ }).click();
  await page.getByLabel("Touchpoint").selectOption({ label: "Palvelutiski" });
  await page.getByLabel("Form", { exact: true }).selectOption({ label: "Käynti" });
  await page.getByLabel("The employee knows of being observed").check();
  await page.getByRole("button", { name: "Begin" }).click();
  await page.waitForURL(/\/enter/);
  await expect(page.getByText("Open observation", { exact: true }).first()).toBeVisible();
  await page.reload();
  await expectKept(page);
  await page
    .getByRole("button", { name: /Olli Omistaja/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL(/\/sign-in/);
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0);
});
