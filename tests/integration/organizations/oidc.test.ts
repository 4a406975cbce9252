import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signInOptions } from "@/features/organizations/sign-in-options";
import { querySql, setUpTestDatabase } from "../../database";
import { createMember, createOrganization, TEST_PASSWORD } from "../../factories/organization";
import { TestOidcServer } from "./oidc-server";

const database = setUpTestDatabase();
const provider = new TestOidcServer();
const languages: string[] = [];
let product: Server;

/** The product's /api/auth over real HTTP, with next-auth's own handler in front of the product's options. */
function serveProduct(): Server {
  return createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const cookies = Object.fromEntries(
      (request.headers.cookie ?? "")
        .split("; ")
        .filter(Boolean)
        .map((pair) => {
          const [name = "", ...value] = pair.split("=");
          return [name, decodeURIComponent(value.join("="))];
        }),
    );
    const options = signInOptions({
      address: "192.0.2.1",
      userAgent: String(request.headers["user-agent"] ?? ""),
      writeLanguage: async (locale) => {
        languages.push(locale);
      },
    });
    await NextAuth(options)(
      Object.assign(request, {
        query: { ...Object.fromEntries(url.searchParams), nextauth: url.pathname.split("/").slice(3) },
        body: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())),
        cookies,
      }) as unknown as NextApiRequest,
      Object.assign(response, {
        status: (status: number) => Object.assign(response, { statusCode: status }),
        json: (body: unknown) =>
          response.setHeader("content-type", "application/json").end(JSON.stringify(body)),
        send: (body: unknown) => response.end(typeof body === "string" ? body : JSON.stringify(body)),
      }) as unknown as NextApiResponse,
    );
  });
}

beforeAll(async () => {
  await provider.start();
  product = serveProduct();
  await new Promise<void>((resolve) => product.listen(0, "127.0.0.1", resolve));
  Object.assign(process.env, {
    APP_URL: `http://127.0.0.1:${(product.address() as AddressInfo).port}`,
    OIDC_NAME: "Test provider",
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
  });
});
afterAll(async () => {
  await provider.stop();
  product.closeAllConnections();
  await new Promise((resolve) => product.close(resolve));
});
beforeEach(() => {
  provider.signsWithOtherKey = false;
  languages.length = 0;
});

/** As much of a browser as signing in needs: cookies, and redirects followed one at a time. */
class Browser {
  readonly cookies = new Map<string, string>();

