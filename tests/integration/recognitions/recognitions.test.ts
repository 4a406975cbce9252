import { beforeAll, describe, expect, it } from "vitest";
import { archiveEmployee } from "@/features/people/commands/archive-employee";
import { eraseCustomer } from "@/features/people/commands/erase-customer";
import { removeThanks } from "@/features/recognitions/commands/remove-thanks";
import { setShownOnWall } from "@/features/recognitions/commands/set-shown-on-wall";
import { thankColleague } from "@/features/recognitions/commands/thank-colleague";
import { getShownOnWall } from "@/features/recognitions/queries/get-shown-on-wall";
import { listCommentChoices } from "@/features/recognitions/queries/list-comment-choices";
import { listRecognitions } from "@/features/recognitions/queries/list-recognitions";
import { writeThanksMail } from "@/features/recognitions/queries/write-thanks-mail";
import type { WallTab } from "@/features/recognitions/schema";
import { withScope } from "@/server/database";
import { ForbiddenError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createAnsweredEncounter } from "../../factories/encounters";
import { createMember } from "../../factories/organization";
import { createCustomer, createEmployee } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";
import { createPublishedSurvey } from "../../factories/surveys";

setUpTestDatabase();

let small: Awaited<ReturnType<typeof createSmallOrganization>>;
let laura: Scope;
let antti: Scope;

beforeAll(async () => {
  small = await createSmallOrganization();
  laura = small.employeeMember.scope;
  const employee = await createEmployee(small.scope, { name: "Antti", locationId: small.otherLocation.id });
  antti = (await createMember(small.organization, "employee", { name: "Antti", employeeId: employee.id }))
    .scope;
});

const nothingMore = { encounterId: null, responseId: null };
const thank = (from: Scope, colleagueId: string, more: { responseId?: string } = {}) =>
  thankColleague(from, { ...nothingMore, colleagueId, message: "You stayed calm.", ...more });
const list = async (scope: Scope, tab: WallTab = "wall", team: string | null = null) =>
  (await listRecognitions(scope, { tab, team })).rows;
const idsOf = async (scope: Scope, tab: WallTab = "wall", team: string | null = null) =>
  (await list(scope, tab, team)).map(({ id }) => id);
const setTeam = (teamId: string | null) =>
  withScope(small.scope, (tx) =>
    tx.employee.update({
      where: key(small.scope, small.employee.id),
      data: { teamId },
      select: { id: true },
    }),
  );

describe("the wall", () => {
  it("shows everybody's thanks to everybody, and a team's as it was then", async () => {
    const { id } = await thank(small.consultant.scope, small.employee.id);
    for (const member of [small.owner, small.localManager, small.consultant]) {
      expect(await idsOf(member.scope)).toContain(id);
    }
    expect(await idsOf(antti)).toContain(id);
    expect((await list(antti))[0]).toMatchObject({
      toName: small.employee.name,
      fromName: "The consultant",
      teamName: small.team.name,
      mayRemove: false,
    });
    expect(await idsOf(laura, "mine")).toContain(id);
    expect(await idsOf(small.consultant.scope, "given")).toEqual([id]);
    const other = await thank(laura, antti.employeeId as string);
    expect(await idsOf(antti, "wall", small.team.id)).toEqual([id]);
    await setTeam(null);
    expect(await idsOf(antti, "wall", small.team.id)).toEqual([id]);
    expect(await idsOf(antti)).toEqual([other.id, id]);
    await setTeam(small.team.id);
  });

  it("loses a person's thanks at once when the person opts out, and gets them back the same way", async () => {
    const { id } = await thank(antti, small.employee.id);
    expect(await getShownOnWall(laura)).toBe(true);
    await setShownOnWall(laura, false);
    for (const scope of [small.owner.scope, small.manager.scope, antti, laura]) {
      expect((await list(scope)).map(({ toName }) => toName)).not.toContain(small.employee.name);
      expect(await idsOf(scope, "wall", small.team.id)).toEqual([]);
    }
    // New ones do not get there either; giver and receiver keep theirs.
    const quiet = await thank(antti, small.employee.id);
    expect(await idsOf(small.owner.scope)).not.toContain(quiet.id);
    expect(await idsOf(laura, "mine")).toEqual(expect.arrayContaining([id, quiet.id]));
    expect((await list(antti, "given"))[0]).toMatchObject({ id: quiet.id, isOffWall: true });
    await expect(removeThanks(small.owner.scope, quiet.id)).rejects.toThrow(NotFoundError);
    await setShownOnWall(laura, true);
    expect(await idsOf(small.owner.scope)).toEqual(expect.arrayContaining([id, quiet.id]));
    await expect(setShownOnWall(small.owner.scope, false)).rejects.toThrow(ForbiddenError);
    expect(await getShownOnWall(small.owner.scope)).toBeNull();
  });

  it("has nobody on it who has left, and nobody who thanks himself or herself", async () => {
    const leaving = await createEmployee(small.scope, { locationId: small.location.id });
    const { id } = await thank(laura, leaving.id);
    expect(await idsOf(antti)).toContain(id);
    await archiveEmployee(small.owner.scope, leaving.id);
    expect(await idsOf(antti)).not.toContain(id);
    expect(await idsOf(laura, "given")).toContain(id);
    await expect(thank(laura, leaving.id)).rejects.toMatchObject({
      fields: { colleagueId: "colleagueGone" },
    });
    await expect(thank(laura, small.employee.id)).rejects.toMatchObject({
      fields: { colleagueId: "notYourself" },
    });
  });

  it("lets giver, receiver and owner remove thanks for good; the owner's act is in the audit trail", async () => {
    const acts = () =>
      withScope(small.scope, (tx) =>
        tx.activityEvent.findMany({ where: { subjectType: "recognition" }, select: { subjectId: true } }),
      );
    const [byGiver, byReceiver, byOwner] = [
      await thank(antti, small.employee.id),
      await thank(antti, small.employee.id),
      await thank(antti, small.employee.id),
    ];
    for (const scope of [small.manager.scope, small.consultant.scope]) {
      await expect(removeThanks(scope, byGiver.id)).rejects.toThrow(ForbiddenError);
    }
    await removeThanks(antti, byGiver.id);
    await removeThanks(laura, byReceiver.id);
    expect(await acts()).toEqual([]);
    await removeThanks(small.owner.scope, byOwner.id);
    expect(await acts()).toEqual([{ subjectId: byOwner.id }]);
    for (const { id } of [byGiver, byReceiver, byOwner]) {
      for (const scope of [antti, laura, small.owner.scope]) {
        for (const tab of ["wall", "mine", "given"] as const)
          expect(await idsOf(scope, tab)).not.toContain(id);
      }
      const kept = await withScope(small.scope, (tx) =>
        tx.recognition.findUnique({ where: key(small.scope, id), select: { message: true } }),
      );
      expect(kept).toEqual({ message: "" });
    }
    await expect(removeThanks(antti, byGiver.id)).rejects.toThrow(NotFoundError);
  });

  it("mails the receiver who it was, not what it says", async () => {
    const { id } = await thank(antti, small.employee.id);
    const mail = {
      id,
      kind: "thanked" as const,
      subjectId: id,
      occasion: "",
      attempts: 0,
      reader: { memberId: "", userId: "", name: "Laura", email: "", language: "fi" },
    };
    const text = await writeThanksMail(laura, mail);
    expect(text?.subject).toBe("Antti kiitti sinua");
    expect(JSON.stringify(text)).not.toContain("calm");
    expect(await writeThanksMail(small.manager.scope, mail)).toBeNull();
    await removeThanks(antti, id);
    expect(await writeThanksMail(laura, mail)).toBeNull();
  });
});

