import { expect, test } from "./fixtures";

/** A person who types without hurry: one key in 150 ms. */
const KEY = { delay: 150 };

test("an encounter is recorded by keyboard in under fifteen seconds, and taken back", async ({
  page,
  signIn,
}) => {
  await signIn("manager@testila.test");
  await page.goto("/o/testila/encounters/new");
  await page.getByText("New", { exact: true }).click();
  await page.getByLabel("Name", { exact: true }).fill("Tuttu Kävijä");
  await page.getByLabel("Responsible employee").fill("Aino");
  await page.getByRole("option", { name: /Aino Ahkera/ }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL("**/o/testila/encounters");

  // From the list, everything else as it was last time: who, and save.
  const start = Date.now();
  await page.getByRole("link", { name: "Record an encounter" }).first().press("Enter");
  await expect(page.getByRole("combobox", { name: "Name, e-mail or reference" })).toBeFocused();
  await page.keyboard.type("tuttu k", KEY);
  await expect(page.getByRole("option", { name: /Tuttu Kävijä/ })).toBeVisible();
  await page.keyboard.press("Enter", KEY);
  await expect(page.getByRole("combobox", { name: "Name, e-mail or reference" })).toHaveValue("Tuttu Kävijä");
  await expect(page.getByRole("combobox", { name: "Responsible employee" })).toHaveValue("Aino Ahkera");
  await page.keyboard.press("Enter", KEY);
  await page.waitForURL("**/o/testila/encounters");
  await expect(page.getByRole("row", { name: /Tuttu Kävijä/ })).toHaveCount(2);
  const seconds = (Date.now() - start) / 1000;
  test.info().annotations.push({ type: "seconds", description: seconds.toFixed(1) });
  expect(seconds).toBeLessThan(15);

  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(page.getByText("The encounter was removed")).toBeVisible();
  await expect(page.getByRole("row", { name: /Tuttu Kävijä/ })).toHaveCount(1);
});

test("a double press of the button stores one encounter, and the form stays for the next", async ({
  page,
  signIn,
}) => {
  await signIn("employee@testila.test");
  await page.goto("/o/testila/encounters/new");
  await page.getByText("New", { exact: true }).click();
  await page.getByLabel("Name", { exact: true }).fill("Kaksois Painallus");
  await page.getByRole("button", { name: "Save and record another" }).dblclick();
  await expect(page.getByText("Encounter recorded.")).toHaveCount(1);
  await expect(page.getByRole("combobox", { name: "Name, e-mail or reference" })).toBeFocused();
  await page.goto("/o/testila/encounters");
  await expect(page.getByRole("row", { name: /Kaksois Painallus/ })).toHaveCount(1);
  await expect(page.getByRole("row", { name: /Ville Vieras/ })).toHaveCount(0);
});
