import type { Browser, Page } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";
import { expect, type InboxClient, test } from "./fixtures";

const ORGANIZATION = "/o/arviola";
const SUBJECT = "Siiri Seurattu";
const CYCLE = "Arviolan 360";
const POINTS = ["Ei juuri koskaan", "Harvoin", "Joskus", "Usein", "Lähes aina"];
const ITEMS = ["Katsoo asiakasta silmiin.", "Kertoo, mitä seuraavaksi tapahtuu."];

test.use({ expectedConsoleErrors: [/status of 404/] });

/** A framework of one competency, two items and an open question, written from nothing and published. */
async function buildFramework(page: Page): Promise<void> {
  await page.goto(`${ORGANIZATION}/evaluation-frameworks/new`);
  await page.getByText("Empty framework").click();
  await page.getByLabel("Name of the framework").fill("Kohtaaminen torilla");
  await page.getByRole("button", { name: "Create framework" }).click();
  await page.waitForURL(/evaluation-frameworks\/[0-9a-f-]{36}$/);

  for (const [index, label] of POINTS.entries())
    await page.getByRole("textbox", { name: new RegExp(`^Point ${index + 1}`) }).fill(label);
  await page.getByRole("button", { name: "Add a competency" }).click();
  await page.getByRole("textbox", { name: /^Name of the competency/ }).fill("Läsnäolo");
  for (const text of ITEMS) {
    await page.getByRole("button", { name: "Add an item" }).click();
    await page.getByRole("textbox", { name: /^Item/ }).last().fill(text);
  }
  await page.getByRole("button", { name: "Add an open question" }).click();
  await page
    .getByRole("textbox", { name: /^Question/ })
    .last()
    .fill("Mistä kiittäisit?");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText("Version 1 is published").first()).toBeVisible();
}

/** The cycle with its subject and named manager. Resolves to its path. */
async function makeCycle(page: Page): Promise<string> {
  await page.goto(`${ORGANIZATION}/evaluation-cycles/new`);
  await page.getByLabel("Name", { exact: true }).fill(CYCLE);
  await page.getByLabel("Framework", { exact: true }).selectOption({ label: "Kohtaaminen torilla" });
  await page.getByRole("button", { name: "Create cycle" }).click();
  await page.waitForURL(/evaluation-cycles\/[0-9a-f-]{36}/);
  const cycle = new URL(page.url()).pathname;

  await page.goto(`${cycle}?tab=add`);
  await page.getByRole("checkbox", { name: SUBJECT }).check();
  await page.getByLabel("Manager", { exact: false }).selectOption({ label: "Mirja Nimetty" });
  await page.getByRole("button", { name: "Add those chosen" }).click();
  await expect(page.getByText("Added to the cycle.").first()).toBeVisible();
  return cycle;
}

const confirm = async (page: Page, name: string) => {
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
};

const CUSTOMERS = ["Anna", "Bo", "Cecilia", "David"];

/** The named manager chooses three colleagues, two reports and four customers. */
async function chooseRaters(page: Page): Promise<void> {
  await page.goto(`${ORGANIZATION}/evaluations`);
  await page.getByRole("link", { name: SUBJECT }).first().click();
  await page.waitForURL(/evaluations\/[0-9a-f-]{36}/);
  const choose = async (group: string, names: string[]) => {
    const form = page.getByRole("form", { name: `Add: ${group}` });
    for (const name of names) {
      await form.getByRole("combobox").fill(name);
      await page.getByRole("option", { name }).first().click();
      await form.getByRole("button", { name: "Add", exact: true }).click();
      await expect(page.getByRole("listitem").filter({ hasText: name }).first()).toBeVisible();
    }
  };
  await choose("Colleagues", ["Pekka Pari", "Paula Pari", "Pia Pari"]);
  await choose("Reports", ["Risto Rivi", "Reija Rivi"]);
  const form = page.getByRole("form", { name: "Add: Customers" });
  await form.getByText("By e-mail").click();
  for (const name of CUSTOMERS) {
    await form.getByLabel("Name", { exact: false }).fill(`${name} Asiakas`);
    await form.getByLabel("E-mail address").fill(`${name.toLowerCase()}@asiakas.test`);
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await expect(
      page
        .getByRole("listitem")
        .filter({ hasText: `${name} Asiakas` })
        .first(),
    ).toBeVisible();
  }
}

type Given = { points: [number, number]; comment?: string };

/** Answers what a link opens: the one evaluation, from the promise to sending. */
async function rate(page: Page, link: string, { points, comment }: Given): Promise<void> {
  await page.goto(`${link}${link.includes("?") ? "&" : "?"}lang=fi`);
  await page.getByRole("link", { name: /^Aloita arvio/ }).click();
  await expect(page.getByText("Kuka näkee vastauksesi")).toBeVisible();
  await page.getByRole("link", { name: "Aloita", exact: true }).click();
  for (const [index, text] of ITEMS.entries()) {
    const item = page.getByRole("group", { name: text });
    await item.getByRole("radio", { name: POINTS[(points[index] ?? 1) - 1] as string }).check();
  }
  await page.getByRole("button", { name: "Tallenna ja jatka", exact: true }).click();
  if (comment) await page.getByRole("textbox").fill(comment);
  await page.getByRole("button", { name: "Tallenna ja jatka", exact: true }).click();
  await page.getByRole("button", { name: "Lähetä arvio" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kiitos, arviosi on lähetetty!");
}

/** By the link of the mail, on a device that has never seen the product. */
async function rateByMail(browser: Browser, inbox: InboxClient, address: string, given: Given) {
  const mail = await inbox.waitForMessage(address, ({ subject }) => subject.includes(CYCLE));
  const link = mail.links.find((found) => found.includes("/r/"));
  expect(link, `the link in the mail to ${address}`).toBeTruthy();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "fi-FI" });
  await rate(await context.newPage(), link as string, given);
  await context.close();
}

