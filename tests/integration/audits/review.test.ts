import { beforeAll, describe, expect, it } from "vitest";
import { submitAudit } from "@/features/audits/commands/submit-audit";
import { correctAnswer } from "@/features/audits/review/commands/correct-answer";
import { publishAudit } from "@/features/audits/review/commands/publish-audit";
import { releaseAudit } from "@/features/audits/review/commands/release-audit";
import { returnAudit } from "@/features/audits/review/commands/return-audit";
import { saveReviewNotes } from "@/features/audits/review/commands/save-review-notes";
import { takeAudit } from "@/features/audits/review/commands/take-audit";
import { getReview } from "@/features/audits/review/queries/get-review";
import { listAudits } from "@/features/audits/review/queries/list-audits";
import { withScope } from "@/server/database";
import { ConflictError, ForbiddenError, NotFoundError } from "@/server/errors";
import { setUpTestDatabase } from "../../database";
import { toAnswerValue } from "../../factories/audit-forms";
import { createReviewCast, listActs, listMails, race, readConsistentAudit } from "./review-cast";

setUpTestDatabase();
let cast: Awaited<ReturnType<typeof createReviewCast>>;
beforeAll(async () => {
  cast = await createReviewCast();
});

const wrong = { itemKey: "greeted", value: toAnswerValue(false), reason: "The photo shows otherwise." };

describe("taking an audit for review", () => {
  it("lets one of two reviewers have it, and tells the other who", async () => {
    const audit = await cast.newAudit("submitted");
    const { worked, refused } = await race(
      () => takeAudit(cast.owner.scope, audit.id),
      () => takeAudit(cast.secondOwner.scope, audit.id),
    );
    expect({ worked, refused }).toEqual({ worked: 1, refused: ["auditTaken"] });
    expect(await listActs(cast.scope, audit.id)).toEqual(["audit.taken"]);
  });

  it("is for owners and managers of the whole organization, and of nobody's own mystery visit", async () => {
    const audit = await cast.newAudit("submitted");
    for (const member of [cast.localManager, cast.consultant, cast.employeeMember]) {
      await expect(takeAudit(member.scope, audit.id)).rejects.toThrow(ForbiddenError);
    }
    const own = await cast.newAudit("submitted", { auditorMemberId: cast.manager.memberId });
    await expect(takeAudit(cast.manager.scope, own.id)).rejects.toThrow("auditOwnVisit");
    const observation = await cast.newAudit("submitted", {
      kind: "observation",
      auditorMemberId: cast.manager.memberId,
    });
    await takeAudit(cast.manager.scope, observation.id);
    const draft = await cast.newAudit("draft");
    await expect(takeAudit(cast.owner.scope, draft.id)).rejects.toThrow("auditNotSubmitted");
  });

  it("shows a manager the content only then; the queue says who, where and when", async () => {
    const audit = await cast.newAudit("submitted");
    const [row] = (await listAudits(cast.manager.scope, { tab: "review" })).rows.filter(
      ({ id }) => id === audit.id,
    );
    expect(row).toMatchObject({ hasContent: false, score: null, summary: null });
    expect((await getReview(cast.manager.scope, audit.id)).audit).toBeNull();
    await takeAudit(cast.manager.scope, audit.id);
    const review = await getReview(cast.manager.scope, audit.id);
    expect(review).toMatchObject({ isMine: true, head: { score: 100 } });
    expect(review.audit?.answers.greeted).toMatchObject({ number: 1 });
    await expect(getReview(cast.localManager.scope, audit.id)).rejects.toThrow(NotFoundError);
    // What was said and corrected tells of the content: released again, it is kept from the other managers as well.
    await correctAnswer(cast.manager.scope, {
      auditId: audit.id,
      itemKey: "greeted",
      basedOn: 1,
      value: toAnswerValue(false),
      reason: "Nobody greeted.",
    });
    await releaseAudit(cast.manager.scope, audit.id);
    const { audit: content, remarks, corrections } = await getReview(cast.manager.scope, audit.id);
    expect({ content, remarks, corrections }).toEqual({ content: null, remarks: [], corrections: [] });
  });

  it("is undone by whoever took it or an owner, and by nobody else", async () => {
    const audit = await cast.newAudit("in_review", { reviewerMemberId: cast.owner.memberId });
    await expect(releaseAudit(cast.manager.scope, audit.id)).rejects.toThrow("auditTaken");
    await releaseAudit(cast.secondOwner.scope, audit.id);
    await takeAudit(cast.manager.scope, audit.id);
    expect((await listActs(cast.scope, audit.id)).sort()).toEqual(["audit.released", "audit.taken"]);
  });
});

