import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { inviteForEncounters } from "@/features/invitations/commands/invite-for-encounters";
import { sendInvitationMail } from "@/features/invitations/commands/send-invitation-mail";
import { unsubscribe } from "@/features/invitations/commands/unsubscribe";
import { findRespondent } from "@/features/invitations/queries/find-respondent";
import { submitScore } from "@/features/responses/commands/submit-score";
import type { MailKind } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import { closeMailConnections } from "@/server/mail-connections";
import { key, makeScope, type Scope } from "@/server/scope";
import { closeTimedCommits } from "@/server/timed-commit";
import { querySql, setUpTestDatabase } from "../../database";
import { createEncounter } from "../../factories/encounters";
import { createCustomer } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";
import { readMail, SmtpAnswer, TestMailServer, waitUntil } from "./mail-server";

const database = setUpTestDatabase();
const server = new TestMailServer();
let small: Awaited<ReturnType<typeof createSmallOrganization>>;

const DAY = 24 * 3600_000;
const later = (scope: Scope, milliseconds: number) =>
  makeScope({ ...scope, now: new Date(scope.now.getTime() + milliseconds) });

beforeAll(async () => {
  await server.start();
  process.env.SMTP_URL = server.url;
  small = await createSmallOrganization({
    replyTo: "palaute@lindqvist.test",
    senderName: "Kauppahuone Lindqvist",
  });
});
afterEach(() => {
  server.onRecipient = () => {};
  server.onMessage = () => {};
  server.received.length = 0;
});
afterAll(async () => {
  closeMailConnections();
  await closeTimedCommits();
  await server.stop();
});

/** A customer met two hours ago and the invitation that follows. */
async function invite(customer: Parameters<typeof createCustomer>[1] = {}) {
  const { scope } = small;
  const { id: customerId, email } = await createCustomer(scope, customer);
  const occurredAt = new Date(scope.now.getTime() - 2 * 3600_000);
  const encounter = await createEncounter(scope, small.attribution, { occurredAt, customerId });
  await inviteForEncounters(scope, [encounter.id]);
  const invitation = await withScope(scope, (tx) =>
    tx.invitation.findFirstOrThrow({ where: { encounterId: encounter.id }, select: { id: true } }),
  );
  return { invitationId: invitation.id, encounterId: encounter.id, customerId, email: email as string };
}

async function stateOf({ invitationId, encounterId }: { invitationId: string; encounterId: string }) {
  const { scope } = small;
  return withScope(scope, async (tx) => {
    const { mails, ...invitation } = await tx.invitation.findUniqueOrThrow({
      where: key(scope, invitationId),
      select: { status: true, sentAt: true, bouncedAt: true, mails: { orderBy: { createdAt: "asc" } } },
    });
    const { noInvitationReason } = await tx.encounter.findUniqueOrThrow({
      where: key(scope, encounterId),
      select: { noInvitationReason: true },
    });
    return {
      ...invitation,
      noInvitationReason,
      mails: Object.fromEntries(mails.map((mail) => [mail.kind, mail])),
    };
  });
}

async function jobOf(invitationId: string, kind: MailKind) {
  const [job] = await querySql<{ run_at: Date }>(
    database.superuserUrl,
    "select run_at from graphile_worker.jobs where key = $1",
    [`invitation-mail:${invitationId}:${kind}`],
  );
  return job?.run_at ?? null;
}

const tokenIn = (text: string | undefined) => /\/s\/([\w-]+)\?score=0/.exec(text ?? "")?.[1] ?? "";