async function readPdf(page: Page, path: string): Promise<string> {
  const response = await page.request.get(path);
  expect(response.status()).toBe(200);
  const document = await getDocumentProxy(new Uint8Array(await response.body()));
  const { text } = await extractText(document, { mergePages: true });
  return text.replace(/[ \n]+/g, " ");
}

test("an evaluation from its framework to the released report, and who sees what of it", async ({
  page,
  browser,
  baseURL,
  signIn,
  inbox,
}) => {
  test.setTimeout(420_000);
  const pageOf = async (email: string) => {
    const context = await browser.newContext(baseURL ? { baseURL } : {});
    const opened = await context.newPage();
    await signIn(email, opened);
    return opened;
  };
  await signIn("owner@arviola.test");
  await buildFramework(page);
  const cycle = await makeCycle(page);
  await confirm(page, "Start nomination");
  await expect(page.getByText("Raters are being chosen").first()).toBeVisible();

  const manager = await pageOf("mirja@arviola.test");
  await chooseRaters(manager);
  await page.goto(cycle);
  await confirm(page, "Open now");
  await expect(page.getByText(/Raters answer until/).first()).toBeVisible();

  // Oneself and the manager from their own pages; the others from their mails.
  const subject = await pageOf("siiri@arviola.test");
  for (const [own, given] of [
    [subject, { points: [5, 5] }],
    [manager, { points: [3, 4], comment: "Rauhallinen ote." }],
  ] as [Page, Given][]) {
    await own.goto(`${ORGANIZATION}/evaluations`);
    const link = await own.getByRole("link", { name: `Answer: ${CYCLE}` }).getAttribute("href");
    await rate(own, link as string, given);
  }
  const PEERS: [string, Given][] = [
    ["pekka", { points: [4, 2], comment: "Auttaa aina." }],
    ["paula", { points: [4, 3], comment: "Kertoo syyt." }],
    ["pia", { points: [5, 2], comment: "Hymyilee." }],
  ];
  const REPORTS: [string, Given][] = [
    ["risto", { points: [2, 1], comment: "Rivin salaisuus." }],
    ["reija", { points: [2, 2] }],
  ];
  for (const [name, given] of [...PEERS, ...REPORTS])
    await rateByMail(browser, inbox, `${name}@arviola.test`, given);
  for (const [index, name] of CUSTOMERS.entries())
    await rateByMail(browser, inbox, `${name.toLowerCase()}@asiakas.test`, {
      points: [4, 3 + (index % 2)] as [number, number],
    });

  // A link answers once.
  const again = await inbox.waitForMessage("anna@asiakas.test");
  await page.goto(again.links.find((found) => found.includes("/r/")) as string);
  await expect(page.getByRole("link", { name: /Aloita arvio|Jatka arviota/ })).toHaveCount(0);

  // Before the release there is nothing to see, for anybody.
  await page.goto(`${cycle}?tab=subjects`);
  const subjectId = /evaluations\/([0-9a-f-]{36})/.exec(
    (await page.getByRole("link", { name: SUBJECT }).first().getAttribute("href")) ?? "",
  )?.[1] as string;
  const report = `${ORGANIZATION}/evaluation-reports/${subjectId}`;
  expect((await subject.request.get(report)).status()).toBe(404);
  expect((await manager.request.get(report)).status()).toBe(404);

  await page.goto(cycle);
  await confirm(page, "Close cycle");
  await expect(page.getByText("Answering has ended").first()).toBeVisible();
  await confirm(page, "Release reports");
  await expect(page.getByText("Reports have been released").first()).toBeVisible();

  // The subject and the named manager see the same report; of the two reports nobody sees anything by itself.
  for (const reader of [subject, manager]) {
    await reader.goto(report);
    await expect(reader.getByRole("heading", { level: 1 })).toContainText(SUBJECT);
    const main = reader.getByRole("main");
    await expect(main).toContainText("Rauhallinen ote.");
    await expect(main).toContainText("Auttaa aina.");
    // Colleagues 4, 4, 5 and reports 2, 2 are one cell of five: 17/5. Customers stand alone: 4.
    const table = await (await reader.request.get(`${report}/export`)).text();
    expect(table).toContain("3.4");
    const text = await readPdf(reader, `${report}/report.pdf?language=fi`);
    expect(text).toContain(`360-raportti ${SUBJECT}`);
    expect(text).toContain("3,40 n = 5");
    expect(text).toContain("4,00 n = 4");
    // Two reports alone would have a mean of 2,00 in the first item.
    expect(text).not.toContain("2,00 n = 2");
  }
  // Owners were not among the readers, another manager of the same place was not named, a colleague only answered.
  const strangers = [page, await pageOf("muu@arviola.test"), await pageOf("pekka@arviola.test")];
  const paths = [report, `${report}?release=1`, `${report}/report.pdf`, `${report}/export`];
  for (const stranger of strangers) {
    for (const path of paths) expect((await stranger.request.get(path)).status(), path).toBe(404);
    await stranger.goto(`${ORGANIZATION}/evaluations`);
    await expect(
      stranger.getByRole("link", { name: SUBJECT }).and(stranger.locator("[href*='evaluation-reports']")),
    ).toHaveCount(0);
  }
  for (const path of [
    "evaluations",
    "evaluation-reports",
    `evaluation-reports/${subjectId}`,
    "evaluation-cycles",
  ])
    expect((await page.request.get(`/api/v1/${path}`)).status(), path).toBe(404);
  // The cohort of one is nobody's to see.
  await page.goto(`${cycle}/cohort`);
  await expect(page.getByRole("main")).not.toContainText("3.4");
});
