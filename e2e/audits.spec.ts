import type { Browser, BrowserContext, Page } from "@playwright/test";
import sharp from "sharp";
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "./fixtures";

const ORGANIZATION = "/o/testila";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const EYES = "Katsottiinko sinua silmiin?";

test.use({
  expectedConsoleErrors: [/ERR_INTERNET_DISCONNECTED/, /status of 4(13|15)/],
});

/** A picture as a camera would give it. */
const takePhoto = (background: string) =>
  sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer();

/** A card of a page, by its heading. */
const card = (page: Page, title: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

async function addSection(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "Add a section" }).click();
  await page
    .getByRole("textbox", { name: /^Title/ })
    .last()
    .fill(title);
}

async function addItem(page: Page, kind: string, text: string): Promise<void> {
  await page.getByRole("button", { name: "Add an item" }).last().click();
  await page.getByRole("menuitem", { name: kind, exact: true }).click();
  await page
    .getByRole("textbox", { name: /^What is observed/ })
    .last()
    .fill(text);
}

/** Two sections of equal weight: two yes/no items; a critical one and a photo. */
async function buildForm(page: Page): Promise<void> {
  await page.goto(`${ORGANIZATION}/audit-forms/new`);
  await page.getByText("An empty form").click();
  await page.getByLabel("Name of the form").fill("Tiskikäynti");
  await page.getByRole("button", { name: "Make the form" }).click();
  await page.waitForURL(/audit-forms\/[0-9a-f-]{36}$/);

  await addSection(page, "Tervehdys");
  await addItem(page, "Yes or no", "Tervehdittiinkö sinua?");
  await addItem(page, "Yes or no", EYES);
  await addSection(page, "Palvelu");
  await addItem(page, "Yes or no", "Puhuttiinko sinulle totta?");
  await page
    .getByRole("switch", { name: /^Critical/ })
    .last()
    .check({ force: true });
  await addItem(page, "Photo", "Kuva tiskistä");

  // The form is tried out beside the builder: everything right gives everything.
  const preview = card(page, "Try the form");
  await preview.getByRole("button", { name: "Best answers" }).click();
  await expect(preview.getByText("100%").first()).toBeVisible();

  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText("Version 1 is published")).toBeVisible();
}

