import { describe, expect, it } from "vitest";
import { signInWithPassword } from "@/features/organizations/commands/sign-in-with-password";
import { TooManyError } from "@/server/errors";
import { consumeRateLimit } from "@/server/rate-limit";
import { querySql, setUpTestDatabase } from "../../database";
import { createMember, createOrganization, TEST_PASSWORD } from "../../factories/organization";

const database = setUpTestDatabase();

let addresses = 0;
/** An address nobody has tried from yet. */
const newAddress = () => {
  addresses += 1;
  return `192.0.2.${addresses}`;
};
const signIn = (email: string, password: string, address = newAddress()) =>
  signInWithPassword({ email, password, address, userAgent: "Test browser" });

async function createUser() {
  return createMember(await createOrganization(), "manager");
}

/** How many tries were let through before the first was turned away, and how long that one has to wait. */
async function tryUntilTurnedAway(attempt: () => Promise<unknown>) {
  for (let passed = 0; passed < 200; passed += 1) {
    try {
      await attempt();
    } catch (error) {
      if (!(error instanceof TooManyError)) throw error;
      return { passed, seconds: Number(error.values.seconds) };
    }
  }
  throw new Error("never turned away");
}

describe("signing in", () => {
  it("opens a session for the right password, in whatever case the address is typed", async () => {
    const user = await createUser();
    const signedIn = await signIn(` ${user.email.toUpperCase()} `, TEST_PASSWORD);
    expect(signedIn).toMatchObject({ userId: user.userId, locale: "en" });
    const sessions = await querySql(database.superuserUrl, "select * from user_sessions where user_id = $1", [
      user.userId,
    ]);
    expect(sessions).toHaveLength(1);
    expect(sessions[0]).toMatchObject({
      id: signedIn?.sessionId,
      user_agent: "Test browser",
      revoked_at: null,
    });
  });

  it("answers a wrong password, an unknown address and an account without a password alike", async () => {
    const user = await createUser();
    const withoutPassword = await createUser();
    await querySql(database.superuserUrl, "update users set password_hash = null where id = $1", [
      withoutPassword.userId,
    ]);
    expect(await signIn(user.email, "wrong")).toBeNull();
    expect(await signIn("nobody@example.test", TEST_PASSWORD)).toBeNull();
    expect(await signIn(withoutPassword.email, TEST_PASSWORD)).toBeNull();
    expect(await signIn(withoutPassword.email, "")).toBeNull();
  });
});

describe("throttling", () => {
  it("turns an account's eleventh wrong password away wherever it comes from, and says for how long", async () => {
    const user = await createUser();
    const { passed, seconds } = await tryUntilTurnedAway(() => signIn(user.email, "wrong"));
    expect(passed).toBe(10);
    expect(seconds).toBeGreaterThan(14 * 60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
    await expect(signIn(user.email, TEST_PASSWORD)).rejects.toBeInstanceOf(TooManyError);
    expect(await signIn((await createUser()).email, TEST_PASSWORD)).not.toBeNull();
  });

  it("treats an account that does not exist the same", async () => {
    expect((await tryUntilTurnedAway(() => signIn("ghost@example.test", "wrong"))).passed).toBe(10);
  });

  it("turns an address away that tries one account after the other, right passwords too", async () => {
    const address = newAddress();
    let account = 0;
    const { passed } = await tryUntilTurnedAway(() => {
      account += 1;
      return signIn(`someone-${account}@example.test`, "wrong", address);
    });
    expect(passed).toBe(50);
    const user = await createUser();
    await expect(signIn(user.email, TEST_PASSWORD, address)).rejects.toBeInstanceOf(TooManyError);
    expect(await signIn(user.email, TEST_PASSWORD)).not.toBeNull();
  });

  it("counts no right password: a busy office is not locked out", async () => {
    const user = await createUser();
    const address = newAddress();
    for (let time = 0; time < 60; time += 1) {
      expect(await signIn(user.email, TEST_PASSWORD, address)).not.toBeNull();
    }
  });

  it("lets no more through when all tries come at once", async () => {
    const user = await createUser();
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => signIn(user.email, "wrong")));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  });

  it("starts to count anew when the time is over", async () => {
    const limit = { points: 2, seconds: 1 };
    const consume = () => consumeRateLimit("test", "key", limit);
    await consume();
    await consume();
    await expect(consume()).rejects.toBeInstanceOf(TooManyError);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await expect(consume()).resolves.toBeUndefined();
  });

  it("keeps neither an address nor an e-mail in the counters", async () => {
    await signIn("someone.to.find@example.test", "wrong", "198.51.100.77");
    const keys = (await querySql<{ key: string }>(database.superuserUrl, "select key from rate_limits")).map(
      ({ key }) => key,
    );
    expect(keys.length).toBeGreaterThan(1);
    for (const key of keys) expect(key).toMatch(/^(sign-in-(account|address)|test):[\w-]{43}$/);
  });
});
