import { beforeAll, describe, expect, it } from "vitest";
import { decideAppeal } from "@/features/audits/appeals/commands/decide-appeal";
import { extendDeadline } from "@/features/audits/appeals/commands/extend-deadline";
import { openAppeal } from "@/features/audits/appeals/commands/open-appeal";
import { remindOfAppeals } from "@/features/audits/appeals/commands/remind-of-appeals";
import { withdrawAppeal } from "@/features/audits/appeals/commands/withdraw-appeal";
import { writeAppealMessage } from "@/features/audits/appeals/commands/write-appeal-message";
import { writeReply } from "@/features/audits/appeals/commands/write-reply";
import { getConversation } from "@/features/audits/appeals/queries/get-conversation";
import { ForbiddenError, InvalidInputError, NotFoundError } from "@/server/errors";
import { makeScope, type Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { toAnswerValue } from "../../factories/audit-forms";
import { createMember } from "../../factories/organization";
import { createEmployee } from "../../factories/people";
import { createReviewCast, later, listActs, listMails, race, readConsistentAudit } from "./review-cast";

setUpTestDatabase();
let cast: Awaited<ReturnType<typeof createReviewCast>>;
beforeAll(async () => {
  cast = await createReviewCast();
});

const DAY = 86_400_000;
const ANSWERS = { greeted: false, smiled: true, honest: false, listened: "p2" };
const appealOf = (auditId: string, itemKey = "honest") => ({
  auditId,
  itemKey,
  kind: "factual_error" as const,
  text: "The price was on the tag.",
});
const changed = { outcome: "changed" as const, decision: "The receipt shows it.", basedOn: 1 };
const upheld = { outcome: "upheld" as const, decision: "The tag said otherwise." };
const newAudit = (options: Parameters<typeof cast.newAudit>[1] = {}) =>
  cast.newAudit("published", { answers: ANSWERS, ...options });

describe("the right of reply", () => {
  it("is the named employee's and the location's managers', in their reach only", async () => {
    const audit = await newAudit();
    const elsewhere = await newAudit({
      locationId: cast.otherLocation.id,
      employeeId: cast.otherEmployee.id,
    });
    const colleague = await createMember(cast.organization, "employee", {
      employeeId: (await createEmployee(cast.scope, { locationId: cast.location.id })).id,
    });
    for (const [index, member] of [cast.employeeMember, cast.localManager].entries()) {
      await writeReply(later(member.scope, index * 60_000), { auditId: audit.id, text: "Thank you." });
      await expect(writeReply(member.scope, { auditId: elsewhere.id, text: "?" })).rejects.toThrow(
        NotFoundError,
      );
      await expect(openAppeal(member.scope, appealOf(elsewhere.id))).rejects.toThrow(NotFoundError);
    }
    for (const member of [colleague, cast.owner, cast.manager, cast.consultant]) {
      await expect(writeReply(member.scope, { auditId: audit.id, text: "?" })).rejects.toThrow(NotFoundError);
      await expect(openAppeal(member.scope, appealOf(audit.id))).rejects.toThrow(NotFoundError);
    }
    await expect(getConversation(colleague.scope, audit.id)).rejects.toThrow(NotFoundError);
    const { conversation } = await getConversation(cast.owner.scope, audit.id);
    expect(conversation.replies.map(({ author }) => author.voice)).toEqual(["employee", "manager"]);
  });

  it("begins with publication", async () => {
    const audit = await cast.newAudit("in_review");
    await expect(writeReply(cast.employeeMember.scope, { auditId: audit.id, text: "?" })).rejects.toThrow(
      NotFoundError,
    );
  });
});

describe("an appeal", () => {
  it("runs through its thread to a decision that recalculates the score", async () => {
    const audit = await newAudit();
    // greeting 1/2 = 50; service (0 + 2) of 5 = 40; a critical item failed.
    expect(audit).toMatchObject({ score: 45, isFailed: true });
    const { appealId } = await openAppeal(cast.employeeMember.scope, appealOf(audit.id));
    await writeAppealMessage(later(cast.owner.scope, 60_000), { appealId, text: "Do you have the receipt?" });
    await writeAppealMessage(later(cast.consultant.scope, 120_000), {
      appealId,
      text: "I may have misread it.",
    });
    const value = toAnswerValue(true);
    const scores = await decideAppeal(cast.secondOwner.scope, { appealId, value, ...changed });
    // service (1 + 2) of 5 = 60.
    expect(scores).toEqual({ scoreBefore: 45, scoreAfter: 55 });
    expect(await readConsistentAudit(cast.scope, audit.id)).toMatchObject({ score: 55, isFailed: false });

    const { conversation, reviewerName } = await getConversation(cast.employeeMember.scope, audit.id);
    const [appeal] = conversation.appeals;
    expect(appeal).toMatchObject({ status: "changed", itemKey: "honest", scoreBefore: 45, scoreAfter: 55 });
    // Who reviewed and who decided are both told; the mystery visitor has no name for the location.
    expect(reviewerName).toBeTruthy();
    expect(appeal?.decidedBy).toMatchObject({ voice: "reviewer", isReader: false });
    expect(appeal?.messages.map(({ author }) => [author.voice, author.name !== ""])).toEqual([
      ["employee", true],
      ["reviewer", true],
      ["auditor", false],
    ]);
    expect(conversation.corrections).toMatchObject([
      { appealId, oldValue: toAnswerValue(false), newValue: value, failedBefore: true, failedAfter: false },
    ]);
    expect((await listActs(cast.scope, audit.id)).sort()).toEqual([
      "appeal.answered",
      "appeal.answered",
      "appeal.decided",
      "appeal.opened",
      "audit.corrected",
    ]);
    const mails = await listMails(cast.scope, appealId);
    const toldOf = (kind: string) =>
      mails
        .filter((mail) => mail.kind === kind)
        .map(({ memberId }) => memberId)
        .sort();
    expect(toldOf("appealOpened")).toEqual([cast.owner.memberId]);
    expect(toldOf("appealMessage")).toEqual(
      [cast.employeeMember.memberId, cast.employeeMember.memberId, cast.owner.memberId].sort(),
    );
    expect(toldOf("appealDecided")).toEqual(
      [
        cast.employeeMember.memberId,
        cast.localManager.memberId,
        cast.consultant.memberId,
        cast.owner.memberId,
      ].sort(),
    );
  });

  it("upheld leaves answer and score as they are", async () => {
    const audit = await newAudit();
    const { appealId } = await openAppeal(cast.localManager.scope, appealOf(audit.id));
    expect(await decideAppeal(cast.owner.scope, { appealId, ...upheld })).toEqual({
      scoreBefore: 45,
      scoreAfter: 45,
    });
    expect(await readConsistentAudit(cast.scope, audit.id)).toMatchObject({ score: 45, isFailed: true });
    await expect(openAppeal(cast.employeeMember.scope, appealOf(audit.id))).rejects.toThrow(
      "appealDecidedAlready",
    );
    await expect(writeAppealMessage(cast.localManager.scope, { appealId, text: "But" })).rejects.toThrow(
      "appealDecidedAlready",
    );
  });

  it("is decided once, however many decide, and by reviewers alone", async () => {
    const audit = await newAudit();
    const { appealId } = await openAppeal(cast.employeeMember.scope, appealOf(audit.id));
    for (const member of [cast.employeeMember, cast.localManager, cast.consultant]) {
      await expect(decideAppeal(member.scope, { appealId, ...upheld })).rejects.toThrow(ForbiddenError);
    }
    // Before others see the audit, a manager who did not review it does not either.
    await expect(decideAppeal(cast.manager.scope, { appealId, ...upheld })).rejects.toThrow(NotFoundError);
    const value = toAnswerValue(true);
    const { worked, refused } = await race(
      () => decideAppeal(cast.owner.scope, { appealId, ...changed, value }),
      () => decideAppeal(cast.secondOwner.scope, { appealId, ...changed, value }),
    );
    expect({ worked, refused }).toEqual({ worked: 1, refused: ["appealDecidedAlready"] });
    const { conversation } = await getConversation(cast.owner.scope, audit.id);
    expect(conversation.corrections).toHaveLength(1);
    expect(await readConsistentAudit(cast.scope, audit.id)).toMatchObject({ score: 55 });
  });

  it("changes an answer to another one, from the one that was looked at", async () => {
    const audit = await newAudit();
    const { appealId } = await openAppeal(cast.employeeMember.scope, appealOf(audit.id));
    const decide = (value: ReturnType<typeof toAnswerValue>, basedOn = 1) =>
      decideAppeal(cast.owner.scope, { appealId, ...changed, basedOn, value });
    await expect(decide(toAnswerValue(false))).rejects.toThrow(InvalidInputError);
    await expect(decide(toAnswerValue("p1"))).rejects.toThrow(InvalidInputError);
    await expect(decide(toAnswerValue(true), 7)).rejects.toThrow("auditAnswerChanged");
    expect((await getConversation(cast.owner.scope, audit.id)).conversation.appeals[0]?.status).toBe("open");
  });

  it("of an item is one at a time; withdrawn by its maker it can be made again", async () => {
    const audit = await newAudit();
    const { worked, refused } = await race(
      () => openAppeal(cast.employeeMember.scope, appealOf(audit.id)),
      () => openAppeal(cast.localManager.scope, appealOf(audit.id)),
    );
    expect({ worked, refused }).toEqual({ worked: 1, refused: ["appealOpenAlready"] });
    const other = await openAppeal(cast.employeeMember.scope, appealOf(audit.id, "greeted"));
    await expect(withdrawAppeal(cast.localManager.scope, other.appealId)).rejects.toThrow(ForbiddenError);
    await withdrawAppeal(cast.employeeMember.scope, other.appealId);
    await expect(decideAppeal(cast.owner.scope, { appealId: other.appealId, ...upheld })).rejects.toThrow(
      "appealClosed",
    );
    await openAppeal(cast.localManager.scope, appealOf(audit.id, "greeted"));
  });

  it("is not one's own to decide", async () => {
    const audit = await newAudit();
    const { appealId } = await openAppeal(cast.localManager.scope, appealOf(audit.id));
    // The location's manager has meanwhile been given the whole organization.
    const promoted = makeScope({ ...cast.localManager.scope, role: "owner", locationIds: null });
    await expect(decideAppeal(promoted, { appealId, ...upheld })).rejects.toThrow("appealOthersOnly");
  });
});

describe("deadlines", () => {
  const at = (member: { scope: Scope }, days: number) => later(member.scope, days * DAY);

  it("end by the clock alone; after one an appeal is refused with the day, and it can be extended", async () => {
    const audit = await newAudit();
    const early = await openAppeal(cast.employeeMember.scope, appealOf(audit.id, "greeted"));
    await expect(openAppeal(at(cast.employeeMember, 15), appealOf(audit.id))).rejects.toMatchObject({
      message: "appealDeadlinePassed",
      values: { date: expect.any(Number) },
    });
    // Nothing closed: the thread goes on, a reply is taken, the open appeal is decided.
    await writeAppealMessage(at(cast.employeeMember, 15), { appealId: early.appealId, text: "Well?" });
    await writeReply(at(cast.employeeMember, 15), { auditId: audit.id, text: "Late, but still." });
    await decideAppeal(at(cast.owner, 15), { appealId: early.appealId, ...upheld });
    const until = new Date(cast.scope.now.getTime() + 20 * DAY).toISOString().slice(0, 10);
    await extendDeadline(at(cast.owner, 15), { auditId: audit.id, deadline: "appeal", until });
    await openAppeal(at(cast.employeeMember, 16), appealOf(audit.id));
    expect(await listActs(cast.scope, audit.id)).toContain("audit.deadlineExtended");
    const { conversation } = await getConversation(at(cast.owner, 16), audit.id);
    expect(conversation.history).toContainEqual(
      expect.objectContaining({ action: "deadlineExtended", deadline: "appeal", until }),
    );
  });

  it("are only made later, by reviewers; the first look while it lasts", async () => {
    const audit = await newAudit();
    const extend = (scope: Scope, deadline: "appeal" | "firstLook", days: number) =>
      extendDeadline(scope, {
        auditId: audit.id,
        deadline,
        until: new Date(cast.scope.now.getTime() + days * DAY).toISOString().slice(0, 10),
      });
    for (const member of [cast.localManager, cast.employeeMember, cast.consultant]) {
      await expect(extend(member.scope, "appeal", 30)).rejects.toThrow(ForbiddenError);
    }
    await expect(extend(cast.owner.scope, "appeal", 10)).rejects.toMatchObject({
      fields: { until: "deadlineLaterOnly" },
    });
    await expect(extend(cast.owner.scope, "appeal", 800)).rejects.toMatchObject({
      fields: { until: "deadlineTooFar" },
    });
    await extend(cast.owner.scope, "firstLook", 6);
    await expect(getConversation(at(cast.manager, 5), audit.id)).rejects.toThrow(NotFoundError);
    await getConversation(at(cast.manager, 8), audit.id);
    await expect(extend(at(cast.owner, 8), "firstLook", 12)).rejects.toThrow("firstLookOver");
  });

  it("are reminded of once, and anew when extended", async () => {
    const fresh = await createReviewCast();
    const audit = await fresh.newAudit("published");
    const job = (days: number) => makeScope({ ...later(fresh.scope, days * DAY), actor: "job" });
    expect(await remindOfAppeals(job(11))).toBe(0);
    // The employee and the location's manager.
    expect(await remindOfAppeals(job(12.5))).toBe(2);
    expect(await remindOfAppeals(job(13))).toBe(0);
    await extendDeadline(fresh.owner.scope, {
      auditId: audit.id,
      deadline: "appeal",
      until: new Date(fresh.scope.now.getTime() + 20 * DAY).toISOString().slice(0, 10),
    });
    expect(await remindOfAppeals(job(19.5))).toBe(2);
    expect(await remindOfAppeals(job(30))).toBe(0);
  });

  it("leave no appeal lying: its reviewer is reminded each week until it is decided", async () => {
    const fresh = await createReviewCast();
    const audit = await fresh.newAudit("published");
    const { appealId } = await openAppeal(fresh.employeeMember.scope, appealOf(audit.id));
    const job = (days: number) =>
      makeScope({ ...later(fresh.employeeMember.scope, days * DAY), actor: "job" });
    const counts = [];
    for (const days of [6, 7, 10, 30, 36]) counts.push(await remindOfAppeals(job(days)));
    // The fourth week, then the fifth: what the worker missed is not made up for.
    expect(counts).toEqual([0, 1, 0, 1, 1]);
    await decideAppeal(fresh.owner.scope, { appealId, ...upheld });
    expect(await remindOfAppeals(job(50))).toBe(0);
    const reminded = (await listMails(fresh.scope, appealId)).filter(({ kind }) => kind === "appealOpened");
    expect(new Set(reminded.map(({ memberId }) => memberId))).toEqual(new Set([fresh.owner.memberId]));
    expect(reminded.map(({ occasion }) => occasion).sort()).toEqual(["", "week 1", "week 4", "week 5"]);
  });
});

describe("remarks and history", () => {
  it("show remarks to reviewers and the auditor alone", async () => {
    const audit = await newAudit({ timesReturned: 1, employeeId: cast.employee.id });
    const read = async (member: { scope: Scope }) =>
      (await getConversation(member.scope, audit.id)).conversation;
    expect((await read(cast.employeeMember)).history.map(({ action }) => action)).toEqual([
      "submitted",
      "published",
    ]);
    expect((await read(cast.owner)).rights).toEqual({
      replyAs: null,
      appeal: false,
      writeInThreads: true,
      decide: true,
      extend: true,
    });
    expect((await read(cast.employeeMember)).rights).toEqual({
      replyAs: "employee",
      appeal: true,
      writeInThreads: true,
      decide: false,
      extend: false,
    });
  });
});