const today = (days = 0) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function planProgramme(page: Page): Promise<void> {
  await page.goto(`${ORGANIZATION}/programmes/new`);
  await page.getByLabel("Name", { exact: true }).fill("Talven käynnit");
  await page.getByLabel("Objective").fill("Nähdä, miten asiakas kohdataan tiskillä.");
  await page.getByLabel("Form", { exact: true }).selectOption({ label: "Tiskikäynti" });
  await page.getByLabel("First day").fill(today(-1));
  await page.getByLabel("Last day").fill(today(60));
  await page.getByLabel("Role and scenario").fill("Haet pakettia.");
  await page.getByLabel("Instructions").fill("Käyttäydy kuin kuka tahansa asiakas.");
  await page.getByRole("button", { name: "Create the programme" }).click();
  await page.waitForURL(/programmes\/[0-9a-f-]{36}/);
  const programme = new URL(page.url()).pathname;

  await page.goto(`${programme}?tab=briefing`);
  await page.getByLabel("The staff have known since").fill(today(-1));
  await page.getByRole("button", { name: "Attest", exact: true }).click();
  await expect(page.getByText("Attested by")).toBeVisible();

  await page.getByRole("button", { name: "Start the programme" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Start the programme" }).click();
  await expect(page.getByText("Running").first()).toBeVisible();

  await page.goto(`${programme}?tab=plan`);
  const give = card(page, "Give a visit");
  await give.getByLabel("Location").selectOption({ label: "Testilän keskusta" });
  await give.getByLabel("Touchpoint").selectOption({ label: "Palvelutiski" });
  await give.getByLabel("From").fill(today(-1));
  await give.getByLabel("Kaisa Konsultti").check();
  await give.getByRole("button", { name: "Give the visit" }).click();
  await expect(page.getByText("Visit given.").first()).toBeVisible();
}

const item = (page: Page, text: string) => page.getByRole("group", { name: text });
const state = (page: Page, text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible();

/** The consultant on a phone, without a connection in the middle. */
async function enterVisit(page: Page, context: BrowserContext): Promise<string> {
  await page.goto(ORGANIZATION);
  await page
    .getByRole("link", { name: /Testilän keskusta/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await page.getByRole("button", { name: "Start the visit" }).click();
  await page.waitForURL(/\/audits\/[0-9a-f-]{36}\/enter/);
  const audit = new URL(page.url()).pathname.replace("/enter", "");

  await page.getByRole("button", { name: "Now", exact: true }).first().click();
  await page.getByRole("button", { name: "Now", exact: true }).last().click();
  await page.getByLabel("Who served you?").selectOption({ label: "Aino Ahkera" });
  await state(page, "Saved");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await item(page, "Tervehdittiinkö sinua?").getByText("Yes", { exact: true }).click();
  await state(page, "Saved");

  await context.setOffline(true);
  await item(page, EYES).getByText("No", { exact: true }).click();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await item(page, "Puhuttiinko sinulle totta?").getByText("Yes", { exact: true }).click();
  await item(page, "Kuva tiskistä")
    .locator("input[type=file]")
    .last()
    .setInputFiles({ name: "tiski.jpg", mimeType: "image/jpeg", buffer: await takePhoto("#4a7c59") });
  await state(page, /Kept on this device/);
  await context.setOffline(false);
  await state(page, "Saved");

  await refuseBadFiles(page, audit);

  await page.getByRole("button", { name: "Check", exact: true }).click();
  await page.getByLabel("The visit in a few words").fill("Ystävällinen palvelu, katse jäi näyttöön.");
  await state(page, "Saved");
  await page.getByRole("button", { name: "Submit for review" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Submit", exact: true }).click();
  await state(page, "Submitted");
  await expect(item(page, EYES).getByRole("radio", { name: "Yes" })).toHaveCount(0);
  return audit;
}

/** What is no picture, or more than one, is refused in words. */
async function refuseBadFiles(page: Page, audit: string): Promise<void> {
  const photo = await takePhoto("#888");
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const files: [string, Buffer | string, number][] = [
    ["a 20 MB file", Buffer.concat([photo, Buffer.alloc(20 * 1024 * 1024)]), 413],
    ["an SVG with a script", svg, 415],
    ["a PDF named .jpg", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", 415],
    ["a picture that is a page too", Buffer.concat([photo, Buffer.from("<html><script>1</script>")]), 415],
  ];
  const key = await page.locator("[data-photos]").last().getAttribute("data-photos");
  for (const [name, body, status] of files) {
    const answer = await page.evaluate(
      async ({ path, bytes }) => {
        const response = await fetch(path, {
          method: "POST",
          headers: { "content-type": "image/jpeg" },
          body: Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)),
        });
        return { status: response.status, ...(await response.json()) };
      },
      {
        path: `${audit}/photos?item=${key}&client=${crypto.randomUUID()}`,
        bytes: Buffer.from(body).toString("base64"),
      },
    );
    expect(answer.status, name).toBe(status);
    expect(answer.message, name).toMatch(/\w+ \w+/);
  }
}

async function reviewAndPublish(page: Page, audit: string): Promise<void> {
  await page.goto(`${ORGANIZATION}/audits`);
  await page.locator(`a[href*="${audit}"]`).first().click();
  await page.waitForURL(new RegExp(audit));
  if (!page.url().endsWith("/review")) await page.getByRole("link", { name: "Go to the review" }).click();
  await page.getByRole("button", { name: "Take for review" }).click();
  await page.getByLabel("Strengths").fill("Tervehdys tuli heti.");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText("The audit is published").first()).toBeVisible();
}

async function replyAndAppeal(page: Page, audit: string): Promise<void> {
  await page.goto(`${ORGANIZATION}/audits`);
  await page.locator(`a[href$="${audit}"]`).first().click();
  await expect(page.getByRole("main")).toContainText("75%");
  await page.getByLabel("Your reply").fill("Näyttö oli rikki, ja luin siitä tilauksen numeroa.");
  await page.getByRole("button", { name: "Publish the reply" }).click();
  await expect(page.getByText("luin siitä tilauksen numeroa").first()).toBeVisible();

  await page.getByRole("button", { name: "Appeal an item" }).click();
  const dialog = page.getByRole("dialog");
  const choice = dialog.getByLabel("Item", { exact: true });
  const value = await choice.locator("option", { hasText: EYES }).getAttribute("value");
  await choice.selectOption(value);
  await dialog.getByText("Factual error").click();
  await dialog.getByLabel("Reasons").fill("Katsoin asiakasta tervehtiessäni, kuten kuvasta näkyy.");
  await dialog
    .locator("input[type=file]")
    .setInputFiles({ name: "todiste.jpg", mimeType: "image/jpeg", buffer: await takePhoto("#335") });
  await dialog.getByRole("button", { name: "Send the appeal" }).click();
  await expect(page.getByText("Katsoin asiakasta").first()).toBeVisible();
}

async function changeOnAppeal(page: Page, audit: string): Promise<void> {
  await page.goto(audit);
  await page.getByRole("button", { name: "Decide", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("The answer is changed").click();
  await item(dialog as unknown as Page, EYES)
    .getByText("Yes", { exact: true })
    .click();
  await dialog.getByLabel("Reasons").fill("Kuva osoittaa, että katse oli asiakkaassa.");
  await dialog.getByRole("button", { name: "Decide the appeal" }).click();
  await expect(page.getByText("Score 75% → 100%").first()).toBeVisible();
}

/** The touchpoint's score on the dashboard. */
async function expectFigure(page: Page, score: string): Promise<void> {
  await page.goto(`${ORGANIZATION}/audit-results`);
  await expect(page.getByRole("row", { name: /Palvelutiski/ })).toContainText(score);
}

async function readPdf(page: Page, audit: string, language: string): Promise<string> {
  const response = await page.request.get(`${audit}/report.pdf?language=${language}`);
  expect(response.headers()["content-type"]).toBe("application/pdf");
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await response.body())), {
    mergePages: true,
  });
  return text.replaceAll(/\s+/g, " ");
}

async function asMember<T>(
  browser: Browser,
  signIn: (email: string, page?: Page) => Promise<void>,
  email: string,
  options: object,
  act: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    baseURL: process.env.E2E_APP_URL as string,
    locale: "en-GB",
    timezoneId: "Europe/Helsinki",
    ...options,
  });
  const page = await context.newPage();
  await signIn(email, page);
  const result = await act(page, context);
  await context.close();
  return result;
}

test("a form, a programme, a visit on a phone, its review, an appeal and a changed score", async ({
  page,
  browser,
  signIn,
}) => {
  test.setTimeout(600_000);
  await signIn("owner@testila.test");
  await buildForm(page);
  await planProgramme(page);
  const audit = await asMember(browser, signIn, "consultant@testila.test", PHONE, enterVisit);
  await reviewAndPublish(page, audit);
  await expectFigure(page, "75%");

  await asMember(browser, signIn, "employee@testila.test", {}, (own) => replyAndAppeal(own, audit));
  // A colleague and a manager of the whole organization do not see it yet; it is no secret that there is nothing to see.
  for (const email of ["colleague@testila.test", "manager@testila.test"]) {
    await asMember(browser, signIn, email, {}, async (other) => {
      for (const path of [audit, `${audit}/report.pdf?language=fi`]) {
        expect((await other.request.get(path)).status(), `${email} ${path}`).toBe(404);
      }
    });
  }

  await changeOnAppeal(page, audit);
  await expectFigure(page, "100%");

  const finnish = await readPdf(page, audit, "fi");
  for (const part of ["Testilä Oy", "100 %", "Hyväksytty", EYES, "Tervehdys tuli heti.", "Aino Ahkera"]) {
    expect(finnish).toContain(part);
  }
  const english = await readPdf(page, audit, "en");
  expect(english).toContain("Passed");
  expect(english).toContain("Ystävällinen palvelu");
});
