import { vi } from "vitest";

/**
 * What Next.js and the browser bring to a request, for calling actions without either. Import it before anything else.
 * Of the session only next-auth's reading of the cookie is replaced: the session's row, the membership and the
 * organization behind the address are looked up by the product itself.
 */
vi.mock("next-auth", async (importOriginal) => {
  const { signedIn } = await import("./signed-in");
  return { ...(await importOriginal<object>()), getServerSession: async () => signedIn.person };
});
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined, set: () => {}, delete: () => {} }),
}));
vi.mock("next/cache", () => ({ refresh: () => {}, revalidatePath: () => {} }));
vi.mock("next/server", async (importOriginal) => {
  const { afterwards } = await import("./signed-in");
  const after = (task: () => Promise<unknown>) => void afterwards.push(task());
  return { ...(await importOriginal<object>()), after };
});
vi.mock("next-intl/server", () => ({
  getRequestConfig: (config: unknown) => config,
  getLocale: async () => "en",
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));
