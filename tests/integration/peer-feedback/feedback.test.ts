import { beforeAll, describe, expect, it } from "vitest";
import { deleteEncounter } from "@/features/encounters/commands/delete-encounter";
import { archiveMember } from "@/features/organizations/commands/archive-member";
import { answerFeedbackRequest } from "@/features/peer-feedback/commands/answer-feedback-request";
import { declineFeedbackRequest } from "@/features/peer-feedback/commands/decline-feedback-request";
import { giveFeedback } from "@/features/peer-feedback/commands/give-feedback";
import { markFeedbackRead } from "@/features/peer-feedback/commands/mark-feedback-read";
import { requestFeedback } from "@/features/peer-feedback/commands/request-feedback";
import { shareFeedback } from "@/features/peer-feedback/commands/share-feedback";
import { withdrawFeedbackRequest } from "@/features/peer-feedback/commands/withdraw-feedback-request";
import { countFeedback } from "@/features/peer-feedback/queries/count-feedback";
import { getFeedbackRequest } from "@/features/peer-feedback/queries/get-feedback-request";
import { listEncounterChoices } from "@/features/peer-feedback/queries/list-encounter-choices";
import { listFeedback } from "@/features/peer-feedback/queries/list-feedback";
import { listOwnManagers } from "@/features/peer-feedback/queries/list-own-managers";
import { searchColleagues } from "@/features/peer-feedback/queries/search-colleagues";
import { writeFeedbackMail } from "@/features/peer-feedback/queries/write-feedback-mail";
import { type FeedbackPart, feedbackInput } from "@/features/peer-feedback/schema";
import { archiveEmployee } from "@/features/people/commands/archive-employee";
import { withOwnPapers, withScope } from "@/server/database";
import { ConflictError, ForbiddenError, InvalidInputError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createEncounter } from "../../factories/encounters";
import { createMember } from "../../factories/organization";
import { createCustomer, createEmployee } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";

setUpTestDatabase();

let small: Awaited<ReturnType<typeof createSmallOrganization>>;
/** The employee of the small organization, a colleague beside, and one at the other location. */
let laura: Scope;
let antti: Scope;
let elina: Scope;
/** A manager who meets customers as well. */
let working: Scope;

async function employ(name: string, locationId: string, role: "employee" | "manager" = "employee") {
  const employee = await createEmployee(small.scope, { name, locationId });
  const options = { name, employeeId: employee.id };
  return (await createMember(small.organization, role, options)).scope;
}

beforeAll(async () => {
  small = await createSmallOrganization();
  laura = small.employeeMember.scope;
  antti = await employ("Antti", small.location.id);
  elina = await employ("Elina", small.otherLocation.id);
  working = await employ("Working Manager", small.location.id, "manager");
});

const employeeId = (scope: Scope) => scope.employeeId as string;
const nothingMore = { encounterId: null, behaviourId: null };
const give = (from: Scope, to: Scope, worked = "You waited.") =>
  giveFeedback(from, { ...nothingMore, colleagueId: employeeId(to), worked, toTry: null });
const ask = (who: Scope, whom: Scope, question: string | null = null) =>
  requestFeedback(who, { ...nothingMore, colleagueId: employeeId(whom), question });
const idsOf = async (scope: Scope, part: FeedbackPart) =>
  (await listFeedback(scope, part)).rows.map(({ id }) => id);
const PARTS: FeedbackPart[] = ["received", "waiting", "asked", "given", "shared"];
const everything = async (scope: Scope) =>
  (await Promise.all(PARTS.map((part) => idsOf(scope, part)))).flat();

