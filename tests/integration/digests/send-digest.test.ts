import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET as followOneClick, POST as postOneClick } from "@/app/(app)/digest/[token]/one-click/route";
import { findDueDigests } from "@/features/digests/commands/find-due-digests";
import { planDigests } from "@/features/digests/commands/plan-digests";
import { sendDigest } from "@/features/digests/commands/send-digest";
import { switchDigest } from "@/features/digests/commands/switch-digest";
import { findDigestSubscription } from "@/features/digests/queries/find-digest-subscription";
import { listDigestSubscriptions } from "@/features/digests/queries/list-digest-subscriptions";
import { weekOf } from "@/features/digests/rules";
import { closeMailConnections } from "@/server/mail-connections";
import type { Scope } from "@/server/scope";
import { closeTimedCommits } from "@/server/timed-commit";
import { digestToken } from "@/server/tokens";
import { querySql, setUpTestDatabase } from "../../database";
import { createMember, createOrganization } from "../../factories/organization";
import { readMail, SmtpAnswer, TestMailServer, waitUntil } from "../invitations/mail-server";
import { MONDAY_MORNING, onMonday, type Story, tellStory, WEEK } from "./story";

const database = setUpTestDatabase();
const sql = <R extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  querySql<R>(database.superuserUrl, text, values);
const server = new TestMailServer();
let story: Story;
/** Of a job on Monday morning. */
let scope: Scope;
const week = weekOf(WEEK.firstDay, "Europe/Helsinki");

beforeAll(async () => {
  await server.start();
  process.env.SMTP_URL = server.url;
  story = await tellStory(database.superuserUrl);
  scope = onMonday(story.scope);
});
beforeEach(async () => {
  await sql("delete from digest_mails");
  await sql("update members set wants_digest = true, archived_at = null");
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

const send = ({ memberId }: { memberId: string }, at = scope) =>
  sendDigest(at, { memberId, monday: WEEK.firstDay });
const stateOf = async ({ memberId }: { memberId: string }) =>
  (
    await sql<{ state: string; attempts: number }>(
      "select state::text, attempts from digest_mails where member_id = $1",
      [memberId],
    )
  )[0];
const countJobs = async (task: string) =>
  (await sql("select from graphile_worker.jobs where task_identifier = $1", [task])).length;

describe("the mail", () => {
  test("says the week's main fact, shows the picture inside, and says the same as text", async () => {
    await planDigests(scope, week);
    await send(story.manager);
    const mail = await readMail(server.received[0]);
    const header = (name: string) => mail.headers.find((line) => line.key === name)?.value;
    expect(mail.to?.[0]?.address).toBe(story.manager.email);
    expect(mail.from?.name).toBe("Lindqvist & Pojat");
    expect(mail.subject).toBe("Week 13: NPS −22 (n 18), down from the week before (−72)");
    expect(header("content-type")).toContain("multipart/alternative");
    expect(header("auto-submitted")).toBe("auto-generated");
    const token = digestToken(scope.organizationId, story.manager.memberId);
    expect(header("list-unsubscribe")).toBe(`<http://localhost:3000/digest/${token}/one-click>`);
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(server.received[0]?.raw.length).toBeLessThan(100_000);

    const [picture] = mail.attachments;
    expect(picture).toMatchObject({ mimeType: "image/png", disposition: "inline" });
    expect(mail.html).toContain(`src="cid:${picture?.contentId?.slice(1, -1)}"`);
    const { width, height, hasAlpha } = await sharp(Buffer.from(picture?.content as ArrayBuffer)).metadata();
    expect({ width, height, hasAlpha }).toEqual({ width: 1000, height: 360, hasAlpha: true });

    // Each of the thirteen weeks with its interval, in the picture's alternative and in the text.
    const alternative = /<img [^>]*alt="([^"]+)"/.exec(mail.html ?? "")?.[1] ?? "";
    expect(alternative.match(/Wk \d+: [+−]\d+ \([+−]\d+ to [+−]\d+\)/g)).toHaveLength(13);
    expect(alternative).toContain("Wk 13: −22 (");
    expect(mail.text).toContain(alternative);
    for (const link of [
      "/o/SLUG?period=custom&from=2026-03-23&to=2026-03-29",
      `/o/SLUG/touchpoints/${story.otherTouchpoint.id}?period=custom&from=2025-12-29&to=2026-03-29&metric=nps`,
      "/o/SLUG/comments?period=custom&from=2026-03-23&to=2026-03-29",
      `/digest/${token}`,
    ]) {
      const address = `http://localhost:3000${link.replace("SLUG", story.organization.slug)}`;
      expect(mail.text).toContain(address);
      expect(mail.html).toContain(`href="${address.replaceAll("&", "&amp;")}"`);
    }
    expect(await stateOf(story.manager)).toEqual({ state: "accepted", attempts: 1 });
  });

  test("repeats comments as text, cut between words, whatever they hold", async () => {
    await planDigests(scope, week);
    await send(story.manager);
    const { html = "", text = "" } = await readMail(server.received[0]);
    expect(html).toContain(
      "&lt;b onmouseover=&quot;x()&quot;&gt;It’s &quot;slow&quot;&lt;/b&gt; &amp; &#39;rude&#39; 🙁, waited and",
    );
    expect(html).not.toContain("<b ");
    expect(html).toMatch(/(waited and )+waited( and)?…<\/p>/);
    expect(text).toContain(`<b onmouseover="x()">It’s "slow"</b> & 'rude' 🙁`);
    expect(html).toContain("Ihana palvelu, kiitos paljon! 👩‍👩‍👧‍👦");
    for (const part of [html, text]) {
      expect(part).not.toContain(story.comments.beforeTheWeek);
      expect(part).not.toContain(story.comments.afterTheWeek);
    }
  });

  test("is in the reader's language", async () => {
    const reader = await createMember(story.organization, "owner", {
      locale: "fi",
      createdAt: new Date("2026-01-01T00:00:00Z"),
    });
    await planDigests(scope, week);
    await send(reader);
    const mail = await readMail(server.received[0]);
    expect(mail.subject).toBe("Viikko 13: NPS −22 (n 18), laskenut edellisviikosta (−72)");
    expect(mail.html).toContain('<html lang="fi">');
    await sql("delete from digest_mails");
    await sql("delete from members where id = $1", [reader.memberId]);
  });
});