describe("a customer's comment", () => {
  const answer = async (more: { customerId?: string; isAnonymous?: boolean } = {}) => {
    const survey = more.isAnonymous
      ? await createPublishedSurvey(small.scope, {
          encounterTypeIds: [small.encounterType.id],
          isAnonymous: true,
        })
      : small.survey;
    const { response } = await createAnsweredEncounter(small.scope, small.attribution, survey, {
      score: 9,
      comment: "She listened.",
      answeredAt: new Date(laura.now.getTime() - 3600_000),
      customerId: more.customerId,
    });
    return response.id;
  };
  const choices = async (scope: Scope) =>
    (await listCommentChoices(scope, small.employee.id)).map(({ id }) => id);

  it("goes with thanks only from those who may read it, to whom it is about", async () => {
    const responseId = await answer();
    const elsewhere = await createMember(small.organization, "manager", {
      locationIds: [small.otherLocation.id],
    });
    for (const scope of [small.owner.scope, small.manager.scope, small.localManager.scope]) {
      expect(await choices(scope)).toContain(responseId);
    }
    for (const scope of [antti, elsewhere.scope, small.consultant.scope]) {
      expect(await choices(scope)).not.toContain(responseId);
      await expect(thank(scope, small.employee.id, { responseId })).rejects.toThrow(NotFoundError);
    }
    await expect(thank(small.manager.scope, small.otherEmployee.id, { responseId })).rejects.toThrow(
      NotFoundError,
    );
    const { id } = await thank(small.manager.scope, small.employee.id, { responseId });
    const comment = async (scope: Scope) => (await list(scope)).find((row) => row.id === id)?.comment;
    expect(await comment(antti)).toEqual({ text: "She listened.", language: "en" });
    // Those who come from outside read no customer's words.
    expect(await comment(small.consultant.scope)).toBeNull();
    // The own comment, shared with a colleague who helped.
    await thank(laura, antti.employeeId as string, { responseId });
  });

  it("is never an anonymous answer's", async () => {
    const responseId = await answer({ isAnonymous: true });
    expect(await choices(small.owner.scope)).not.toContain(responseId);
    await expect(thank(small.owner.scope, small.employee.id, { responseId })).rejects.toThrow(NotFoundError);
  });

  it("disappears from the wall with the customer who is erased, and with the answer itself", async () => {
    const customer = await createCustomer(small.scope);
    const responseId = await answer({ customerId: customer.id });
    const { id } = await thank(small.manager.scope, small.employee.id, { responseId });
    const found = async () => (await list(antti)).find((row) => row.id === id);
    expect((await found())?.comment).not.toBeNull();
    await eraseCustomer(small.owner.scope, customer.id);
    expect(await found()).toMatchObject({ message: "You stayed calm.", comment: null });
    await withScope(small.scope, async (tx) => {
      await tx.answer.deleteMany({ where: { responseId } });
      await tx.response.delete({ where: key(small.scope, responseId), select: { id: true } });
    });
    expect(await found()).toMatchObject({ comment: null });
  });
});
