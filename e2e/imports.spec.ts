import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectNoViolations, test } from "./fixtures";

/** Windows-1252, semicolons, and dates that can be read both ways; two of the four rows are wrong. */
const LINES = [
  "Viite;Päivä ja aika;Kosketuspiste;Työntekijä;Kohtaamistyyppi;Asiakkaan nimi;Asiakkaan sähköposti",
  "T-1;3/4/2026 14.05;palvelutiski;aino ahkera;Palvelukohtaaminen;Väinö Hölttä;vaino@example.test",
  "T-2;5/6/2026 9.30;Palvelutiski;Ville Vieras;Palvelukohtaaminen;Åsa Öhman;asa@example.test",
  "T-3;eilen;Palvelutiski;Aino Ahkera;Palvelukohtaaminen;;",
  "T-4;3/4/2026 15.00;Palvelutiski;Ei Kukaan;Palvelukohtaaminen;;",
];
const file = (lines: string[]) => ({
  name: "käynnit.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(lines.join("\r\n"), "latin1"),
});

/** Uploads a file and goes as far as what would happen. */
async function check(page: Page, lines: string[]) {
  await page.goto("/o/testila/imports/new?kind=encounters");
  await page.getByLabel("CSV file").setInputFiles(file(lines));
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.getByRole("heading", { name: "What do the columns mean?" })).toBeVisible();
}

/** The figure under a label. */
const figure = (page: Page, label: string) =>
  page.getByText(label, { exact: true }).locator("xpath=../following-sibling::div[1]");

test("a CSV file is understood, checked, imported, and changes nothing the second time", async ({
  page,
  signIn,
}) => {
  await signIn("manager@testila.test");
  await check(page, LINES);
  await expect(page.getByLabel("Customer’s e-mail")).toHaveValue("6");
  await expect(page.getByText("4 rows · Windows-1252")).toBeVisible();
  await expectNoViolations(page, "columns");

  // 3/4 may be March or April: nobody but the importer can know.
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByText("Choose how the dates are written.")).toBeVisible();
  await page.getByText("Day first").click();
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByRole("heading", { name: "What would happen" })).toBeVisible();
  await expect(figure(page, "New encounters")).toHaveText("2");
  await expect(figure(page, "Rejected rows")).toHaveText("2");
  await expect(page.getByRole("row", { name: /T-1.*3 Apr 2026, 14:05.*Aino Ahkera/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /^4 .*eilen This is not a date/ })).toBeVisible();
  await expectNoViolations(page, "check");

  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await expect(page.getByText("2 rows were rejected.")).toBeVisible({ timeout: 30_000 });
  await expectNoViolations(page, "result");
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the rejected rows" }).click();
  const rejected = await readFile(await (await downloading).path(), "utf8");
  expect(rejected.split("\r\n")[1]).toBe(
    "T-3;eilen;Palvelutiski;Aino Ahkera;Palvelukohtaaminen;;;4;Päivä ja aika: This is not a date in the chosen form.",
  );

  await page.getByRole("link", { name: "Show encounters" }).click();
  await page.getByLabel("Search by customer or reference").fill("väinö hölttä");
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByRole("row", { name: /3 Apr 2026, 14:05/ })).toContainText("Recorded too late");
  await page.getByRole("link", { name: /3 Apr 2026, 14:05/ }).click();
  await expect(page.getByText("No survey was sent")).toBeVisible();
  await expectNoViolations(page, "an encounter without an invitation");

  // The answer about the dates was remembered.
  await check(page, LINES);
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(figure(page, "New encounters")).toHaveText("0");
  await expect(figure(page, "Already as in the file")).toHaveText("2");
});
