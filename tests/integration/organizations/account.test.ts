import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { changePassword } from "@/features/organizations/commands/change-password";
import { openSession } from "@/features/organizations/commands/open-session";
import {
  countPasswordResetRequest,
  requestPasswordReset,
} from "@/features/organizations/commands/request-password-reset";
import { resetPassword } from "@/features/organizations/commands/reset-password";
import { revokeOtherSessions, revokeSession } from "@/features/organizations/commands/revoke-session";
import { sendAccountMail } from "@/features/organizations/commands/send-account-mail";
import { signInWithPassword } from "@/features/organizations/commands/sign-in-with-password";
import { findPasswordReset } from "@/features/organizations/queries/find-password-reset";
import { listSessions } from "@/features/organizations/queries/list-sessions";
import { ConflictError, InvalidInputError, NotFoundError, TooManyError } from "@/server/errors";
import type { JobPayloads } from "@/server/jobs";
import { closeMailConnections } from "@/server/mail-connections";
import { querySql, setUpTestDatabase } from "../../database";
import { createMember, createOrganization, TEST_PASSWORD } from "../../factories/organization";
import { readMail, TestMailServer } from "../invitations/mail-server";

const database = setUpTestDatabase();
const server = new TestMailServer();
beforeAll(async () => {
  await server.start();
  process.env.SMTP_URL = server.url;
});
afterEach(() => {
  server.received.length = 0;
});
afterAll(async () => {
  closeMailConnections();
  await server.stop();
});

const NEW_PASSWORD = "kolme vihreää junaa";

async function createUser(locale = "en") {
  const member = await createMember(await createOrganization(), "owner", { locale, name: "Aino Virtanen" });
  const open = () => openSession({ id: member.userId, locale }, "Test browser");
  return { id: member.userId, email: member.email, name: "Aino Virtanen", open };
}

const canSignIn = async (email: string, password: string) =>
  (await signInWithPassword({ email, password, address: "192.0.2.1", userAgent: "" })) !== null;

/** The payloads of account mails waiting on the queue for a user. */
async function listMailJobs(userId: string): Promise<JobPayloads["sendAccountMail"][]> {
  const rows = await querySql<{ payload: JobPayloads["sendAccountMail"] }>(
    database.superuserUrl,
    `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'sendAccountMail' and payload->>'userId' = $1 order by j.id`,
    [userId],
  );
  return rows.map(({ payload }) => payload);
}

/** Asks for a link and takes the token from the mail that arrives. */
async function mailResetToken(user: { id: string; email: string }): Promise<string> {
  await requestPasswordReset(user.email);
  const payload = (await listMailJobs(user.id)).at(-1);
  if (!payload) throw new Error("no mail was queued");
  await sendAccountMail(payload);
  const mail = await readMail(server.received.at(-1));
  return /\/reset-password\/([\w-]+)/.exec(mail.text ?? "")?.[1] ?? "";
}

describe("sessions", () => {
  it("lists the open ones, the one in use first", async () => {
    const user = await createUser();
    const [first, second, third] = [await user.open(), await user.open(), await user.open()];
    await revokeSession(user.id, second.sessionId);
    const sessions = await listSessions(user.id, first.sessionId);
    expect(sessions.map(({ id, isCurrent }) => [id, isCurrent])).toEqual([
      [first.sessionId, true],
      [third.sessionId, false],
    ]);
  });

  it("revokes one's own only, and each once", async () => {
    const [user, other] = [await createUser(), await createUser()];
    const { sessionId } = await other.open();
    await expect(revokeSession(user.id, sessionId)).rejects.toBeInstanceOf(NotFoundError);
    await revokeSession(other.id, sessionId);
    await expect(revokeSession(other.id, sessionId)).rejects.toBeInstanceOf(NotFoundError);
  });

  it("revokes all others and leaves strangers' alone", async () => {
    const [user, other] = [await createUser(), await createUser()];
    const current = await user.open();
    await user.open();
    await user.open();
    const stranger = await other.open();
    expect(await revokeOtherSessions(user.id, current.sessionId)).toBe(2);
    expect(await listSessions(user.id, current.sessionId)).toHaveLength(1);
    expect(await listSessions(other.id, stranger.sessionId)).toHaveLength(1);
  });
});