  async request(address: string, form?: Record<string, string>): Promise<Response> {
    const response = await fetch(new URL(address, process.env.APP_URL), {
      redirect: "manual",
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        "user-agent": "Test browser",
      },
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "" || /Max-Age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  private async csrfToken(): Promise<string> {
    return ((await (await this.request("/api/auth/csrf")).json()) as { csrfToken: string }).csrfToken;
  }

  /** From the button to the provider: the address the browser is sent to. */
  async leaveForProvider(): Promise<string> {
    const form = { csrfToken: await this.csrfToken(), callbackUrl: "/o/somewhere", json: "true" };
    return ((await (await this.request("/api/auth/signin/oidc", form)).json()) as { url: string }).url;
  }

  /** All the way round; gives where the browser ends up. */
  async signInWithProvider(change: (callback: URL) => void = () => undefined): Promise<string> {
    const atProvider = await fetch(await this.leaveForProvider(), { redirect: "manual" });
    const callback = new URL(atProvider.headers.get("location") ?? "");
    change(callback);
    let address = callback.href;
    // next-auth sends the browser on to its own error page, and from there to the product's.
    do {
      const location = (await this.request(address)).headers.get("location") ?? "";
      address = new URL(location, process.env.APP_URL).href;
    } while (new URL(address).pathname.startsWith("/api/auth"));
    return address.replace(process.env.APP_URL ?? "", "");
  }

  async signInWithPassword(email: string, password: string): Promise<{ url: string }> {
    const form = { csrfToken: await this.csrfToken(), email, password, json: "true" };
    return (await this.request("/api/auth/callback/credentials", form)).json() as Promise<{ url: string }>;
  }

  async readSession(): Promise<{ userId?: string; sessionId?: string }> {
    return (await this.request("/api/auth/session")).json() as Promise<{
      userId?: string;
      sessionId?: string;
    }>;
  }
}

let counter = 0;
async function createPerson(overrides: { emailVerified?: boolean } = {}) {
  counter += 1;
  const user = await createMember(await createOrganization(), "manager", { locale: "fi" });
  const person = {
    sub: `subject-${counter}`,
    email: user.email,
    email_verified: overrides.emailVerified ?? true,
  };
  return { user, person };
}
const listSessionIds = async (userId: string) =>
  (
    await querySql<{ id: string }>(database.superuserUrl, "select id from user_sessions where user_id = $1", [
      userId,
    ])
  ).map(({ id }) => id);

describe("signing in through OpenID Connect", () => {
  it("goes round with PKCE, state and nonce and ends in a session that can be revoked", async () => {
    const { user, person } = await createPerson();
    provider.person = person;
    const browser = new Browser();
    expect(await browser.signInWithProvider()).toBe("/o/somewhere");
    const session = await browser.readSession();
    expect(session.userId).toBe(user.userId);
    expect(await listSessionIds(user.userId)).toEqual([session.sessionId]);
    expect(languages).toEqual(["fi"]);
    const [row] = await querySql<{ oidc_subject: string }>(
      database.superuserUrl,
      "select oidc_subject from users where id = $1",
      [user.userId],
    );
    expect(row?.oidc_subject).toBe(`${provider.issuer}|${person.sub}`);
  });

  it("knows a person again after the address has changed at the provider", async () => {
    const { user, person } = await createPerson();
    provider.person = person;
    await new Browser().signInWithProvider();
    provider.person = { sub: person.sub, email: "new.name@example.test", email_verified: false };
    const browser = new Browser();
    expect(await browser.signInWithProvider()).toBe("/o/somewhere");
    expect((await browser.readSession()).userId).toBe(user.userId);
  });

  it("lets nobody in by an address that the provider has not verified", async () => {
    const { user, person } = await createPerson({ emailVerified: false });
    for (const claims of [person, { sub: person.sub, email: person.email }, { sub: person.sub }]) {
      provider.person = claims;
      const browser = new Browser();
      expect(await browser.signInWithProvider()).toBe("/sign-in?error=AccessDenied");
      expect(await browser.readSession()).toEqual({});
    }
    expect(await listSessionIds(user.userId)).toEqual([]);
  });

  it("makes nobody a user", async () => {
    provider.person = { sub: "stranger", email: "stranger@example.test", email_verified: true };
    expect(await new Browser().signInWithProvider()).toBe("/sign-in?error=AccessDenied");
    expect(
      await querySql(database.superuserUrl, "select id from users where email = 'stranger@example.test'"),
    ).toEqual([]);
  });

  it("hands an account that is linked already to no other identity with the same address", async () => {
    const { person } = await createPerson();
    provider.person = person;
    await new Browser().signInWithProvider();
    provider.person = { ...person, sub: "impostor" };
    expect(await new Browser().signInWithProvider()).toBe("/sign-in?error=AccessDenied");
  });

  it("refuses an answer with another state, without asking for a token", async () => {
    provider.person = (await createPerson()).person;
    const before = provider.tokenRequests;
    const end = await new Browser().signInWithProvider((callback) =>
      callback.searchParams.set("state", "forged"),
    );
    expect(end).toContain("error=OAuthCallback");
    expect(provider.tokenRequests).toBe(before);
  });

  it("refuses an answer that was meant for another browser", async () => {
    const { user, person } = await createPerson();
    provider.person = person;
    const atProvider = await fetch(await new Browser().leaveForProvider(), { redirect: "manual" });
    const victim = new Browser();
    await victim.leaveForProvider();
    const response = await victim.request(atProvider.headers.get("location") ?? "");
    expect(response.headers.get("location")).toContain("error=OAuthCallback");
    expect(await listSessionIds(user.userId)).toEqual([]);
  });

  it("refuses a token that the provider's published keys did not sign", async () => {
    const { user, person } = await createPerson();
    provider.person = person;
    provider.signsWithOtherKey = true;
    expect(await new Browser().signInWithProvider()).toContain("error=OAuthCallback");
    expect(await listSessionIds(user.userId)).toEqual([]);
  });
});

describe("signing in with a password through next-auth", () => {
  it("makes a cookie that names the session and nothing about the person", async () => {
    const { user } = await createPerson();
    const browser = new Browser();
    await browser.signInWithPassword(user.email, TEST_PASSWORD);
    const session = await browser.readSession();
    expect(Object.keys(session).sort()).toEqual(["expires", "sessionId", "userId"]);
    expect(await listSessionIds(user.userId)).toEqual([session.sessionId]);
  });

  it("says of a wrong password only that it is wrong, and of too many how long to wait", async () => {
    const { user } = await createPerson();
    const browser = new Browser();
    const error = async () =>
      new URL((await browser.signInWithPassword(user.email, "wrong")).url).searchParams.get("error");
    expect(await error()).toBe("CredentialsSignin");
    for (let time = 0; time < 9; time += 1) await error();
    expect(await error()).toMatch(/^too-many:\d{3}$/);
    expect(await browser.readSession()).toEqual({});
  });

  it("ends in the database what signing out ends in the browser", async () => {
    const { user } = await createPerson();
    const browser = new Browser();
    await browser.signInWithPassword(user.email, TEST_PASSWORD);
    const { csrfToken } = (await (await browser.request("/api/auth/csrf")).json()) as { csrfToken: string };
    await browser.request("/api/auth/signout", { csrfToken, json: "true" });
    const [row] = await querySql<{ revoked_at: Date | null }>(
      database.superuserUrl,
      "select revoked_at from user_sessions where user_id = $1",
      [user.userId],
    );
    expect(row?.revoked_at).not.toBeNull();
    expect(await browser.readSession()).toEqual({});
  });
});
