import type { Browser, Page } from "@playwright/test";
import { expect, type InboxClient, test } from "./fixtures";

/** The numbers of n on the overview of the small organization: the answers there so far. */
async function countAnswers(page: Page): Promise<number> {
  await page.goto("/o/testila?period=7d");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  const line = page.getByText(/^\d+ answers?\b/).first();
  if ((await line.count()) === 0) return 0;
  return Number.parseInt((await line.textContent()) ?? "", 10);
}

async function recordEncounter(page: Page, customer: { name: string; email: string; language: string }) {
  await page.goto("/o/testila/encounters/new");
  await page.getByText("New", { exact: true }).click();
  await page.getByLabel("Name", { exact: true }).fill(customer.name);
  await page.getByLabel("E-mail", { exact: true }).fill(customer.email);
  await page.getByLabel("Language").selectOption(customer.language);
  await page.getByLabel("Responsible employee").fill("Aino");
  await page.getByRole("option", { name: /Aino Ahkera/ }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL("**/o/testila/encounters");
  await expect(page.getByRole("row", { name: new RegExp(customer.name) })).toBeVisible();
}

async function answerFromMail(
  browser: Browser,
  inbox: InboxClient,
  options: {
    email: string;
    javaScriptEnabled: boolean;
    score: number;
    send: string;
    followUp: string;
    stored: string;
  },
) {
  const mail = await inbox.waitForMessage(options.email);
  expect(mail.headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
  const link = mail.links.find((one) => one.endsWith(`score=${options.score}`));
  expect(link, "the score's link in the mail").toBeTruthy();

  const context = await browser.newContext({ javaScriptEnabled: options.javaScriptEnabled });
  const problems: string[] = [];
  context.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  const page = await context.newPage();
  await page.goto(link as string);
  await expect(page.getByRole("radio", { checked: true })).toHaveValue(String(options.score));
  await page.getByRole("button", { name: options.send }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(options.stored);
  await page.getByRole("textbox").first().fill(options.followUp);
  await page.getByRole("button", { name: options.send }).click();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  expect(problems).toEqual([]);
  await context.close();
  return mail;
}

test("an encounter becomes a mail, an answer and a figure, in Finnish with script", async ({
  page,
  browser,
  inbox,
  signIn,
}) => {
  await signIn("manager@testila.test");
  const before = await countAnswers(page);
  await recordEncounter(page, { name: "Sirpa Suomalainen", email: "sirpa@example.test", language: "fi" });
  const mail = await answerFromMail(browser, inbox, {
    email: "sirpa@example.test",
    javaScriptEnabled: true,
    score: 10,
    send: "Lähetä",
    followUp: "Aino kuunteli ja hoiti asian loppuun 😊",
    stored: "Arvosanasi 10 on tallennettu",
  });
  expect(mail.subject).toBe("Miten meillä meni? Yksi lyhyt kysymys");
  expect(await countAnswers(page)).toBe(before + 1);
  await page.goto("/o/testila/comments");
  await expect(page.getByRole("main")).toContainText("Aino kuunteli ja hoiti asian loppuun 😊");
  await page.goto("/o/testila/comments?q=asiat");
  await expect(page.getByRole("main")).toContainText("Aino kuunteli");
});

test("the same in English without script, and the encounter tells its story", async ({
  page,
  browser,
  inbox,
  signIn,
}) => {
  await signIn("manager@testila.test");
  const before = await countAnswers(page);
  await recordEncounter(page, { name: "Siobhán O'Brien", email: "siobhan@example.test", language: "en" });
  const mail = await answerFromMail(browser, inbox, {
    email: "siobhan@example.test",
    javaScriptEnabled: false,
    score: 3,
    send: "Send",
    followUp: "<b>Nobody</b> took responsibility & I had to wait",
    stored: "Your score 3 is saved",
  });
  expect(mail.subject).toBe("How did we do? One short question");
  expect(mail.text).toContain("Service desk");
  expect(await countAnswers(page)).toBe(before + 1);

  await page.goto("/o/testila/encounters");
  await page
    .getByRole("row", { name: /Siobhán/ })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByRole("main")).toContainText("Answered");
  await page.goto("/o/testila/comments");
  await expect(page.getByRole("main")).toContainText("<b>Nobody</b> took responsibility & I had to wait");
});

test("the employee sees the answers to the own encounters, the colleague does not", async ({
  page,
  signIn,
}) => {
  await signIn("employee@testila.test");
  await page.goto("/o/testila?period=7d");
  await expect(page.getByRole("main")).toContainText("Aino kuunteli");
  await page.context().clearCookies();
  await signIn("colleague@testila.test");
  await page.goto("/o/testila?period=7d");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My results");
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(page.getByRole("main")).not.toContainText("Aino kuunteli");
});

test("one click of the mail program unsubscribes for good", async ({ page, inbox, request, signIn }) => {
  await signIn("manager@testila.test");
  await recordEncounter(page, { name: "Yrjö Yksi", email: "yrjo@example.test", language: "fi" });
  const mail = await inbox.waitForMessage("yrjo@example.test");
  const oneClick = mail.headers["list-unsubscribe"]?.match(/<(http[^>]+)>/)?.[1];
  expect(oneClick, "https link of List-Unsubscribe").toBeTruthy();
  const response = await request.post(oneClick as string, { form: { "List-Unsubscribe": "One-Click" } });
  expect(response.ok()).toBe(true);

  await page.goto("/o/testila/encounters/new");
  await page.getByRole("combobox", { name: /Customer|Name, e-mail/ }).fill("yrjo@");
  await page.getByRole("option", { name: /Yrjö Yksi/ }).click();
  await page.getByLabel("Responsible employee").fill("Aino");
  await page.getByRole("option", { name: /Aino Ahkera/ }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL("**/o/testila/encounters");
  await expect
    .poll(async () => {
      await page.reload();
      return page.getByRole("main").textContent();
    })
    .toMatch(/unsubscribed/i);
  expect(await inbox.listMessages("yrjo@example.test")).toHaveLength(1);
});