describe("changing the password", () => {
  it("needs the old one, ends the other sessions and keeps the one in use", async () => {
    const user = await createUser();
    const current = await user.open();
    await user.open();
    const changer = { ...user, sessionId: current.sessionId };
    await expect(
      changePassword(changer, { currentPassword: "wrong", newPassword: NEW_PASSWORD }),
    ).rejects.toMatchObject({ fields: { currentPassword: "passwordWrong" } });
    const result = await changePassword(changer, {
      currentPassword: TEST_PASSWORD,
      newPassword: NEW_PASSWORD,
    });
    expect(result.endedSessions).toBe(1);
    expect((await listSessions(user.id, current.sessionId)).map(({ id }) => id)).toEqual([current.sessionId]);
    expect(await canSignIn(user.email, TEST_PASSWORD)).toBe(false);
    expect(await canSignIn(user.email, NEW_PASSWORD)).toBe(true);
  });

  it("stores argon2id at the cost the product promises", async () => {
    const user = await createUser();
    const { sessionId } = await user.open();
    await changePassword(
      { ...user, sessionId },
      { currentPassword: TEST_PASSWORD, newPassword: NEW_PASSWORD },
    );
    const rows = await querySql<{ password_hash: string }>(
      database.superuserUrl,
      "select password_hash from users where id = $1",
      [user.id],
    );
    expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("refuses a password that is guessed first, and too many guesses of the old one", async () => {
    const user = await createUser();
    const changer = { ...user, sessionId: (await user.open()).sessionId };
    await expect(
      changePassword(changer, { currentPassword: TEST_PASSWORD, newPassword: "salasana123" }),
    ).rejects.toBeInstanceOf(InvalidInputError);
    const guess = () => changePassword(changer, { currentPassword: "wrong", newPassword: NEW_PASSWORD });
    for (let time = 0; time < 9; time += 1) await expect(guess()).rejects.toBeInstanceOf(InvalidInputError);
    await expect(guess()).rejects.toBeInstanceOf(TooManyError);
  });
});

describe("a forgotten password", () => {
  it("is replaced by a mailed link, once, and every session ends", async () => {
    const user = await createUser("fi");
    const session = await user.open();
    const token = await mailResetToken(user);
    expect(await findPasswordReset(token)).toMatchObject({ userId: user.id, email: user.email });
    await resetPassword({ token, newPassword: NEW_PASSWORD });
    expect(await listSessions(user.id, session.sessionId)).toEqual([]);
    expect(await canSignIn(user.email, TEST_PASSWORD)).toBe(false);
    expect(await canSignIn(user.email, NEW_PASSWORD)).toBe(true);
    await expect(resetPassword({ token, newPassword: "toinen pitkä salasana" })).rejects.toMatchObject({
      message: "linkExpired",
    });
    expect(await findPasswordReset(token)).toBeNull();
  });

  it("is mailed in the user's language, HTML and text with the same link", async () => {
    const user = await createUser("fi");
    const token = await mailResetToken(user);
    const mail = await readMail(server.received.at(-1));
    expect(mail.to?.[0]?.address).toBe(user.email);
    expect(mail.subject).toBe("Valitse uusi salasana");
    expect(mail.text).toContain("Hei Aino Virtanen!");
    expect(mail.html).toContain(`http://localhost:3000/reset-password/${token}`);
  });

  it("sets one password when the link is used many times at once", async () => {
    const user = await createUser();
    const token = await mailResetToken(user);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, number) =>
        resetPassword({ token, newPassword: `uusi salasana ${number}` }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(ConflictError);
    }
  });

  it("makes older links die with the one that was used", async () => {
    const user = await createUser();
    const [older, newer] = [await mailResetToken(user), await mailResetToken(user)];
    expect(older).not.toBe(newer);
    await resetPassword({ token: newer, newPassword: NEW_PASSWORD });
    expect(await findPasswordReset(older)).toBeNull();
  });

  it("ends after an hour, and its mail is not sent any more then", async () => {
    const user = await createUser();
    const token = await mailResetToken(user);
    const inAnHour = new Date(Date.now() + 3600_000 + 1000);
    expect(await findPasswordReset(token, inAnHour)).toBeNull();
    await expect(resetPassword({ token, newPassword: NEW_PASSWORD }, inAnHour)).rejects.toBeInstanceOf(
      ConflictError,
    );
    server.received.length = 0;
    for (const payload of await listMailJobs(user.id)) await sendAccountMail(payload, inAnHour);
    expect(server.received).toHaveLength(0);
  });

  it("does nothing for an address nobody has, and counts the requests for both alike", async () => {
    const user = await createUser();
    await requestPasswordReset("nobody@example.test");
    expect(
      await querySql(database.superuserUrl, "select id from password_resets where user_id = $1", [user.id]),
    ).toEqual([]);
    for (const email of [user.email, "ghost@example.test"]) {
      const count = () => countPasswordResetRequest({ email, address: `192.0.2.${email.length}` });
      for (let time = 0; time < 3; time += 1) await count();
      await expect(count()).rejects.toBeInstanceOf(TooManyError);
    }
  });

  it("opens nothing with a tampered token or one of another kind", async () => {
    const user = await createUser();
    const token = await mailResetToken(user);
    const tampered = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    for (const wrong of [tampered, "", "x".repeat(32), "' or 1=1 --", token.toLowerCase()]) {
      expect(await findPasswordReset(wrong)).toBeNull();
    }
  });

  it("lets somebody in again whose account was closed to guesses", async () => {
    const user = await createUser();
    const guess = () =>
      signInWithPassword({ email: user.email, password: "wrong", address: "203.0.113.9", userAgent: "" });
    for (let time = 0; time < 10; time += 1) await guess();
    await expect(guess()).rejects.toBeInstanceOf(TooManyError);
    await resetPassword({ token: await mailResetToken(user), newPassword: NEW_PASSWORD });
    expect(await canSignIn(user.email, NEW_PASSWORD)).toBe(true);
  });
});