describe("sending back", () => {
  it("reaches the auditor with its remarks, who submits again, round by round", async () => {
    const audit = await cast.newAudit("in_review");
    const remarks = [
      { itemKey: "greeted", text: "Who greeted you?" },
      { itemKey: null, text: "Tell more of the end." },
    ];
    await returnAudit(cast.owner.scope, { auditId: audit.id, remarks });
    await expect(publishAudit(cast.owner.scope, audit.id)).rejects.toThrow("auditNotInReview");
    await submitAudit(cast.consultant.scope, { auditId: audit.id });
    await takeAudit(cast.owner.scope, audit.id);
    await returnAudit(cast.owner.scope, { auditId: audit.id, remarks: [{ itemKey: null, text: "Still." }] });
    const review = await getReview(cast.owner.scope, audit.id);
    expect(review.remarks.map(({ itemKey, round }) => [itemKey, round])).toEqual([
      ["greeted", 1],
      [null, 1],
      [null, 2],
    ]);
    const mails = (await listMails(cast.scope, audit.id)).filter(({ kind }) => kind === "auditReturned");
    expect(mails).toEqual(
      ["1", "2"].map((occasion) => ({
        kind: "auditReturned",
        memberId: cast.consultant.memberId,
        occasion,
      })),
    );
  });

  it("takes items of the form only", async () => {
    const audit = await cast.newAudit("in_review");
    const remarks = [{ itemKey: "elsewhere", text: "?" }];
    await expect(returnAudit(cast.owner.scope, { auditId: audit.id, remarks })).rejects.toThrow(
      NotFoundError,
    );
  });
});

describe("correcting", () => {
  it("keeps old and new, the reason and what it did to score and verdict", async () => {
    const audit = await cast.newAudit("in_review");
    // greeting 1 of 2 = 50, service 100: 75.
    expect(await correctAnswer(cast.owner.scope, { auditId: audit.id, basedOn: 1, ...wrong })).toEqual({
      scoreBefore: 100,
      scoreAfter: 75,
      failedBefore: false,
      failedAfter: false,
    });
    const failing = { itemKey: "honest", value: toAnswerValue(false), reason: "Wrong price." };
    await correctAnswer(cast.owner.scope, { auditId: audit.id, basedOn: 1, ...failing });
    const stored = await readConsistentAudit(cast.scope, audit.id);
    // service 4 of 5 points of two items of weight 1.
    expect(stored).toMatchObject({ score: 65, isFailed: true });
    expect(stored.answers.greeted).toMatchObject({ number: 0, revision: 2 });
    const corrections = await withScope(cast.scope, (tx) =>
      tx.auditCorrection.findMany({
        where: { organizationId: cast.scope.organizationId, auditId: audit.id },
        orderBy: { id: "asc" },
      }),
    );
    expect(corrections).toMatchObject([
      {
        oldValue: toAnswerValue(true),
        newValue: toAnswerValue(false),
        reason: wrong.reason,
        correctedByUserId: cast.owner.userId,
      },
      { scoreBefore: 75, scoreAfter: 65, failedBefore: false, failedAfter: true },
    ]);
  });

  it("refuses what is stale, the same, or no answer to the item", async () => {
    const audit = await cast.newAudit("in_review");
    const correct = (change: object) =>
      correctAnswer(cast.owner.scope, { auditId: audit.id, basedOn: 1, ...wrong, ...change });
    await expect(correct({ basedOn: 0 })).rejects.toThrow("auditAnswerChanged");
    await expect(correct({ value: toAnswerValue(true) })).rejects.toMatchObject({
      fields: { value: "auditAnswerSame" },
    });
    await expect(correct({ value: toAnswerValue("p4") })).rejects.toMatchObject({
      fields: { value: "auditAnswerUnfit" },
    });
    await expect(correct({ itemKey: "elsewhere" })).rejects.toThrow(NotFoundError);
    await expect(
      correctAnswer(cast.secondOwner.scope, { auditId: audit.id, basedOn: 1, ...wrong }),
    ).rejects.toThrow("auditTaken");
  });
});

