import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { TEST_PASSWORD } from "./test-password";

export { expect };

type Message = {
  id: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  links: string[];
};

/** What the mail server caught. */
export class InboxClient {
  /** Waits until a mail to this address has come; the newest if there are several. */
  async waitForMessage(to: string, isWanted: (message: Message) => boolean = () => true): Promise<Message> {
    let found: Message | undefined;
    await expect
      .poll(
        async () => {
          found = (await this.listMessages(to)).find(isWanted);
          return found !== undefined;
        },
        { message: `a mail to ${to}`, timeout: 30_000 },
      )
      .toBe(true);
    return found as Message;
  }

  async listMessages(to: string): Promise<Message[]> {
    const response = await fetch(`${process.env.E2E_INBOX_URL}/messages`);
    const messages = (await response.json()) as Message[];
    return messages.filter((message) => JSON.stringify(message.to).includes(to));
  }
}

export const test = base.extend<{
  signIn: (email: string, page?: Page) => Promise<void>;
  inbox: InboxClient;
  /** Texts of console errors the test expects. */
  expectedConsoleErrors: RegExp[];
  consoleGuard: undefined;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  baseURL: async ({}, use) => {
    await use(process.env.E2E_APP_URL);
  },
  expectedConsoleErrors: [[], { option: true }],
  /** An error in the browser's console, or one nobody caught, fails the test. */
  consoleGuard: [
    async ({ context, expectedConsoleErrors }, use) => {
      const problems: string[] = [];
      const note = (text: string) => {
        if (!expectedConsoleErrors.some((pattern) => pattern.test(text))) problems.push(text);
      };
      context.on("console", (message) => {
        if (message.type() === "error") note(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (webError) => note(String(webError.error())));
      await use(undefined);
      expect(problems, "console errors").toEqual([]);
    },
    { auto: true },
  ],
  signIn: async ({ page: ownPage, baseURL }, use) => {
    await use(async (email, page = ownPage) => {
      const readEnglish = () =>
        page.context().addCookies([{ name: "locale", value: "en", url: baseURL as string }]);
      await readEnglish();
      await page.goto("/sign-in");
      await page.getByLabel("E-mail").fill(email);
      await page.getByLabel("Password").fill(TEST_PASSWORD);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.waitForURL(/\/o\//);
      // Signing in brings the language the user has chosen.
      await readEnglish();
      await page.reload();
    });
  },
  // biome-ignore lint/correctness/noEmptyPattern: see above
  inbox: async ({}, use) => {
    await use(new InboxClient());
  },
});

/**
 * Fails with the list of what axe found: WCAG 2.2 A and AA and its best practices. Contrast, the slowest of its rules, can
 * be looked at alone or left out.
 */
export async function expectNoViolations(
  page: Page,
  where: string,
  contrast: "too" | "alone" | "left out" = "too",
): Promise<void> {
  // The survey builder's preview is a frame without scripts, which axe cannot enter; its pages are checked by themselves.
  await page.locator("iframe[sandbox]").evaluateAll((frames) => {
    for (const frame of frames) frame.remove();
  });
  // The title of a page that is navigated to arrives a moment after its content.
  await expect(page).toHaveTitle(/./);
  const axe = new AxeBuilder({ page });
  if (contrast === "alone") axe.withRules(["color-contrast"]);
  if (contrast === "left out") axe.disableRules(["color-contrast"]);
  const { violations } = await axe.analyze();
  const findings = violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).join(" | ")}`,
  );
  // Soft: one page's findings do not hide the next one's.
  expect.soft(findings, `axe on ${where}`).toEqual([]);
}