describe("the mail", () => {
  test("carries scale, unsubscribe headers and both alternatives in the customer's language", async () => {
    const invited = await invite({ language: "fi", name: "Maija Meikäläinen", email: "maija@example.test" });
    await sendInvitationMail(small.scope, invited.invitationId, "invitation");
    const mail = await readMail(server.received[0]);
    const header = (name: string) => mail.headers.find((line) => line.key === name)?.value;
    const token = tokenIn(mail.text);
    expect(mail.from).toMatchObject({ name: "Kauppahuone Lindqvist", address: "no-reply@lastmetre.test" });
    expect(mail.to?.[0]).toMatchObject({ address: "maija@example.test" });
    expect(mail.replyTo?.[0]).toMatchObject({ address: "palaute@lindqvist.test" });
    expect(mail.subject).toBe("Miten meillä meni? Yksi lyhyt kysymys");
    expect(header("auto-submitted")).toBe("auto-generated");
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(header("list-unsubscribe")).toBe(
      `<http://localhost:3000/s/${token}/unsubscribe/one-click>, <mailto:palaute@lindqvist.test?subject=unsubscribe>`,
    );
    const linksOf = (text = "") =>
      [...text.matchAll(/\/s\/[\w-]+\?score=(\d+)/g)].map((match) => Number(match[1]));
    expect(linksOf(mail.text)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    // Twice in the HTML: for Outlook on Windows, and for everybody else.
    expect(linksOf(mail.html)).toHaveLength(22);
    expect(mail.html).toContain('<html lang="fi">');
    expect(mail.text).toContain("Kuinka todennäköisesti suosittelisit meitä");
    expect(mail.text).toContain(small.touchpoint.name);
    expect(await findRespondent(token)).toMatchObject({ invitationId: invited.invitationId });
    expect(await stateOf(invited)).toMatchObject({
      status: "sent",
      sentAt: small.scope.now,
      noInvitationReason: null,
      mails: { invitation: { state: "accepted", attempts: 1, serverReply: expect.stringMatching(/^250/) } },
    });
  });

  test("what a customer's name holds cannot become HTML or a header", async () => {
    const { scope } = small;
    const definition = structuredClone(small.survey.definition);
    definition.invitationMail.subject.en = "Dear {customer}";
    definition.invitationMail.body.en = "Hello {customer}!";
    const { createPublishedSurvey } = await import("../../factories/surveys");
    const { createTouchpoint } = await import("../../factories/journey");
    const touchpoint = await createTouchpoint(scope, { name: "<i>Desk</i>" });
    await createPublishedSurvey(scope, {
      encounterTypeIds: [small.encounterType.id],
      touchpointIds: [touchpoint.id],
      definition,
    });
    const customer = await createCustomer(scope, { name: '<b onclick="x">Eve</b>\r\nBcc: all@example.test' });
    const encounter = await createEncounter(
      scope,
      { ...small.attribution, touchpointId: touchpoint.id },
      { customerId: customer.id },
    );
    await inviteForEncounters(later(scope, 3 * 3600_000), [encounter.id]);
    const { id } = await withScope(scope, (tx) =>
      tx.invitation.findFirstOrThrow({ where: { encounterId: encounter.id } }),
    );
    await sendInvitationMail(later(scope, 3 * 3600_000), id, "invitation");
    const mail = await readMail(server.received[0]);
    expect(mail.bcc).toBeUndefined();
    expect(mail.subject).toBe('Dear <b onclick="x">Eve</b> Bcc: all@example.test');
    expect(mail.html).toContain("Hello &lt;b onclick=&quot;x&quot;&gt;Eve&lt;/b&gt;");
    expect(mail.html).toContain("&lt;i&gt;Desk&lt;/i&gt;");
    expect(mail.html).not.toMatch(/<b[ >]|<i>/);
  });

  test("is sent once, however often its job runs, also at the same time", async () => {
    const invited = await invite();
    await Promise.all(
      [1, 2, 3, 4].map(() => sendInvitationMail(small.scope, invited.invitationId, "invitation")),
    );
    await sendInvitationMail(small.scope, invited.invitationId, "invitation");
    expect(server.received).toHaveLength(1);
    expect((await stateOf(invited)).mails.invitation).toMatchObject({ state: "accepted", attempts: 1 });
  });
});

describe("an address that two customers came to share after both were invited", () => {
  async function inviteTwoOfOneAddress() {
    const both = [await invite(), await invite()] as const;
    await withScope(small.scope, (tx) =>
      tx.customer.update({ where: key(small.scope, both[1].customerId), data: { email: both[0].email } }),
    );
    return both;
  }
  const reasons = async (both: readonly Awaited<ReturnType<typeof invite>>[]) =>
    (await Promise.all(both.map(stateOf))).map((state) => state.noInvitationReason).sort();

  test("gets one mail, and the other encounter says why not", async () => {
    const both = await inviteTwoOfOneAddress();
    for (const { invitationId } of both) await sendInvitationMail(small.scope, invitationId, "invitation");
    expect(server.received.map((mail) => mail.to)).toEqual([both[0].email]);
    expect((await stateOf(both[1])).noInvitationReason).toBe("quarantined");
  });

  test("gets one mail also when both are on their way at the same moment", async () => {
    const both = await inviteTwoOfOneAddress();
    let waiting = 0;
    let open = () => {};
    const bothJudged = new Promise<void>((resolve) => {
      open = resolve;
    });
    server.onRecipient = () => {
      waiting += 1;
      if (waiting === 2) open();
      return bothJudged;
    };
    await Promise.all(
      both.map(({ invitationId }) => sendInvitationMail(small.scope, invitationId, "invitation")),
    );
    expect(waiting).toBe(2);
    expect(server.received).toHaveLength(1);
    expect(await reasons(both)).toEqual(["quarantined", null].sort());
  });
});

describe("a mail server's no", () => {
  test("550 to the recipient marks the address for good and tells the encounter", async () => {
    const invited = await invite({ email: "gone@example.test" });
    server.onRecipient = () => {
      throw new SmtpAnswer(550, "5.1.1 <gone@example.test>: no such user");
    };
    await sendInvitationMail(small.scope, invited.invitationId, "invitation");
    const state = await stateOf(invited);
    expect(state).toMatchObject({
      status: "not_sent",
      sentAt: null,
      bouncedAt: small.scope.now,
      noInvitationReason: "channel_failed",
      mails: { invitation: { state: "failed", attempts: 1 } },
    });
    expect(state.mails.invitation?.serverReply).toBe("550 5.1.1 <…>: no such user");
    expect(await jobOf(invited.invitationId, "first_reminder")).toBeNull();

    const again = await createEncounter(small.scope, small.attribution, {
      customerId: (await createCustomer(small.scope, { email: "GONE@example.test" })).id,
    });
    await inviteForEncounters(small.scope, [again.id]);
    const { noInvitationReason } = await withScope(small.scope, (tx) =>
      tx.encounter.findUniqueOrThrow({
        where: key(small.scope, again.id),
        select: { noInvitationReason: true },
      }),
    );
    expect(noInvitationReason).toBe("undeliverable");
  });

  test.each([
    [451, "4.7.1 greylisted, come back later"],
    [550, "5.7.1 relaying denied"],
    [554, "5.7.1 your address is on a blocklist"],
    [550, "relay not permitted"],
  ])("%d %s is no reason to give an address up: the mail waits and is tried again", async (code, text) => {
    const invited = await invite();
    server.onRecipient = () => {
      throw new SmtpAnswer(code, text);
    };
    await sendInvitationMail(small.scope, invited.invitationId, "invitation");
    expect(await stateOf(invited)).toMatchObject({
      status: "scheduled",
      sentAt: null,
      noInvitationReason: null,
      mails: { invitation: { state: "queued", attempts: 1 } },
    });
    expect(await jobOf(invited.invitationId, "invitation")).not.toBeNull();
    server.onRecipient = () => {};
    await sendInvitationMail(small.scope, invited.invitationId, "invitation");
    expect(server.received).toHaveLength(1);
    expect(await stateOf(invited)).toMatchObject({
      status: "sent",
      mails: { invitation: { state: "accepted", attempts: 2 } },
    });
  });

  test("a no to the finished message: 4xx is tried again, 5xx fails without blaming the address", async () => {
    const busy = await invite();
    server.onMessage = () => {
      server.received.length = 0;
      throw new SmtpAnswer(452, "4.3.1 disk full");
    };
    await sendInvitationMail(small.scope, busy.invitationId, "invitation");
    expect(await stateOf(busy)).toMatchObject({
      status: "scheduled",
      sentAt: null,
      mails: { invitation: { state: "queued" } },
    });

    const spam = await invite({ email: "picky@example.test" });
    server.onMessage = () => {
      throw new SmtpAnswer(554, "5.6.0 looks like spam");
    };
    await sendInvitationMail(small.scope, spam.invitationId, "invitation");
    expect(await stateOf(spam)).toMatchObject({ status: "not_sent", noInvitationReason: "channel_failed" });
    const marked = await querySql(
      database.superuserUrl,
      "select from suppressed_addresses where reason = 'undeliverable' and created_at > now() - interval '1 second'",
    );
    expect(marked).toHaveLength(0);
  });

  test("silence after the whole message is not a reason to send it again", async () => {
    const invited = await invite();
    server.onMessage = () => new Promise(() => {});
    const sending = sendInvitationMail(small.scope, invited.invitationId, "invitation");
    await waitUntil("the message is there", () => server.received.length === 1);
    server.hangUp();
    await sending;
    expect(await stateOf(invited)).toMatchObject({
      status: "sent",
      mails: { invitation: { state: "handed_over" } },
    });
    await sendInvitationMail(small.scope, invited.invitationId, "invitation");
    expect(server.received).toHaveLength(1);
  });

  test("a server that is away costs nothing but time; when it stays away, the encounter says so", async () => {
    const invited = await invite();
    closeMailConnections();
    await server.stop();
    await sendInvitationMail(small.scope, invited.invitationId, "invitation");
    await sendInvitationMail(small.scope, invited.invitationId, "invitation");
    expect(await stateOf(invited)).toMatchObject({
      status: "scheduled",
      mails: { invitation: { state: "queued", attempts: 2, serverReply: "ECONNREFUSED" } },
    });
    const nextTry = await jobOf(invited.invitationId, "invitation");
    expect((nextTry?.getTime() ?? 0) - Date.now()).toBeGreaterThan(2000);
    await server.start();
    const lost = await invite();
    await sendInvitationMail(small.scope, invited.invitationId, "invitation");
    expect((await stateOf(invited)).status).toBe("sent");
    await sendInvitationMail(later(small.scope, 15 * DAY), lost.invitationId, "invitation");
    expect(await stateOf(lost)).toMatchObject({
      status: "not_sent",
      noInvitationReason: "channel_failed",
      mails: { invitation: { state: "failed" } },
    });
  });
});

describe("reminders", () => {
  async function sent() {
    const invited = await invite();
    await sendInvitationMail(small.scope, invited.invitationId, "invitation");
    const token = tokenIn((await readMail(server.received.at(-1))).text);
    server.received.length = 0;
    return { ...invited, token };
  }

  test("come after the survey's days, with the same link and their own words", async () => {
    const invited = await sent();
    const due = await jobOf(invited.invitationId, "first_reminder");
    expect(due).toEqual(new Date(small.scope.now.getTime() + 3 * DAY));
    await sendInvitationMail(later(small.scope, 2 * DAY), invited.invitationId, "first_reminder");
    expect(server.received).toHaveLength(0);
    await sendInvitationMail(later(small.scope, 3 * DAY), invited.invitationId, "first_reminder");
    const mail = await readMail(server.received[0]);
    expect(mail.subject).toBe("Do you have a moment for one question?");
    expect(tokenIn(mail.text)).toBe(invited.token);
    // The survey asks for one reminder.
    expect(await jobOf(invited.invitationId, "second_reminder")).toBeNull();
    expect((await stateOf(invited)).mails.first_reminder).toMatchObject({ state: "accepted" });
  });

  test("come also when the invitation was taken back after it had left, and left later than the reminder was due", async () => {
    const invited = await invite();
    server.onMessage = () => {
      throw new SmtpAnswer(452, "4.3.1 disk full");
    };
    await sendInvitationMail(small.scope, invited.invitationId, "invitation");
    await sendInvitationMail(later(small.scope, 3 * DAY), invited.invitationId, "first_reminder");
    expect((await stateOf(invited)).mails.first_reminder).toMatchObject({ state: "cancelled" });
    server.onMessage = () => {};
    await sendInvitationMail(later(small.scope, 4 * DAY), invited.invitationId, "invitation");
    expect((await stateOf(invited)).mails.first_reminder).toMatchObject({ state: "queued" });
    expect(await jobOf(invited.invitationId, "first_reminder")).toEqual(
      new Date(small.scope.now.getTime() + 7 * DAY),
    );
    server.received.length = 0;
    await sendInvitationMail(later(small.scope, 7 * DAY), invited.invitationId, "first_reminder");
    expect(server.received).toHaveLength(1);
  });

  test("stop once a score is in", async () => {
    const invited = await sent();
    const respondent = await findRespondent(invited.token);
    if (!respondent) throw new Error("token unknown");
    expect(
      await submitScore(respondent.scope, { ...respondent, score: "9", language: "en", isEdit: false }),
    ).toBe("stored");
    await sendInvitationMail(later(small.scope, 4 * DAY), invited.invitationId, "first_reminder");
    expect(server.received).toHaveLength(0);
    expect((await stateOf(invited)).mails.first_reminder).toMatchObject({ state: "cancelled" });
  });

  test("stop, like every later survey, once the person unsubscribes; twice is fine", async () => {
    const invited = await sent();
    const respondent = await findRespondent(invited.token);
    if (!respondent) throw new Error("token unknown");
    await Promise.all([
      unsubscribe(respondent.scope, respondent.invitationId),
      unsubscribe(respondent.scope, respondent.invitationId),
    ]);
    await unsubscribe(respondent.scope, respondent.invitationId);
    await sendInvitationMail(later(small.scope, 4 * DAY), invited.invitationId, "first_reminder");
    expect(server.received).toHaveLength(0);
    const next = await createEncounter(small.scope, small.attribution, {
      customerId: invited.customerId,
      occurredAt: new Date(small.scope.now.getTime() + 60 * DAY),
    });
    await inviteForEncounters(later(small.scope, 60 * DAY), [next.id]);
    const { noInvitationReason } = await withScope(small.scope, (tx) =>
      tx.encounter.findUniqueOrThrow({
        where: key(small.scope, next.id),
        select: { noInvitationReason: true },
      }),
    );
    expect(noInvitationReason).toBe("unsubscribed");
  });
});