describe("publication", () => {
  it("happens once, sets the deadlines and tells those concerned, once each", async () => {
    const audit = await cast.newAudit("in_review");
    const { worked, refused } = await race(
      () => publishAudit(cast.owner.scope, audit.id, { strengths: "Calm.", suggestions: null }),
      () => publishAudit(cast.owner.scope, audit.id),
    );
    expect({ worked, refused }).toEqual({ worked: 1, refused: ["auditPublishedAlready"] });
    const stored = await readConsistentAudit(cast.scope, audit.id);
    const day = 86_400_000;
    const since = (date: Date | null) =>
      Math.round(((date?.getTime() ?? 0) - cast.owner.scope.now.getTime()) / day);
    // The programme's 3 and 14 days.
    expect([since(stored.othersFrom), since(stored.appealUntil)]).toEqual([3, 14]);
    expect(await listActs(cast.scope, audit.id)).toEqual(["audit.published"]);
    const told = (await listMails(cast.scope, audit.id)).map(({ memberId }) => memberId);
    expect(told.sort()).toEqual(
      [cast.employeeMember.memberId, cast.localManager.memberId, cast.consultant.memberId].sort(),
    );
  });

  it("and a correction at the same time leave a score that fits the answers", async () => {
    for (let round = 0; round < 4; round += 1) {
      const audit = await cast.newAudit("in_review");
      const { refused } = await race(
        () => correctAnswer(cast.owner.scope, { auditId: audit.id, basedOn: 1, ...wrong }),
        () => publishAudit(cast.owner.scope, audit.id),
      );
      const stored = await readConsistentAudit(cast.scope, audit.id);
      expect(stored.status).toBe("published");
      expect(stored.score).toBe(refused.length > 0 ? 100 : 75);
      expect(refused.every((message) => message === "auditPublishedAlready")).toBe(true);
    }
  });

  it("ends the review: nothing is corrected, noted, sent back or released after it", async () => {
    const { id: auditId } = await cast.newAudit("published");
    const { scope } = cast.owner;
    const remarks = [{ itemKey: null, text: "?" }];
    await expect(correctAnswer(scope, { auditId, basedOn: 1, ...wrong })).rejects.toThrow(ConflictError);
    await expect(saveReviewNotes(scope, { auditId, strengths: "x", suggestions: null })).rejects.toThrow(
      ConflictError,
    );
    await expect(returnAudit(scope, { auditId, remarks })).rejects.toThrow(ConflictError);
    await expect(releaseAudit(scope, auditId)).rejects.toThrow(ConflictError);
  });
});

describe("the list", () => {
  it("has tabs of what a member has to do with", async () => {
    const fresh = await createReviewCast();
    const waiting = await fresh.newAudit("submitted");
    const back = await fresh.newAudit("returned");
    const named = await fresh.newAudit("published");
    const elsewhere = await fresh.newAudit("published", {
      locationId: fresh.otherLocation.id,
      employeeId: null,
    });
    const ids = async (member: { scope: typeof cast.scope }, filters: Parameters<typeof listAudits>[1]) =>
      (await listAudits(member.scope, filters)).rows.map(({ id }) => id).sort();
    expect(await ids(fresh.owner, { tab: "review" })).toEqual([waiting.id]);
    expect(await ids(fresh.owner, { tab: "returned" })).toEqual([back.id]);
    expect(await ids(fresh.owner, {})).toEqual([named.id, elsewhere.id].sort());
    expect(await ids(fresh.owner, { location: fresh.otherLocation.id })).toEqual([elsewhere.id]);
    expect(await ids(fresh.localManager, {})).toEqual([named.id]);
    expect(await ids(fresh.localManager, { tab: "review" })).toEqual([]);
    expect(await ids(fresh.employeeMember, {})).toEqual([named.id]);
    expect((await ids(fresh.consultant, { tab: "mine" })).length).toBe(4);
    // The mystery visitor may come again: the location does not learn the name.
    const [seen] = (await listAudits(fresh.employeeMember.scope)).rows;
    expect(seen?.auditor.name).toBe("");
    expect((await listAudits(fresh.owner.scope)).rows[0]?.auditor.name).not.toBe("");
  });
});
