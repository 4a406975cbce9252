import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { acceptAssignment } from "@/features/audit-programmes/commands/accept-assignment";
import { cancelAssignment } from "@/features/audit-programmes/commands/cancel-assignment";
import { declineAssignment } from "@/features/audit-programmes/commands/decline-assignment";
import { findAuditReminders } from "@/features/audit-programmes/commands/find-audit-reminders";
import { remindOfAssignments } from "@/features/audit-programmes/commands/remind-of-assignments";
import { closeMailConnections } from "@/server/mail-connections";
import { closeTimedCommits } from "@/server/timed-commit";
import { sendMemberMailTask } from "@/worker/tasks/audits";
import { querySql, setUpTestDatabase } from "../../database";
import { createMember } from "../../factories/organization";
import { readMail, SmtpAnswer, TestMailServer } from "../invitations/mail-server";
import { at, day, tellStory } from "./story";

const database = setUpTestDatabase();
const server = new TestMailServer();
const HOUR = 3600_000;

beforeAll(async () => {
  await server.start();
  process.env.SMTP_URL = server.url;
});
afterEach(() => {
  server.onMessage = () => {};
  server.received.length = 0;
});
afterAll(async () => {
  closeMailConnections();
  await closeTimedCommits();
  await server.stop();
});

const rows = (subjectId: string) =>
  querySql<{ id: string; kind: string; occasion: string; state: string }>(
    database.superuserUrl,
    "select id, kind, occasion, state::text from member_mails where subject_id = $1 order by created_at, id",
    [subjectId],
  );
/** Runs the jobs of a subject's mails, as the worker would. */
const sendAll = async (organizationId: string, subjectId: string) => {
  for (const { id } of await rows(subjectId)) await sendMemberMailTask({ organizationId, memberMailId: id });
};

describe("an offered visit", () => {
  test("is told to its consultant once, in the consultant's language, with where to answer", async () => {
    const { organization, assign } = await tellStory({ name: "Joulu", organization: { slug: "kauppa" } });
    const matti = await createMember(organization, "consultant", { name: "Matti", locale: "fi" });
    const id = await assign({ memberIds: [matti.memberId], note: "Pysäköi pihalle." });
    await sendAll(organization.id, id);
    await sendAll(organization.id, id);
    expect(server.received).toHaveLength(1);
    const mail = await readMail(server.received[0]);
    expect(mail.to?.[0]?.address).toBe(matti.email);
    expect(mail.subject).toContain("Uusi toimeksianto");
    expect(mail.text).toContain("Hei Matti!");
    expect(mail.text).toContain("ohjelmassa Joulu");
    expect(mail.text).toContain("Pysäköi pihalle.");
    expect(mail.text).toContain(`http://localhost:3000/o/kauppa/assignments/${id}`);
    // Not what the consultant plays: mailboxes are read by others.
    expect(mail.text).not.toContain("You look for a present.");
    expect((await rows(id)).map(({ state }) => state)).toEqual(["accepted"]);
  });

  test("that was taken back before the mail left is not told any more", async () => {
    const { organization, owner, assign } = await tellStory();
    const id = await assign();
    await cancelAssignment(owner.scope, { assignmentId: id });
    await sendAll(organization.id, id);
    expect((await rows(id)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      "assignmentOffered cancelled",
      "assignmentCancelled accepted",
    ]);
  });

  test("that is declined is told to whoever made it, with the reason", async () => {
    const { organization, consultant, owner, assign } = await tellStory();
    const id = await assign();
    await declineAssignment(consultant.scope, { assignmentId: id, reason: "I broke my leg" });
    await sendAll(organization.id, id);
    const mails = await Promise.all(server.received.map((received) => readMail(received)));
    expect(mails.map((mail) => mail.to?.[0]?.address)).toEqual([owner.email]);
    expect(mails[0]?.text).toContain("I broke my leg");
  });

  test("stays with the queue while the mail server refuses for now, and leaves later", async () => {
    const { organization, assign } = await tellStory();
    const id = await assign();
    server.onMessage = () => {
      throw new SmtpAnswer(451, "later");
    };
    await sendAll(organization.id, id);
    expect((await rows(id))[0]?.state).toBe("queued");
    server.onMessage = () => {};
    server.received.length = 0;
    await sendAll(organization.id, id);
    expect(server.received).toHaveLength(1);
  });
});

test("whoever is no longer a member gets nothing", async () => {
  const { organization, consultant, assign } = await tellStory();
  const id = await assign();
  await querySql(database.superuserUrl, "update members set archived_at = now() where id = $1", [
    consultant.memberId,
  ]);
  await sendAll(organization.id, id);
  expect(server.received).toHaveLength(0);
  expect((await rows(id))[0]?.state).toBe("cancelled");
});

test("a window's beginning, its last day and its end are each told once; a done visit's are not", async () => {
  const { scope, consultant, assign } = await tellStory();
  const id = await assign({ windowStartsOn: day(2), windowEndsOn: day(5) });
  await acceptAssignment(consultant.scope, { assignmentId: id });
  const noon = (days: number) => at(scope, new Date(`${day(days)}T10:00:00Z`));
  const remind = async (days: number) => {
    await remindOfAssignments(noon(days));
    await remindOfAssignments(noon(days));
    return (await rows(id)).slice(1).map(({ kind, occasion }) => `${kind} ${occasion}`.trim());
  };
  expect(await remind(1)).toEqual([]);
  expect(await remind(2)).toEqual(["assignmentReminder begins"]);
  expect(await remind(4)).toHaveLength(1);
  expect(await remind(5)).toEqual(["assignmentReminder begins", "assignmentReminder ends"]);
  expect(await remind(6)).toHaveLength(3);
  expect((await remind(7)).at(-1)).toBe("assignmentLate");
});

test("a visit offered this morning is not reminded of as well", async () => {
  const { scope, assign } = await tellStory();
  const id = await assign({ windowStartsOn: day(0), windowEndsOn: day(0) });
  await remindOfAssignments(at(scope, new Date(Date.now() + HOUR)));
  expect((await rows(id)).map(({ kind }) => kind)).toEqual(["assignmentOffered"]);
});

test("reminders are looked for in organizations where it is day", async () => {
  await tellStory();
  const night = new Date("2026-11-22T01:00:00Z");
  expect(await findAuditReminders(night)).toBe(0);
  expect(await findAuditReminders(new Date(night.getTime() + 9 * HOUR))).toBeGreaterThan(0);
});
