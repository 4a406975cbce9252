import { expect, test } from "./fixtures";

const MANAGERS_PAGES = [
  "touchpoints",
  "employees",
  "locations",
  "comments",
  "customers",
  "surveys",
  "imports/new?kind=encounters",
  "imports/answers/new",
  "settings/journey",
  "settings/employees",
  "settings/organization",
  "settings/members",
  "settings/activity",
  "export/headline",
];

test("a consultant gets a start page and nothing of the organization's", async ({ page, signIn }) => {
  await signIn("consultant@demo.test");
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page.getByRole("navigation").getByRole("link", { name: "Comments" })).toHaveCount(0);
  for (const path of [...MANAGERS_PAGES, "encounters"]) {
    const response = await page.request.get(`/o/kotikulma/${path}`);
    expect(response.status(), path).toBe(404);
  }
});

test("an employee sees the own results and nobody else's", async ({ page, signIn }) => {
  await signIn("employee@demo.test");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My results");
  await expect(page.getByText("of the whole organization")).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("Jarkko Virtala");
  for (const path of MANAGERS_PAGES) {
    const response = await page.request.get(`/o/kotikulma/${path}`);
    expect(response.status(), path).toBe(404);
  }
  await page.goto("/o/kotikulma/encounters");
  await expect(page.getByRole("main")).not.toContainText("Jarkko Virtala");
});

test("a manager is not let into the owner's pages", async ({ page, signIn }) => {
  await signIn("manager@demo.test");
  for (const path of ["settings/organization", "settings/members", "settings/activity"]) {
    const response = await page.request.get(`/o/kotikulma/${path}`);
    expect(response.status(), path).toBe(404);
  }
});

test("an organization one is not a member of does not exist", async ({ page, signIn }) => {
  await signIn("manager@testila.test");
  for (const path of [
    "/o/kotikulma",
    "/o/kotikulma/comments",
    "/o/saimaan-tilit",
    "/o/no-such-organization",
  ]) {
    const response = await page.request.get(path);
    expect(response.status(), path).toBe(404);
  }
});

test("without signing in every page leads to the sign-in", async ({ page }) => {
  for (const path of ["/", "/account", "/o/kotikulma", "/o/kotikulma/settings/members"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in/);
  }
});
