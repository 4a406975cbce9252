import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, test } from "./fixtures";

/**
 * A wide file, one row per respondent: a score with a code for "no answer" (99), one value off the scale (12), dates that
 * can be read both ways (3/4 and 5/6), and a place the organization does not have.
 */
const LINES = [
  "Tunnus;Vastattu;Myymälä;Suosittelu;Siisteys;Kommentti",
  "a-1;3/4/2024;Kauppakatu;10;5;Ystävällistä väkeä",
  "a-2;3/4/2024;Kauppakatu;9;4;",
  "a-3;5/6/2024;Kauppakatu;3;99;",
  "a-4;5/6/2024;Kauppakatu;12;2;",
];
const file = {
  name: "myymäläkysely.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(LINES.join("\r\n"), "latin1"),
};

/** The figure under a label. */
const figure = (page: Page, label: string) =>
  page.getByText(label, { exact: true }).locator("xpath=../following-sibling::div[1]");

test("a file of earlier answers is mapped, checked, imported, seen on the dashboard and taken back", async ({
  page,
  context,
  signIn,
  baseURL,
}) => {
  await signIn("owner@testila.test");
  await context.addCookies([{ name: "locale", value: "fi", url: baseURL as string }]);
  await page.goto("/o/testila/imports");

  await test.step("a file that cannot be one is refused before it travels", async () => {
    const input = page.getByLabel("CSV- tai Excel-tiedosto");
    await input.setInputFiles({ ...file, name: "kuva.png" });
    await expect(page.getByText("Tämä ei ole CSV- eikä Excel-tiedosto.")).toBeVisible();
    await expectNoViolations(page, "upload");
    await input.setInputFiles(file);
    await page.getByRole("button", { name: "Lähetä tiedosto" }).click();
    await expect(page.getByRole("heading", { name: "Mitä sarakkeissa on?" })).toBeVisible();
    await expect(
      page.getByText("4 riviä · 6 saraketta · Windows-1252 (ISO-8859-1) · puolipiste"),
    ).toBeVisible();
  });

  const use = (column: string) => page.getByLabel(`${column}: mitä sarakkeessa on`, { exact: true });
  await test.step("columns get their meaning, and keep it over a reload", async () => {
    await use("Suosittelu").selectOption({ label: "Arvosana" });
    await page.getByLabel("Mittari", { exact: true }).selectOption({ label: "NPS, 0–10" });
    await page.getByRole("button", { name: /^Suosittelu:/ }).click();
    await use("Siisteys").selectOption({ label: "Arvosana" });
    await page.getByLabel("Siisteys: mitä 99 tarkoittaa").selectOption({ label: "Ei vastausta" });
    await use("Myymälä").selectOption({ label: "Toimipiste" });
    await use("Tunnus").selectOption({ label: "Rivin tunniste" });
    await page.getByLabel("Kosketuspiste", { exact: true }).last().selectOption({ label: "Palvelutiski" });
    await expect(page.getByText("Valinnat on tallennettu").first()).toBeVisible();
    await page.reload();
    await expect(use("Siisteys")).toHaveValue("score");
    await expect(use("Kommentti")).toHaveValue("comment");
    await expect(page.getByText("Valitse, miten päivämäärät on kirjoitettu.").first()).toBeVisible();
    await expectNoViolations(page, "columns");
  });

  await test.step("the check shows which days depend on the order, and what every value counts as", async () => {
    await page.getByRole("button", { name: "Tarkista tuonti" }).first().click();
    await expect(page.getByRole("heading", { name: "Kumpi on päivä ja kumpi kuukausi?" })).toBeVisible();
    await expect(
      page.getByRole("row", { name: /^2 3\/4\/2024 .*3\. huhtikuuta 2024 .*4\. maaliskuuta 2024/ }),
    ).toBeVisible();
    await expect(page.getByRole("button", { name: "Aloita tuonti" })).toBeDisabled();
    await expectNoViolations(page, "check, undecided");
    await page.getByRole("button", { name: "Päivä ensin: 13.5.2017" }).click();
    await expect(page.getByRole("heading", { name: "Päivämäärien lukutapa on valittu" })).toBeVisible();

    // The place is unknown: nothing is stored until somebody says what becomes of it.
    await expect(figure(page, "Tallennettavia vastauksia")).toHaveText("0");
    await page.getByText("Luo kaikki uudet").click();
    await expect(figure(page, "Tallennettavia vastauksia")).toHaveText("6");
    await expect(figure(page, "Ei vastausta")).toHaveText("1");
    await expect(figure(page, "Hylättäviä")).toHaveText("1");
    await expect(page.getByRole("row", { name: "12 1 Asteikon ulkopuolella" })).toBeVisible();
    await expect(page.getByRole("row", { name: "99 1 Ei vastausta" })).toBeVisible();
    await expectNoViolations(page, "check, decided");
  });

  await test.step("the import tells what it did", async () => {
    await page.getByRole("button", { name: "Aloita tuonti" }).click();
    await expect(page.getByText("Tuonti on valmis. 1 arvo tai rivi hylättiin.")).toBeVisible({
      timeout: 30_000,
    });
    await expect(figure(page, "Luettuja rivejä")).toHaveText("4");
    await expect(figure(page, "Tallennettuja vastauksia")).toHaveText("6");
    await expect(figure(page, "Ei vastausta")).toHaveText("1");
    await expect(page.getByText("Tuonti loi: 1 toimipiste.")).toBeVisible();
    await expect(
      page.getByRole("row", { name: /^5 .*Suosittelu.*12.*Arvo on asteikon ulkopuolella\./ }),
    ).toBeVisible();
    await expectNoViolations(page, "result");
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Lataa hylätyt" }).click();
    const rejected = await readFile(await (await downloading).path(), "utf8");
    expect(rejected).toBe("\uFEFFRivi;Sarake;Arvo;Syy\r\n5;Suosittelu;12;Arvo on asteikon ulkopuolella.\r\n");
  });

  const result = page.url();
  await test.step("the dashboard counts its answers on its days", async () => {
    await page.getByRole("link", { name: "Näytä raporteissa" }).click();
    await expect(page).toHaveURL(/period=custom&from=2024-04-03&to=2024-06-05/);
    // Two promoters and one detractor of three: (2 − 1) / 3 = +33.
    await expect(page.getByRole("main")).toContainText("+33");
    await expect(page.getByRole("main")).toContainText(/\b3\svastausta/);
  });

  await test.step("undone, nothing of it is left", async () => {
    await page.goto(result);
    await page.getByRole("button", { name: "Peru tuonti" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("6 vastausta poistetaan raporteista.");
    await dialog.getByRole("button", { name: "Peru tuonti" }).click();
    await expect(page.getByText("Tuonti on peruttu")).toBeVisible({ timeout: 30_000 });
    await page.goto("/o/testila?period=custom&from=2024-04-03&to=2024-06-05");
    await expect(page.getByRole("main")).not.toContainText("+33");
    await page.goto("/o/testila/settings/locations");
    await expect(page.getByRole("main")).toContainText("Testilän keskusta");
    await expect(page.getByText("Kauppakatu")).toHaveCount(0);
  });
});
