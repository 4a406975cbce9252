import type { Page } from "@playwright/test";
import { expect, expectNoViolations, test } from "./fixtures";

const tokens = (): Record<string, string> => JSON.parse(process.env.E2E_TOKENS ?? "{}");
const link = (name: string, query = "") => `/r/${tokens()[`rating.${name}`]}${query}`;

const PHONE = { width: 390, height: 844 };
const NEXT = "Tallenna ja jatka";
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
/** Answers one statement; the radio itself is invisible and lies over its label. */
const answer = (page: Page, statement: string, point: string) =>
  page.getByRole("group", { name: statement }).getByRole("radio", { name: point }).check();

test.describe("without JavaScript, on a phone", () => {
  test.use({ viewport: PHONE, javaScriptEnabled: false });

  test("a rater reads who will see what, is interrupted, goes on, and sends once and for good", async ({
    page,
  }) => {
    await page.goto(link("withoutScript"));
    await expect(heading(page)).toHaveText("Hei Vilma!");
    await page.getByRole("link", { name: "Aloita arvio: Pia Palvelija" }).click();
    await expect(heading(page)).toHaveText("Arvioitava: Pia Palvelija");
    const main = page.getByRole("main");
    await expect(main).toContainText("vain, jos siitä vastaa vähintään 3 henkilöä");
    await expect(main).toContainText("sanasta sanaan");
    await expect(main).toContainText("arvioitava itse 2 päivän kuluttua julkaisusta: Pia Palvelija");
    await page.getByRole("link", { name: "Aloita", exact: true }).click();

    await expect(heading(page)).toHaveText("Osa-alue presence");
    await answer(page, "Osoittaa p1.", "Kohta 4");
    await press(page, "Tallenna ja jatka myöhemmin");
    await expect(page.getByRole("listitem").filter({ hasText: "Pia Palvelija" }).first()).toContainText(
      "Kesken",
    );

    await page.goto(link("withoutScript"));
    await page.getByRole("link", { name: "Jatka arviota: Pia Palvelija" }).click();
    await expect(
      page.getByRole("group", { name: "Osoittaa p1." }).getByRole("radio", { name: "Kohta 4" }),
    ).toBeChecked();
    await press(page, NEXT);
    await answer(page, "Osoittaa c1.", "En osaa sanoa");
    await answer(page, "Osoittaa c2.", "Kohta 1");
    await press(page, NEXT);
    await page.getByRole("textbox", { name: "Mitä lisää?" }).fill("Kysy useammin.");
    await press(page, NEXT);

    await expect(heading(page)).toHaveText("Tarkista ja lähetä");
    await expect(page.getByRole("button", { name: "Lähetä arvio" })).toHaveCount(0);
    await page.getByRole("link", { name: "Osoittaa p2." }).click();
    await answer(page, "Osoittaa p2.", "Kohta 5");
    await press(page, "Tallenna ja tarkista");
    await expect(main).toContainText("Kysy useammin.");
    await press(page, "Lähetä arvio");
    await expect(heading(page)).toHaveText("Kiitos, arviosi on lähetetty!");
    await expect(main).toContainText("Sinulla on vielä arvioita tekemättä.");

    await page.goBack();
    await page.reload();
    await expect(heading(page)).toHaveText("Olet jo lähettänyt tämän arvion");
    await expect(main).not.toContainText("Kysy useammin.");
  });
});

test.describe("with JavaScript, on a phone", () => {
  test.use({ viewport: PHONE });

  test("every answer is kept as it is given", async ({ page }) => {
    await page.goto(link("withScript"));
    await page.getByRole("link", { name: "Aloita arvio: Pia Palvelija" }).click();
    await page.getByRole("link", { name: "Aloita", exact: true }).click();
    await answer(page, "Osoittaa p1.", "Kohta 2");
    await answer(page, "Osoittaa p2.", "En osaa sanoa");
    await expect(page.getByRole("status")).toHaveText("Tallennettu");
    await page.reload();
    await expect(
      page.getByRole("group", { name: "Osoittaa p1." }).getByRole("radio", { name: "Kohta 2" }),
    ).toBeChecked();
    await expect(
      page.getByRole("group", { name: "Osoittaa p2." }).getByRole("radio", { name: "En osaa sanoa" }),
    ).toBeChecked();

    await press(page, NEXT);
    await press(page, NEXT);
    await page.getByRole("textbox").fill("Kiitos avusta");
    await expect(page.getByRole("status")).toHaveText("Tallennettu");
    await page.goto(link("withScript"));
    await page.getByRole("link", { name: "Jatka arviota: Pia Palvelija" }).click();
    await expect(heading(page)).toHaveText("Osa-alue clarity");
    await press(page, NEXT);
    await expect(page.getByRole("textbox")).toHaveValue("Kiitos avusta");
  });
});

test("declining takes a press of the button, and asks no more", async ({ page }) => {
  await page.goto(link("decline"));
  await page.getByRole("link", { name: "En voi arvioida: Risto Ripeä" }).click();
  await page.getByRole("textbox").fill("En ole nähnyt hänen työtään.");
  await press(page, "Kieltäydyn arvioimasta");
  await expect(heading(page)).toHaveText("Hei Vilma!");
  const task = page.getByRole("listitem").filter({ hasText: "Risto Ripeä" });
  await expect(task).toContainText("Et arvioi");
  await expect(task.getByRole("link")).toHaveCount(0);
});

test.describe("links that open nothing", () => {
  test.use({ expectedConsoleErrors: [/status of 4(04|10)/] });

  test("a closed one says so, an unknown one tells nothing", async ({ page }) => {
    const closed = await page.goto(link("closed"));
    expect(closed?.status()).toBe(410);
    await expect(heading(page)).toHaveText("Arviointi on päättynyt");
    for (const path of [`/r/${"x".repeat(32)}`, `/r/${tokens()["rating.axe"]?.slice(0, -2)}zz`]) {
      const unknown = await page.goto(path);
      expect(unknown?.status()).toBe(404);
      await expect(heading(page)).toHaveText("The link does not work");
    }
  });
});

test("speaks the languages the framework is written in, and fits 320 pixels with one small script", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 568 }, baseURL });
  const page = await context.newPage();
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(new URL(request.url()).pathname);
  });
  await page.goto(link("weight"));
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("link", { name: "Begin the evaluation: Pia Palvelija" }).click();
  await page.getByRole("link", { name: "Begin", exact: true }).click();
  await expect(heading(page)).toHaveText("Competency presence");
  await expect(page.locator("script")).toHaveCount(1);
  expect(scripts).toEqual(["/rating.js"]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await context.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any step of rating, ${colorScheme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ colorScheme, baseURL, bypassCSP: true, viewport: PHONE });
    const page = await context.newPage();
    await page.goto(link("axe"));
    await expectNoViolations(page, "the list");
    const start = await page
      .getByRole("link", { name: /: Pia Palvelija/ })
      .first()
      .getAttribute("href");
    for (const step of ["start", "1", "words", "check", "decline"]) {
      await page.goto(`${start}&step=${step}`);
      await expectNoViolations(page, step);
    }
    await context.close();
  });
}
