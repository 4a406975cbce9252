import { defineConfig, devices } from "@playwright/test";
import { listInstalled } from "./scripts/lib/find-browser";

/** `npm run test:e2e` finds or installs a browser and says where it is; by hand, an installed one does. */
const executablePath = process.env.CHROMIUM_PATH ?? listInstalled()[0];

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/global-setup.ts",
  outputDir: "test-results",
  fullyParallel: false,
  // Looking at every page takes longer than all journeys together and changes nothing: both cores may. The journeys share
  // one small organization and take their turns.
  workers: 2,
  projects: [
    { name: "looks", testMatch: "accessibility*.spec.ts" },
    { name: "journeys", testIgnore: "accessibility*.spec.ts", workers: 1 },
  ],
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // For two cores that build, serve and look at once; what is asserted is what happens, not when.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    ...devices["Desktop Chrome"],
    locale: "en-GB",
    timezoneId: "Europe/Helsinki",
    actionTimeout: 15_000,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
    },
  },
});