describe("given without being asked", () => {
  it("is read by giver and receiver, and by nobody else in the organization", async () => {
    const { id } = await give(antti, laura, "You repeated what she asked for.");
    expect((await listFeedback(laura, "received")).rows[0]).toMatchObject({
      id,
      giverName: "Antti",
      worked: "You repeated what she asked for.",
      isUnread: true,
    });
    expect((await listFeedback(antti, "given")).rows[0]).toMatchObject({ id, isUnread: false });
    for (const member of [small.owner, small.manager, small.localManager]) {
      expect(await everything(member.scope)).not.toContain(id);
    }
    for (const scope of [elina, working]) expect(await everything(scope)).not.toContain(id);
    // Not even a query that forgot to ask whose it is.
    for (const scope of [small.owner.scope, elina]) {
      expect(await withScope(scope, (tx) => tx.peerFeedback.count({ where: { id } }))).toBe(0);
      expect(await withOwnPapers(scope, (tx) => tx.peerFeedback.count({ where: { id } }))).toBe(0);
    }
  });

  it("tells the receiver by mail that it is there, and nothing of what it says", async () => {
    const { id } = await give(antti, laura, "Secret words");
    const mails = await withScope(small.scope, (tx) =>
      tx.memberMail.findMany({ where: { subjectId: id }, select: { kind: true, memberId: true } }),
    );
    expect(mails).toEqual([{ kind: "feedbackReceived", memberId: small.employeeMember.memberId }]);
    const mail = {
      id,
      kind: "feedbackReceived" as const,
      subjectId: id,
      occasion: "",
      attempts: 0,
      reader: { memberId: "", userId: "", name: "Laura", email: "", language: "fi" },
    };
    const text = await writeFeedbackMail(laura, mail);
    expect(text?.subject).toBe("Antti antoi sinulle palautetta");
    expect(JSON.stringify(text)).not.toContain("Secret");
    expect(await writeFeedbackMail(elina, mail)).toBeNull();
    await markFeedbackRead(laura, [id]);
    expect(await writeFeedbackMail(laura, mail)).toBeNull();
  });

  it("is marked as read by its receiver alone, and the giver is not told", async () => {
    const { id } = await give(antti, laura);
    await markFeedbackRead(antti, [id]);
    await markFeedbackRead(elina, [id]);
    const found = async (scope: Scope, part: FeedbackPart) =>
      (await listFeedback(scope, part)).rows.find((row) => row.id === id);
    expect(await found(laura, "received")).toMatchObject({ isUnread: true });
    const unread = (await countFeedback(laura)).unread;
    const before = await found(antti, "given");
    await markFeedbackRead(laura, [id]);
    expect(await found(laura, "received")).toMatchObject({ isUnread: false });
    expect((await countFeedback(laura)).unread).toBe(unread - 1);
    expect(await found(antti, "given")).toEqual(before);
  });

  it("needs words, and somebody else who can read them", async () => {
    expect(
      feedbackInput.safeParse({ colleagueId: employeeId(antti), worked: "  " }).error?.issues,
    ).toMatchObject([{ path: ["worked"], message: "feedbackNothingWritten" }]);
    await expect(give(laura, laura)).rejects.toMatchObject({ fields: { colleagueId: "notYourself" } });
    const toAccountless = {
      ...nothingMore,
      colleagueId: small.otherEmployee.id,
      worked: "Good",
      toTry: null,
    };
    await expect(giveFeedback(laura, toAccountless)).rejects.toThrow(InvalidInputError);
    await expect(giveFeedback(laura, { ...toAccountless, colleagueId: crypto.randomUUID() })).rejects.toThrow(
      NotFoundError,
    );
    await expect(give(small.owner.scope, laura)).rejects.toThrow(ForbiddenError);
  });
});

