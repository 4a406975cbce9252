import { describe, expect, test } from "vitest";
import { decideProposals } from "@/features/evaluation-cycles/raters/commands/decide-proposals";
import { nominateOwnPeople } from "@/features/evaluation-cycles/raters/commands/nominate-own-people";
import { nominateRater } from "@/features/evaluation-cycles/raters/commands/nominate-rater";
import { restoreRater } from "@/features/evaluation-cycles/raters/commands/restore-rater";
import { takeOffRater } from "@/features/evaluation-cycles/raters/commands/take-off-rater";
import { ForbiddenError, InvalidInputError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { querySql, setUpTestDatabase } from "../../database";
import { createCycle, createRating, createSubject } from "../../factories/evaluations";
import { createMember } from "../../factories/organization";
import { createCustomer, suppressAddress } from "../../factories/people";
import { ratingsOf, tellStory } from "./cast";

const database = setUpTestDatabase();

const peer = (subjectId: string, employeeId: string) => ({
  subjectId,
  raterGroup: "peer" as const,
  employeeId,
  customerId: null,
});
const stranger = (subjectId: string, email: string) => ({
  subjectId,
  raterGroup: "customer" as const,
  employeeId: null,
  customerId: null,
  name: "Somebody",
  email,
});
const reasonOf = async (call: Promise<unknown>) => {
  const error = await call.then(() => null).catch((thrown: unknown) => thrown);
  if (!(error instanceof InvalidInputError)) throw error ?? new Error("it worked");
  return Object.values(error.fields)[0];
};
const stateOf = async (ratingId: string, subjectId: string) => {
  const rating = (await ratingsOf(database.superuserUrl, subjectId)).find(({ id }) => id === ratingId);
  return rating && `${rating.status}${rating.withdrawn ? " withdrawn" : ""}`;
};

describe("nominating", () => {
  test("by the subject is a proposal that its manager approves or refuses", async () => {
    const { subject, employeeMember, localManager, newColleague } = await tellStory();
    const [one, two] = [await newColleague(), await newColleague()];
    const first = await nominateRater(employeeMember.scope, peer(subject.id, one.id));
    const second = await nominateRater(employeeMember.scope, peer(subject.id, two.id));
    expect([first.isProposal, second.isProposal]).toEqual([true, true]);
    const decide = (scope: Scope, ratingIds: string[], isApproved: boolean) =>
      decideProposals(scope, { subjectId: subject.id, ratingIds, isApproved });
    await expect(decide(employeeMember.scope, [first.ratingId], true)).rejects.toThrow(ForbiddenError);
    expect(await decide(localManager.scope, [first.ratingId], true)).toEqual({ decided: 1 });
    expect(await decide(localManager.scope, [first.ratingId, second.ratingId], false)).toEqual({
      decided: 1,
    });
    expect(await stateOf(first.ratingId, subject.id)).toBe("approved");
    expect(await stateOf(second.ratingId, subject.id)).toBe("refused");
    const invited = await ratingsOf(database.superuserUrl, subject.id);
    expect(invited.filter((rating) => rating.invited).map(({ group }) => group)).toEqual([
      "self",
      "manager",
      "peer",
    ]);
    // What the manager decided against, the subject does not bring back; the manager may.
    expect(await reasonOf(nominateRater(employeeMember.scope, peer(subject.id, two.id)))).toBe(
      "raterRefused",
    );
    await restoreRater(localManager.scope, { ratingId: second.ratingId });
    expect(await stateOf(second.ratingId, subject.id)).toBe("approved");
  });

  test("is for the subject, its named manager and organizers: to all others the subject does not exist", async () => {
    const world = await tellStory();
    const { organization, subject, cycle, owner, manager, localManager, consultant, newColleague } = world;
    const [otherLocal, colleague] = [
      await createMember(organization, "manager", { locationIds: [world.location.id] }),
      await createMember(organization, "employee", { employeeId: world.otherEmployee.id }),
    ];
    for (const { scope } of [otherLocal, colleague, consultant]) {
      await expect(nominateRater(scope, peer(subject.id, (await newColleague()).id))).rejects.toThrow(
        NotFoundError,
      );
    }
    for (const { scope } of [owner, manager, localManager]) {
      const { isProposal } = await nominateRater(scope, peer(subject.id, (await newColleague()).id));
      expect(isProposal).toBe(false);
    }
    // Where managers choose, the subject has nothing to do with it.
    const chosen = await createCycle(world.scope, { framework: cycle.framework, nominatedBy: "manager" });
    const own = await createSubject(world.scope, chosen, { employeeId: world.employee.id });
    const { id } = await newColleague();
    await expect(nominateRater(world.employeeMember.scope, peer(own.id, id))).rejects.toThrow(NotFoundError);
  });

  test("refuses who cannot rate, and says why", async () => {
    const { scope, subject, owner, employee, otherEmployee, employeeMember, newColleague } =
      await tellStory();
    const nominate = (input: Parameters<typeof nominateRater>[1]) => nominateRater(owner.scope, input);
    const colleague = await newColleague();
    const customer = await createCustomer(scope, { email: "asiakas@example.test" });
    expect(await reasonOf(nominate(peer(subject.id, employee.id)))).toBe("raterIsSubject");
    expect(await reasonOf(nominate(peer(subject.id, otherEmployee.id)))).toBe("raterWithoutAddress");
    await nominate(peer(subject.id, colleague.id));
    expect(await reasonOf(nominate(peer(subject.id, colleague.id)))).toBe("raterAlready");
    expect(await reasonOf(nominate({ ...peer(subject.id, colleague.id), raterGroup: "report" }))).toBe(
      "raterAlready",
    );
    expect(await reasonOf(nominate({ ...peer(subject.id, colleague.id), raterGroup: "customer" }))).toBe(
      "raterNotCustomer",
    );
    expect(await reasonOf(nominate({ ...peer(subject.id, colleague.id), raterGroup: "self" }))).toBe(
      "raterGroupUnused",
    );
    expect(await reasonOf(nominate(stranger(subject.id, colleague.email as string)))).toBe(
      "raterAddressOfColleague",
    );
    expect(await reasonOf(nominate(stranger(subject.id, employeeMember.email.toUpperCase())))).toBe(
      "raterAddressOfColleague",
    );
    await nominate({ ...stranger(subject.id, ""), customerId: customer.id });
    expect(await reasonOf(nominate(stranger(subject.id, "asiakas@example.test")))).toBe("raterAlready");
    const declined = await createRating(scope, subject, {
      group: "customer",
      status: "declined",
      email: "no@x.test",
    });
    expect(declined.id).toBeTruthy();
    expect(await reasonOf(nominate(stranger(subject.id, "no@x.test")))).toBe("raterDeclined");
  });

  test("stops at the group's maximum", async () => {
    const { subject, cycle, owner, newColleague } = await tellStory();
    await querySql(
      database.superuserUrl,
      "update evaluation_cycle_groups set maximum = 1 where cycle_id = $1 and rater_group = 'peer'",
      [cycle.id],
    );
    const [one, two] = [await newColleague(), await newColleague()];
    const { ratingId } = await nominateRater(owner.scope, peer(subject.id, one.id));
    expect(await reasonOf(nominateRater(owner.scope, peer(subject.id, two.id)))).toBe("raterGroupFull");
    await takeOffRater(owner.scope, { ratingId });
    await nominateRater(owner.scope, peer(subject.id, two.id));
    await expect(restoreRater(owner.scope, { ratingId })).rejects.toThrow("raterGroupFull");
  });

  test("the same person for two subjects is one rater with one link", async () => {
    const { scope, subject, cycle, owner, otherEmployee, newColleague } = await tellStory();
    const second = await createSubject(scope, cycle, { employeeId: otherEmployee.id });
    const colleague = await newColleague();
    await nominateRater(owner.scope, peer(subject.id, colleague.id));
    await nominateRater(owner.scope, peer(second.id, colleague.id));
    const raters = [
      ...(await ratingsOf(database.superuserUrl, subject.id)),
      ...(await ratingsOf(database.superuserUrl, second.id)),
    ].filter(({ group }) => group === "peer");
    expect(new Set(raters.map(({ raterId }) => raterId)).size).toBe(1);
  });
});

describe("a team's or location's own people", () => {
  test("are added at once, those with an address, and once; nobody when they are too many", async () => {
    const { scope, cycle, location, employee, owner, localManager, newColleague } = await tellStory();
    const [one, two] = [await newColleague(), await newColleague()];
    await suppressAddress(scope, two.email as string, "undeliverable");
    const { id } = await createSubject(scope, cycle, {
      kind: "location",
      locationId: location.id,
      managerMemberId: localManager.memberId,
    });
    const maximum = (most: number) =>
      querySql(
        database.superuserUrl,
        "update evaluation_cycle_groups set maximum = $2 where cycle_id = $1 and rater_group = 'member'",
        [cycle.id, most],
      );
    await maximum(1);
    await expect(nominateOwnPeople(localManager.scope, { subjectId: id })).rejects.toThrow("raterGroupFull");
    await maximum(5);
    expect(await nominateOwnPeople(localManager.scope, { subjectId: id })).toEqual({ added: 2 });
    expect(await nominateOwnPeople(owner.scope, { subjectId: id })).toEqual({ added: 0 });
    const listed = (await ratingsOf(database.superuserUrl, id)).filter(({ group }) => group === "member");
    expect(new Set(listed.map(({ name }) => name))).toEqual(new Set([employee.name, one.name]));
    const outside = { ...stranger(id, "x@x.test"), raterGroup: "member" as const };
    expect(await reasonOf(nominateRater(owner.scope, outside))).toBe("raterNotEmployee");
    expect(await reasonOf(nominateRater(owner.scope, peer(id, one.id)))).toBe("raterIsOwnPerson");
  });
});

describe("taking off", () => {
  test("does not tell who has answered: what was sent stays, and both come back the same way", async () => {
    const { scope, subject, owner } = await tellStory();
    const answers = { p1: 3, p2: 3, c1: 3, c2: 3 };
    const sent = await createRating(scope, subject, { group: "peer", answers });
    const open = await createRating(scope, subject, { group: "peer", status: "approved" });
    for (const { id } of [sent, open]) await takeOffRater(owner.scope, { ratingId: id });
    expect(await stateOf(sent.id, subject.id)).toBe("submitted withdrawn");
    expect(await stateOf(open.id, subject.id)).toBe("approved withdrawn");
    for (const { id } of [sent, open]) await restoreRater(owner.scope, { ratingId: id });
    expect(await stateOf(sent.id, subject.id)).toBe("submitted");
    expect(await stateOf(open.id, subject.id)).toBe("approved");
  });

  test("forgets proposals and raters who were never asked", async () => {
    const { subject, employeeMember, owner, newColleague } = await tellStory({ status: "nomination" });
    const [one, two] = [await newColleague(), await newColleague()];
    const proposed = await nominateRater(employeeMember.scope, peer(subject.id, one.id));
    const chosen = await nominateRater(owner.scope, peer(subject.id, two.id));
    await expect(takeOffRater(employeeMember.scope, { ratingId: chosen.ratingId })).rejects.toThrow(
      ForbiddenError,
    );
    await takeOffRater(employeeMember.scope, { ratingId: proposed.ratingId });
    await takeOffRater(owner.scope, { ratingId: chosen.ratingId });
    expect(await ratingsOf(database.superuserUrl, subject.id)).toEqual([]);
  });
});
