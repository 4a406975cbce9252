import type { Page } from "@playwright/test";
import { expect, expectNoViolations, test } from "./fixtures";

const FORMS = "/o/kotikulma/audit-forms";

const expectSaved = (page: Page) => expect(page.locator("[data-save-state=saved]")).toBeVisible();

test("a ready form becomes the organization's own, and its versions are compared item by item", async ({
  page,
  signIn,
}) => {
  test.setTimeout(180_000);
  await signIn("owner@demo.test");
  await page.goto(`${FORMS}/new`);
  await page.getByText("Elements of a good encounter", { exact: true }).click();
  await page.getByLabel("Name of the form").fill("Oma lomake");
  await page.getByRole("button", { name: "Make the form" }).click();
  await page.waitForURL(/audit-forms\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText("Version 1 is published")).toBeVisible();

  // The first item of section 2 is reworded, made critical and heavier.
  await page.getByRole("button", { name: /^2\.1/ }).click();
  const item = page.getByRole("region", { name: "Item 2.1" });
  await item.getByLabel("What is observed").fill("Uusi sanamuoto");
  await item.getByLabel("Weight").fill("3");
  await item.getByRole("switch", { name: /^Critical/ }).check({ force: true });

  // Removed by mistake, brought back; then another one is removed for good, and one moves.
  const items = page.locator("section[id^=item-]");
  const count = await items.count();
  await page.getByRole("button", { name: "Item 2.1: more actions" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(items).toHaveCount(count - 1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(items).toHaveCount(count);
  await expect(page.getByRole("button", { name: /^2\.1/ })).toContainText("Uusi sanamuoto");
  await page.getByRole("button", { name: "Item 1.2: more actions" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Move item 1.1 down" }).click();
  await expectSaved(page);

  // What cannot be right is said at its field, which the finding opens.
  await page.getByRole("button", { name: /^3\.1/ }).click();
  await page.getByRole("region", { name: "Item 3.1" }).getByLabel("Passed with at least").fill("99");
  await page.getByRole("button", { name: /^3\.1/ }).click();
  await page.getByRole("link", { name: "Item 3.1" }).click();
  const limit = page.getByRole("region", { name: "Item 3.1" }).getByLabel("Passed with at least");
  await expect(limit).toBeFocused();
  await limit.fill("");
  await expect(page.getByText("The pass limit is more than")).toHaveCount(0);
  await expectNoViolations(page, "the builder with open items");

  await expectSaved(page);
  await page.getByRole("button", { name: "Publish changes" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("5 changes since version 1")).toBeVisible();
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText("Version 2 is published")).toBeVisible();

  await page.getByRole("link", { name: "Changes since version 1" }).click();
  await page.waitForURL(/compare\?from=1&to=2/);
  const changes = page.getByRole("main");
  await expect(changes.getByText("5 changes")).toBeVisible();
  for (const text of ["Wording (Finnish)", "Weight", "Critical", "Removed", "Moved"]) {
    await expect(changes.getByText(text, { exact: true }).first()).toBeVisible();
  }
});

test("two people at one form: nobody's words are lost without being asked", async ({
  page,
  signIn,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  await signIn("owner@demo.test");
  await page.goto(`${FORMS}/new`);
  await page.getByText("An empty form").click();
  await page.getByLabel("Name of the form").fill("Yhteinen");
  await page.getByRole("button", { name: "Make the form" }).click();
  await page.waitForURL(/audit-forms\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "Add a section" }).click();
  await page.getByLabel("Title").fill("Tervehdys");
  await expectSaved(page);

  const context = await browser.newContext({ baseURL, locale: "en-GB" });
  const other = await context.newPage();
  await signIn("manager@demo.test", other);
  await other.goto(page.url());
  await other.getByLabel("Title").fill("Toisen nimi");
  await expectSaved(other);

  await page.getByLabel("Introduction").fill("Oma johdanto");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("changed elsewhere meanwhile")).toBeVisible();
  await expect(dialog.getByText("Toisen nimi").first()).toBeVisible();
  await expect(dialog.getByText("Oma johdanto").first()).toBeVisible();
  await dialog.getByRole("button", { name: "Discard mine" }).click();
  await expect(page.getByLabel("Title")).toHaveValue("Toisen nimi");
  await expect(page.getByLabel("Introduction")).toHaveValue("");
  await context.close();
});
