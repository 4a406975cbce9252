import { expect, expectNoViolations, test } from "./fixtures";

const tokens = (): Record<string, string> => JSON.parse(process.env.E2E_TOKENS ?? "{}");
const link = (name: string, query = "") => `/s/${tokens()[name]}${query}`;

const SEND = "Lähetä";

test("two tabs with different scores make one answer, and neither ends in an error", async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await page.goto(link("tabs", "?score=9"));
  await other.goto(link("tabs", "?score=3"));
  await page.getByRole("button", { name: SEND }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Arvosanasi 9 on tallennettu");
  await other.getByRole("button", { name: SEND }).click();
  await expect(other.getByRole("heading", { level: 1 })).toContainText("on tallennettu");
  await other.goto(link("tabs"));
  await expect(other.getByRole("heading", { level: 1 })).toContainText("on tallennettu");
});

test("going back and sending again changes nothing for the worse", async ({ page }) => {
  await page.goto(link("back", "?score=8"));
  await page.getByRole("button", { name: SEND }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Arvosanasi 8 on tallennettu");
  await page.goBack();
  await expect(page.getByRole("button", { name: SEND })).toBeVisible();
  await page.goForward();
  await page.getByRole("textbox").first().fill("Hyvä palvelu, kiitos!");
  await page.getByRole("button", { name: SEND }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vastauksesi on tallennettu");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vastauksesi on tallennettu");
  await page.getByRole("link", { name: "Muuta vastaustani" }).click();
  await page.getByRole("radio", { name: "5" }).check();
  await page.getByRole("button", { name: SEND }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Arvosanasi 5 on tallennettu");
  await expect(page.getByRole("textbox").first()).toHaveValue("Hyvä palvelu, kiitos!");
});

test("answers by keyboard alone", async ({ page }) => {
  await page.goto(link("keyboard"));
  await page.getByRole("radio").first().focus();
  for (let step = 0; step < 10; step += 1) await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { checked: true })).toHaveValue("10");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Arvosanasi 10 on tallennettu");
});

test("speaks the customer's Swedish, and English on request", async ({ page }) => {
  await page.goto(link("swedish"));
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Hur sannolikt");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("how likely are you to recommend");
});

test("sending without a score says so at the scale", async ({ page }) => {
  await page.goto(link("invalid"));
  await page.getByRole("button", { name: SEND }).click();
  await expect(page.getByRole("group")).toContainText("Valitse numero ennen kuin lähetät.");
  await page.getByRole("radio", { name: "7" }).check();
  await page.getByRole("button", { name: SEND }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Arvosanasi 7 on tallennettu");
});

test("following any link records nothing", async ({ page, request }) => {
  for (const query of ["", "?score=0", "?score=10", "?step=details", "?lang=en"]) {
    await request.get(link("weight", query));
  }
  await page.goto(link("weight"));
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: SEND })).toBeVisible();
});

test.describe("links that open nothing", () => {
  test.use({ expectedConsoleErrors: [/status of 4(04|10)/] });

  test("an expired one says until when, an unknown and a tampered one say the same", async ({ page }) => {
    await page.goto(link("expired"));
    await expect(page.getByRole("main")).toContainText(/Kysely on päättynyt/);
    await expect(page.getByRole("button")).toHaveCount(0);
    const unknown = await page.goto(`/s/${"x".repeat(32)}?lang=fi`);
    expect(unknown?.status()).toBe(404);
    const unknownText = await page.getByRole("main").textContent();
    const tampered = await page.goto(`/s/${tokens().weight?.slice(0, -2)}zz?lang=fi`);
    expect(tampered?.status()).toBe(404);
    expect(await page.getByRole("main").textContent()).toBe(unknownText);
  });
});

test("unsubscribing takes a press of the button, and lasts", async ({ page }) => {
  await page.goto(link("unsubscribe"));
  await page.getByRole("link", { name: "En halua enää kyselyjä" }).click();
  await page.reload();
  await page.getByRole("button", { name: "Lopeta kyselyjen lähettäminen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Et saa enää kyselyjä");
  await page.goto(link("unsubscribe", "/unsubscribe"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Et saa enää kyselyjä");
});

test("the page is a few kilobytes without any script, and fits 320 pixels", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 568 }, baseURL });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  const types: string[] = [];
  session.on("Network.responseReceived", ({ type }) => types.push(type));
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(link("weight"), { waitUntil: "networkidle" });
  expect(types.filter((type) => type !== "Document" && type !== "Image" && type !== "Other")).toEqual([]);
  expect(bytes).toBeGreaterThan(500);
  expect(bytes).toBeLessThan(20_000);
  expect(await page.content()).not.toContain("<script");
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await context.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any step, ${colorScheme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ colorScheme, baseURL, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(link("axe"));
    await expectNoViolations(page, "score");
    if (colorScheme === "light") {
      await page.getByRole("radio", { name: "2", exact: true }).check();
      await page.getByRole("button", { name: SEND }).click();
    }
    await page.goto(link("axe"));
    await expectNoViolations(page, "after the score");
    await page.goto(link("axe", "/unsubscribe"));
    await expectNoViolations(page, "unsubscribe");
    await page.goto(`/s/${"x".repeat(32)}`);
    await expectNoViolations(page, "unknown link");
    await context.close();
  });
}