describe("asked for", () => {
  it("waits, is answered once, and then is a feedback like any other", async () => {
    const { id } = await ask(laura, antti, "Was I clear?");
    expect(await idsOf(laura, "waiting")).toContain(id);
    expect(await getFeedbackRequest(antti, id)).toMatchObject({ question: "Was I clear?" });
    await expect(getFeedbackRequest(laura, id)).rejects.toThrow(NotFoundError);
    await expect(ask(laura, antti)).rejects.toThrow(ConflictError);

    const answer = { id, behaviourId: null, worked: null, toTry: "Say the price first." };
    for (const scope of [laura, elina]) {
      await expect(answerFeedbackRequest(scope, answer)).rejects.toThrow(NotFoundError);
    }
    await answerFeedbackRequest(antti, answer);
    await expect(answerFeedbackRequest(antti, answer)).rejects.toThrow(ConflictError);
    await expect(declineFeedbackRequest(antti, id)).rejects.toThrow(ConflictError);
    await expect(withdrawFeedbackRequest(laura, id)).rejects.toThrow(ConflictError);
    expect(await idsOf(laura, "waiting")).not.toContain(id);
    expect(await idsOf(laura, "received")).toContain(id);
    expect(await idsOf(antti, "asked")).not.toContain(id);
    // And may be asked again.
    await withdrawFeedbackRequest(laura, (await ask(laura, antti)).id);
  });

  it("may be left unanswered or taken back", async () => {
    const declined = await ask(laura, elina);
    await declineFeedbackRequest(elina, declined.id);
    expect((await listFeedback(laura, "waiting")).rows).toMatchObject([{ status: "declined" }]);
    await expect(withdrawFeedbackRequest(elina, declined.id)).rejects.toThrow(NotFoundError);
    await withdrawFeedbackRequest(laura, declined.id);

    const { id } = await ask(laura, elina);
    await withdrawFeedbackRequest(laura, id);
    await expect(getFeedbackRequest(elina, id)).rejects.toThrow(NotFoundError);
    expect(await everything(laura)).not.toContain(id);
    await expect(withdrawFeedbackRequest(laura, id)).rejects.toThrow(NotFoundError);
  });

  it("twice at once is asked once", async () => {
    const results = await Promise.allSettled([ask(laura, antti), ask(laura, antti)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("shown to managers", () => {
  it("reaches those of the receiver's location, by name, until it is taken back", async () => {
    const { id } = await give(elina, laura, "Shown words");
    for (const scope of [elina, antti]) {
      await expect(shareFeedback(scope, { id, isShared: true })).rejects.toThrow(NotFoundError);
    }
    const elsewhere = await createMember(small.organization, "manager", {
      name: "Elsewhere",
      locationIds: [small.otherLocation.id],
    });
    await shareFeedback(laura, { id, isShared: true });
    await shareFeedback(laura, { id, isShared: true });
    for (const scope of [small.manager.scope, small.localManager.scope, working]) {
      expect((await listFeedback(scope, "shared")).rows).toMatchObject([
        { id, giverName: "Elina", worked: "Shown words" },
      ]);
    }
    // "The manager" twice is the name of both of the small organization's.
    expect(await listOwnManagers(laura)).toEqual(["The manager", "The manager", "Working Manager"]);
    for (const scope of [elsewhere.scope, small.owner.scope, antti, small.consultant.scope]) {
      expect(await idsOf(scope, "shared")).toEqual([]);
    }
    // The giver is told; managers do not thereby write to it.
    expect((await listFeedback(elina, "given")).rows[0]?.sharedAt).not.toBeNull();
    await expect(
      withScope(small.manager.scope, (tx) =>
        tx.peerFeedback.updateMany({ where: { id }, data: { worked: "Other words" } }),
      ),
    ).rejects.toThrow();

    await shareFeedback(laura, { id, isShared: false });
    expect(await idsOf(small.localManager.scope, "shared")).toEqual([]);
  });

  it("never shows a manager the own feedback as somebody else's, nor that of whoever has left", async () => {
    const own = await give(laura, working);
    await shareFeedback(working, { id: own.id, isShared: true });
    expect(await idsOf(working, "shared")).toEqual([]);
    expect(await idsOf(small.manager.scope, "shared")).toEqual([own.id]);

    const leaving = await employ("Leaving", small.location.id);
    const { id } = await give(laura, leaving);
    await shareFeedback(leaving, { id, isShared: true });
    expect(await idsOf(small.manager.scope, "shared")).toContain(id);
    const asked = await ask(leaving, laura);
    await archiveEmployee(small.owner.scope, employeeId(leaving));
    expect(await idsOf(small.manager.scope, "shared")).not.toContain(id);
    expect(await idsOf(laura, "asked")).not.toContain(asked.id);
    await expect(give(laura, leaving)).rejects.toMatchObject({ fields: { colleagueId: "colleagueGone" } });
  });
});

it("does not go to another account with the employee's record", async () => {
  const leaver = await employ("Old Account", small.location.id);
  const { id } = await give(antti, leaver, "For one person");
  const shown = await give(antti, leaver, "Shown once");
  await shareFeedback(leaver, { id: shown.id, isShared: true });
  const asked = await ask(antti, leaver);
  await archiveMember(small.owner.scope, leaver.memberId as string);
  expect(await idsOf(small.manager.scope, "shared")).not.toContain(shown.id);
  const { scope: successor } = await createMember(small.organization, "employee", {
    employeeId: employeeId(leaver),
  });
  expect(await everything(successor)).toEqual([]);
  await expect(shareFeedback(successor, { id: shown.id, isShared: false })).rejects.toThrow(NotFoundError);
  await expect(declineFeedbackRequest(successor, asked.id)).rejects.toThrow(NotFoundError);
  expect(await withOwnPapers(successor, (tx) => tx.peerFeedback.count({ where: { id } }))).toBe(0);
  await withdrawFeedbackRequest(antti, asked.id);
  await archiveEmployee(small.owner.scope, employeeId(leaver));
  // Nor can it be handed over.
  await expect(
    withOwnPapers(antti, (tx) =>
      tx.peerFeedback.update({
        where: key(antti, id),
        data: { receiverMemberId: successor.memberId },
        select: { id: true },
      }),
    ),
  ).rejects.toThrow();
});

describe("about an encounter", () => {
  it("is about one that the writer may see, and never names the customer to the other one", async () => {
    const customer = await createCustomer(small.scope, { name: "Customer Name" });
    const occurredAt = new Date(laura.now.getTime() - 3600_000);
    const own = await createEncounter(small.scope, small.attribution, {
      occurredAt,
      customerId: customer.id,
    });
    const others = await createEncounter(
      small.scope,
      { ...small.attribution, employeeId: employeeId(elina), locationId: small.otherLocation.id },
      { occurredAt },
    );
    expect(await listEncounterChoices(laura, employeeId(elina))).toMatchObject([
      { id: own.id, customer: "Customer Name" },
    ]);
    const seen = async (scope: Scope) =>
      (await listEncounterChoices(scope, employeeId(elina))).map(({ id }) => id);
    expect(await seen(small.manager.scope)).toEqual([others.id]);
    expect(await seen(small.localManager.scope)).toEqual([]);
    expect(await seen(small.consultant.scope)).toEqual([]);

    const about = (encounterId: string) =>
      requestFeedback(laura, {
        colleagueId: employeeId(elina),
        encounterId,
        behaviourId: null,
        question: null,
      });
    await expect(about(others.id as string)).rejects.toThrow(NotFoundError);
    const { id } = await about(own.id as string);
    const request = await getFeedbackRequest(elina, id);
    expect(request.encounter).toEqual({ occurredAt, touchpoint: small.touchpoint.name });
    expect(JSON.stringify(request)).not.toContain("Customer Name");
  });

  it("stays when the record is taken back by somebody who may not know of it", async () => {
    const encounter = await createEncounter(small.scope, small.attribution, {
      occurredAt: new Date(laura.now.getTime() - 3600_000),
    });
    const encounterId = encounter.id as string;
    const { id } = await giveFeedback(laura, {
      colleagueId: employeeId(antti),
      encounterId,
      behaviourId: null,
      worked: "Good",
      toTry: null,
    });
    await withOwnPapers(laura, (tx) =>
      tx.diaryEntry.createMany({
        data: {
          organizationId: laura.organizationId,
          employeeId: employeeId(laura),
          writerMemberId: laura.memberId as string,
          encounterId,
          happenedOn: laura.now,
          whatIDid: "I waited.",
          nextTime: "I ask.",
        },
      }),
    );
    await deleteEncounter(small.manager.scope, encounterId);
    expect((await listFeedback(antti, "received")).rows.find((row) => row.id === id)).toMatchObject({
      worked: "Good",
      encounter: null,
    });
  });
});

it("finds colleagues who can read it, the own place first; a consultant only whom he or she knows", async () => {
  const names = async (scope: Scope, query: string, withAccount: boolean) =>
    (await searchColleagues(scope, query, { withAccount })).map(({ label }) => label);
  expect(await names(laura, "", true)).toEqual(["Antti", "Working Manager", "Elina"]);
  expect(await names(laura, "eli", true)).toEqual(["Elina"]);
  expect(await names(laura, "", false)).toContain(small.otherEmployee.name);
  expect(await names(laura, "", false)).not.toContain(small.employee.name);
  expect(await names(small.consultant.scope, "El", false)).toEqual([]);
  expect(await names(small.consultant.scope, "Elin", false)).toEqual(["Elina"]);
});
