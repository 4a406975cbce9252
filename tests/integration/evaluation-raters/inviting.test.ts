import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { inviteRaters } from "@/features/evaluation-cycles/raters/commands/invite-raters";
import { nominateRater } from "@/features/evaluation-cycles/raters/commands/nominate-rater";
import { remindRaters } from "@/features/evaluation-cycles/raters/commands/remind-raters";
import { restoreRater } from "@/features/evaluation-cycles/raters/commands/restore-rater";
import { takeOffRater } from "@/features/evaluation-cycles/raters/commands/take-off-rater";
import { withScope } from "@/server/database";
import { closeMailConnections } from "@/server/mail-connections";
import { makeScope, type Scope } from "@/server/scope";
import { closeTimedCommits } from "@/server/timed-commit";
import { raterScope } from "@/server/token-scope";
import { sendEvaluationMailTask } from "@/worker/tasks/send-evaluation-mail";
import { querySql, setUpTestDatabase } from "../../database";
import { createRating, createSubject } from "../../factories/evaluations";
import { createMember } from "../../factories/organization";
import { suppressAddress } from "../../factories/people";
import { readMail, TestMailServer } from "../invitations/mail-server";
import { mailsOf, ratingsOf, tellStory } from "./cast";

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
  await closeTimedCommits();
  await server.stop();
});

const invite = (scope: Scope, cycleId: string) => withScope(scope, (tx) => inviteRaters(tx, scope, cycleId));
const sendAll = async (organizationId: string, cycleId: string) => {
  for (const { id } of await mailsOf(database.superuserUrl, cycleId)) {
    await sendEvaluationMailTask({ organizationId, evaluationMailId: id });
  }
};
const at = (scope: Scope, now: string) => makeScope({ ...scope, now: new Date(now) });