describe("who gets it", () => {
  test("owners and managers who want it and were there for the week", async () => {
    const newcomer = await createMember(story.organization, "manager", { createdAt: MONDAY_MORNING });
    const gone = await createMember(story.organization, "owner", {
      createdAt: new Date("2026-01-01T00:00:00Z"),
    });
    await sql("update members set archived_at = now() where id = $1", [gone.memberId]);
    await switchDigest(scope, story.owner.memberId, false);
    expect(await planDigests(scope, week)).toBe(2);
    const planned = await sql<{ id: string }>("select member_id as id from digest_mails");
    expect(planned.map(({ id }) => id).sort()).toEqual(
      [story.manager.memberId, story.localManager.memberId].sort(),
    );
    await sql("delete from members where id = any($1)", [[newcomer.memberId, gone.memberId]]);
  });

  test("nobody twice: planning again plans nothing, not even for who came or wants it since", async () => {
    await switchDigest(scope, story.owner.memberId, false);
    const planned = await Promise.all([1, 2, 3].map(() => planDigests(scope, week)));
    expect(planned.sort()).toEqual([0, 0, 2]);
    await switchDigest(scope, story.owner.memberId, true);
    expect(await planDigests(scope, week)).toBe(0);
    await send(story.owner);
    expect(server.received).toHaveLength(0);
  });

  test("nobody who has left, lost the right or stopped it since it was planned", async () => {
    await planDigests(scope, week);
    await switchDigest(scope, story.owner.memberId, false);
    await sql("update members set archived_at = now() where id = $1", [story.manager.memberId]);
    await sql("update members set role = 'consultant' where id = $1", [story.localManager.memberId]);
    for (const member of [story.owner, story.manager, story.localManager]) await send(member);
    await sql("update members set role = 'manager' where id = $1", [story.localManager.memberId]);
    expect(server.received).toHaveLength(0);
    expect(await stateOf(story.manager)).toEqual({ state: "cancelled", attempts: 0 });
  });

  test("nobody in an organization where there is nothing to tell", async () => {
    const silent = await createOrganization();
    const owner = await createMember(silent, "owner", { createdAt: new Date("2026-01-01T00:00:00Z") });
    expect(await planDigests(onMonday(silent.scope), week)).toBe(1);
    await send(owner, onMonday(silent.scope));
    expect(server.received).toHaveLength(0);
    expect(await stateOf(owner)).toEqual({ state: "cancelled", attempts: 0 });
  });
});

test("looks at every organization's own clock", async () => {
  await sql("update organizations set time_zone = 'Pacific/Auckland' where id = $1", [scope.organizationId]);
  const elsewhere = await createOrganization({ timeZone: "America/New_York" });
  // Monday 05:07 in Auckland, Sunday noon in New York.
  await findDueDigests(new Date("2026-03-29T16:07:00Z"));
  const due = await sql<{ id: string }>(
    `select payload ->> 'organizationId' as id from graphile_worker._private_jobs as jobs
      join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id where tasks.identifier = 'planDigests'`,
  );
  await sql("update organizations set time_zone = 'Europe/Helsinki' where id = $1", [scope.organizationId]);
  expect(due.map(({ id }) => id)).toContain(scope.organizationId);
  expect(due.map(({ id }) => id)).not.toContain(elsewhere.id);
});