describe("inviting raters", () => {
  test("asks the subject and the named manager by itself, and everybody once", async () => {
    const { organization, scope, cycle, subject } = await tellStory();
    const peer = await createRating(scope, subject, { group: "peer", status: "approved", email: "p@x.test" });
    // Approved before the cycle opened.
    await querySql(database.superuserUrl, "update evaluation_raters set invited_at = null");
    expect(await invite(scope, cycle.id)).toBe(3);
    expect(await invite(scope, cycle.id)).toBe(0);
    const ratings = await ratingsOf(database.superuserUrl, subject.id);
    expect(ratings.map(({ group, status }) => `${group} ${status}`)).toEqual([
      "self approved",
      "manager approved",
      "peer approved",
    ]);
    await sendAll(organization.id, cycle.id);
    await sendAll(organization.id, cycle.id);
    expect(server.received).toHaveLength(3);
    const mails = await Promise.all(server.received.map(readMail));
    const toPeer = mails.find((mail) => mail.to?.[0]?.address === "p@x.test");
    expect(toPeer?.subject).toBe("Kotikulma pyytää näkemystäsi: Syksy");
    expect(toPeer?.text).toContain("vähintään 2 muun vastaajan kanssa");
    expect(toPeer?.text).toContain("Jotta opimme.");
    const token = /\/r\/(\S+)/.exec(toPeer?.text ?? "")?.[1] ?? "";
    expect(token).toBe(peer.token);
    expect((await raterScope(token))?.raterId).toBe(peer.raterId);
  });

  test("writes again to who is to rate somebody more, and to nobody else", async () => {
    const { organization, scope, cycle, subject, otherEmployee, owner, newColleague } = await tellStory();
    const colleague = await newColleague();
    const nomination = { raterGroup: "peer" as const, employeeId: colleague.id, customerId: null };
    await nominateRater(owner.scope, { ...nomination, subjectId: subject.id });
    await sendAll(organization.id, cycle.id);
    const before = server.received.length;
    const second = await createSubject(scope, cycle, { employeeId: otherEmployee.id });
    await nominateRater(owner.scope, { ...nomination, subjectId: second.id });
    await sendAll(organization.id, cycle.id);
    const news = await Promise.all(server.received.slice(before).map(readMail));
    expect(news.map((mail) => mail.to?.[0]?.address)).toEqual([colleague.email]);
    const mails = await mailsOf(database.superuserUrl, cycle.id);
    expect(mails.filter(({ email }) => email === colleague.email).map(({ occasion }) => occasion)).toEqual([
      "",
      "2",
    ]);
  });

  test("goes to a corrected address where no mail has arrived, and to the first one for everybody else", async () => {
    const { scope, cycle, subject, owner, newColleague } = await tellStory();
    const [bounced, reached] = [await newColleague(), await newColleague()];
    const listed = [];
    for (const { id } of [bounced, reached]) {
      const nomination = { subjectId: subject.id, raterGroup: "peer" as const, customerId: null };
      listed.push(await nominateRater(owner.scope, { ...nomination, employeeId: id }));
    }
    await querySql(
      database.superuserUrl,
      `update evaluation_mails m set state = case when r.email = $2 then 'failed' else 'accepted' end::"MailState"
         from evaluation_raters r where r.id = m.rater_id and r.cycle_id = $1`,
      [cycle.id, bounced.email],
    );
    const corrected = "update employees set email = 'new-' || email where id = any($1::uuid[])";
    await querySql(database.superuserUrl, corrected, [[bounced.id, reached.id]]);
    for (const { ratingId } of listed) {
      await takeOffRater(owner.scope, { ratingId });
      await restoreRater(owner.scope, { ratingId });
    }
    const waiting = (await mailsOf(database.superuserUrl, cycle.id)).filter(
      ({ state }) => state === "queued",
    );
    expect(waiting.map(({ email }) => email)).toEqual([`new-${bounced.email}`, reached.email]);
    expect(scope.organizationId).toBe(bounced.organizationId);
  });

  test("goes to the account where there is one, whatever address others give the employee", async () => {
    const { organization, scope, cycle, subject, owner, newColleague, localManager } = await tellStory();
    const colleague = await newColleague();
    const account = await createMember(organization, "employee", { employeeId: colleague.id });
    const redirect = (email: string) =>
      querySql(database.superuserUrl, "update employees set email = $2 where id = $1", [colleague.id, email]);
    await redirect("owners-own@x.test");
    const { ratingId } = await nominateRater(owner.scope, {
      subjectId: subject.id,
      raterGroup: "peer",
      employeeId: colleague.id,
      customerId: null,
    });
    const addressOf = async (group: string) =>
      (await ratingsOf(database.superuserUrl, subject.id)).find((rating) => rating.group === group)?.email;
    expect(await addressOf("peer")).toBe(account.email);
    // Nor by making the first mail fail.
    await querySql(
      database.superuserUrl,
      "update evaluation_mails set state = 'failed' where organization_id = $1",
      [organization.id],
    );
    await takeOffRater(owner.scope, { ratingId });
    await restoreRater(owner.scope, { ratingId });
    expect(await addressOf("peer")).toBe(account.email);
    await invite(scope, cycle.id);
    expect(await addressOf("manager")).toBe(localManager.email);
  });

  test("does nothing before the cycle opens and after its last day", async () => {
    for (const options of [{ status: "nomination" as const }, { closesOn: new Date("2026-01-02") }]) {
      const { scope, cycle, subject } = await tellStory(options);
      expect(await invite(scope, cycle.id)).toBe(0);
      expect(await ratingsOf(database.superuserUrl, subject.id)).toEqual([]);
    }
  });

  test("leaves out who has nothing to rate any more when the mail leaves, and suppressed addresses", async () => {
    const { organization, scope, cycle, subject, owner } = await tellStory();
    const off = await createRating(scope, subject, {
      group: "peer",
      status: "approved",
      email: "off@x.test",
    });
    const sent = await createRating(scope, subject, { group: "peer", email: "sent@x.test" });
    await createRating(scope, subject, { group: "customer", status: "approved", email: "stop@x.test" });
    await suppressAddress(scope, "stop@x.test", "unsubscribed");
    await invite(scope, cycle.id);
    await takeOffRater(owner.scope, { ratingId: off.id });
    await sendAll(organization.id, cycle.id);
    const addresses = (await Promise.all(server.received.map(readMail))).map((mail) => mail.to?.[0]?.address);
    expect(addresses).toHaveLength(2);
    expect(addresses.join()).not.toMatch(/x\.test/);
    expect(sent.token).not.toBeNull();
  });
});

describe("reminding raters", () => {
  const closesOn = new Date("2026-12-10");

  test("writes on the named days before the last one, by day, once, to who has not sent everything", async () => {
    const { organization, scope, cycle, subject } = await tellStory({ closesOn });
    await createRating(scope, subject, { group: "peer", status: "approved", email: "open@x.test" });
    await createRating(scope, subject, { group: "peer", email: "sent@x.test" });
    await createRating(scope, subject, { group: "peer", status: "declined", email: "no@x.test" });
    expect(await remindRaters(at(scope, "2026-12-02T10:00:00Z"))).toBe(0);
    expect(await remindRaters(at(scope, "2026-12-03T01:00:00Z"))).toBe(0);
    expect(await remindRaters(at(scope, "2026-12-03T10:00:00Z"))).toBe(1);
    expect(await remindRaters(at(scope, "2026-12-03T11:00:00Z"))).toBe(0);
    expect(await remindRaters(at(scope, "2026-12-08T10:00:00Z"))).toBe(1);
    expect(await remindRaters(at(scope, "2026-12-11T10:00:00Z"))).toBe(0);
    const mails = await mailsOf(database.superuserUrl, cycle.id);
    expect(mails.map(({ email, occasion }) => `${email} ${occasion}`)).toEqual([
      "open@x.test 2026-12-03",
      "open@x.test 2026-12-08",
    ]);
    expect(organization.name).toBe("Kotikulma");
  });
});