describe("at most once", () => {
  test("however often the job runs, also at the same time", async () => {
    await planDigests(scope, week);
    await Promise.all([1, 2, 3, 4].map(() => send(story.manager)));
    await send(story.manager);
    expect(server.received).toHaveLength(1);
    expect(await stateOf(story.manager)).toEqual({ state: "accepted", attempts: 1 });
  });

  test("a sender that hangs before the end of the message does not undo what another one sent", async () => {
    await planDigests(scope, week);
    let asked = 0;
    server.onRecipient = () => {
      asked += 1;
      return asked === 1 ? new Promise<void>(() => {}) : undefined;
    };
    const hanging = send(story.manager);
    await waitUntil("the first sender waits", () => asked === 1);
    await send(story.manager);
    server.hangUp();
    await hanging;
    expect(server.received).toHaveLength(1);
    expect(await stateOf(story.manager)).toEqual({ state: "accepted", attempts: 1 });
  });

  test("silence after the whole message is no reason to send it again", async () => {
    await planDigests(scope, week);
    server.onMessage = () => new Promise(() => {});
    const sending = send(story.manager);
    await waitUntil("the message is there", () => server.received.length === 1);
    // What a worker that is killed now leaves behind.
    expect(await stateOf(story.manager)).toEqual({ state: "handed_over", attempts: 1 });
    await send(story.manager);
    server.hangUp();
    await sending;
    await send(story.manager);
    expect(server.received).toHaveLength(1);
    expect(await stateOf(story.manager)).toEqual({ state: "handed_over", attempts: 1 });
  });

  test("stopped while the mail was on its way: it does not leave", async () => {
    await planDigests(scope, week);
    server.onRecipient = () => switchDigest(scope, story.manager.memberId, false);
    await send(story.manager);
    expect(server.received).toHaveLength(0);
    expect((await stateOf(story.manager))?.state).toBe("queued");
    await send(story.manager);
    expect((await stateOf(story.manager))?.state).toBe("cancelled");
  });
});

describe("a mail server's no", () => {
  test("that passes is tried again, until the week is old news", async () => {
    await planDigests(scope, week);
    const jobs = await countJobs("sendDigest");
    closeMailConnections();
    await server.stop();
    await send(story.manager);
    await server.start();
    server.onRecipient = () => {
      throw new SmtpAnswer(451, "4.7.1 greylisted");
    };
    await send(story.manager);
    expect(await stateOf(story.manager)).toEqual({ state: "queued", attempts: 2 });
    expect(await countJobs("sendDigest")).toBe(jobs + 2);
    server.onRecipient = () => {};
    await send(story.manager);
    expect(server.received).toHaveLength(1);
    await send(story.owner, onMonday(scope, new Date("2026-04-02T04:00:00Z")));
    expect(server.received).toHaveLength(1);
    expect(await stateOf(story.owner)).toEqual({ state: "cancelled", attempts: 0 });
  });

  test("that lasts ends it for this week", async () => {
    await planDigests(scope, week);
    server.onRecipient = () => {
      throw new SmtpAnswer(550, "5.1.1 no such user");
    };
    await send(story.manager);
    await send(story.manager);
    expect(await stateOf(story.manager)).toEqual({ state: "failed", attempts: 1 });
  });
});

describe("the link in a digest", () => {
  const context = (token: string) => ({ params: Promise.resolve({ token }) });
  const request = new Request("http://localhost/digest/x/one-click", {
    method: "POST",
    body: "List-Unsubscribe=One-Click",
  });

  test("followed stops nothing, posted to stops this member's digest in this organization", async () => {
    const elsewhere = await createOrganization();
    await createMember(elsewhere, "manager", { userId: story.manager.userId });
    const token = digestToken(scope.organizationId, story.manager.memberId);
    expect(await findDigestSubscription(token)).toMatchObject({
      organization: "Lindqvist & Pojat",
      wantsDigest: true,
    });
    const followed = await followOneClick(request, context(token));
    expect([followed.status, followed.headers.get("location")]).toEqual([303, `/digest/${token}`]);
    expect((await findDigestSubscription(token))?.wantsDigest).toBe(true);
    expect((await postOneClick(request, context(token))).status).toBe(200);
    expect((await postOneClick(request, context(token))).status).toBe(200);
    expect((await findDigestSubscription(token))?.wantsDigest).toBe(false);
    const rows = await listDigestSubscriptions(story.manager.userId);
    expect(rows.map(({ organization, wantsDigest }) => [organization, wantsDigest])).toEqual(
      [
        ["Lindqvist & Pojat", false],
        [elsewhere.name, true],
      ].sort(),
    );
    expect(await listDigestSubscriptions(story.owner.userId)).toMatchObject([{ wantsDigest: true }]);
    expect(await listDigestSubscriptions(story.consultant.userId)).toEqual([]);
  });

  test("changed in any place opens nothing", async () => {
    const token = digestToken(scope.organizationId, story.manager.memberId);
    const swap = (at: number) => token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
    for (const wrong of [swap(3), swap(30), swap(60), token.slice(1), `${token}x`, "", "preview"]) {
      expect(await findDigestSubscription(wrong), wrong).toBeNull();
      expect((await postOneClick(request, context(wrong))).status).toBe(404);
    }
  });
});
