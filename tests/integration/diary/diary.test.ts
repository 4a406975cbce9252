import { beforeAll, describe, expect, test } from "vitest";
import { createDiaryEntry } from "@/features/diary/commands/create-diary-entry";
import { deleteDiaryEntry } from "@/features/diary/commands/delete-diary-entry";
import { shareDiaryEntry } from "@/features/diary/commands/share-diary-entry";
import { takeBackDiaryEntry } from "@/features/diary/commands/take-back-diary-entry";
import { updateDiaryEntry } from "@/features/diary/commands/update-diary-entry";
import { countSharedEntries } from "@/features/diary/queries/count-shared-entries";
import { getDiaryEntry } from "@/features/diary/queries/get-diary-entry";
import { getDiaryPatterns } from "@/features/diary/queries/get-diary-patterns";
import { listDiaryEntries } from "@/features/diary/queries/list-diary-entries";
import { listSharedEntries } from "@/features/diary/queries/list-shared-entries";
import { type DiaryEntryInput, diaryEntryInput } from "@/features/diary/schema";
import { deleteEncounter } from "@/features/encounters/commands/delete-encounter";
import { withScope } from "@/server/database";
import { key, makeScope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createEncounter } from "../../factories/encounters";
import { createMember } from "../../factories/organization";
import { createSmallOrganization } from "../../factories/small-organization";

setUpTestDatabase();
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
beforeAll(async () => {
  small = await createSmallOrganization();
});

const entry = (changes: Partial<DiaryEntryInput> = {}): DiaryEntryInput => ({
  happenedOn: "2026-01-15",
  encounterId: null,
  ownFeelingAtStart: null,
  ownFeelingAtEnd: null,
  customerFeelingAtStart: null,
  customerFeelingAtEnd: null,
  whatIDid: "I let her finish.",
  nextTime: "",
  ...changes,
});
const shownTo = async (member: { scope: Parameters<typeof listSharedEntries>[0] }) =>
  (await listSharedEntries(member.scope, 1)).rows.map(({ whatIDid }) => whatIDid);

describe("an entry", () => {
  test("is private, shown to one person on purpose with later changes, and taken back", async () => {
    const { employeeMember, manager, owner, localManager } = small;
    const { id } = await createDiaryEntry(employeeMember.scope, entry());
    expect(await shownTo(manager)).toEqual([]);

    await shareDiaryEntry(employeeMember.scope, { id, memberId: manager.memberId });
    await updateDiaryEntry(employeeMember.scope, { id, ...entry({ whatIDid: "I listened." }) });
    expect(await shownTo(manager)).toEqual(["I listened."]);
    expect(await shownTo(owner)).toEqual([]);
    expect(await shownTo(localManager)).toEqual([]);
    expect(await getDiaryEntry(employeeMember.scope, id)).toMatchObject({
      sharedWith: { memberId: manager.memberId },
    });

    // To another one: no longer to the first.
    await shareDiaryEntry(employeeMember.scope, { id, memberId: owner.memberId });
    expect(await shownTo(manager)).toEqual([]);
    expect(await shownTo(owner)).toEqual(["I listened."]);
    // Who has left cannot take it back any more: it is not shown until the person is here again.
    const archive = (archivedAt: Date | null) =>
      withScope(small.scope, (tx) =>
        tx.member.update({
          where: key(small.scope, employeeMember.memberId),
          data: { archivedAt },
          select: { id: true },
        }),
      );
    await archive(small.scope.now);
    expect([await shownTo(owner), await countSharedEntries(owner.scope)]).toEqual([[], 0]);
    await archive(null);
    expect([await shownTo(owner), await countSharedEntries(owner.scope)]).toEqual([["I listened."], 1]);
    await takeBackDiaryEntry(employeeMember.scope, id);
    expect(await shownTo(owner)).toEqual([]);
    await deleteDiaryEntry(employeeMember.scope, id);
    await expect(getDiaryEntry(employeeMember.scope, id)).rejects.toThrow("notFound");
  });

  test("is not changed, deleted or passed on by whom it is shown to", async () => {
    const { organization, employeeMember, otherEmployee, owner } = small;
    const reader = await createMember(organization, "employee", { employeeId: otherEmployee.id });
    const { id } = await createDiaryEntry(employeeMember.scope, entry());
    await shareDiaryEntry(employeeMember.scope, { id, memberId: reader.memberId });
    expect(await shownTo(reader)).toHaveLength(1);
    const tries = [
      () => updateDiaryEntry(reader.scope, { id, ...entry() }),
      () => deleteDiaryEntry(reader.scope, id),
      () => shareDiaryEntry(reader.scope, { id, memberId: owner.memberId }),
      () => takeBackDiaryEntry(reader.scope, id),
      () => getDiaryEntry(reader.scope, id),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toThrow("notFound");
    expect((await listDiaryEntries(reader.scope, 1)).rows).toEqual([]);
    await deleteDiaryEntry(employeeMember.scope, id);
  });

  test("is shown to nobody who may not open the diary, and not to oneself", async () => {
    const { employeeMember, consultant } = small;
    const { id } = await createDiaryEntry(employeeMember.scope, entry());
    for (const memberId of [consultant.memberId, employeeMember.memberId]) {
      await expect(shareDiaryEntry(employeeMember.scope, { id, memberId })).rejects.toThrow("notFound");
    }
    await deleteDiaryEntry(employeeMember.scope, id);
  });

  test("stays its writer's when another account is given the same employee", async () => {
    const { employee, employeeMember, owner } = small;
    const { id } = await createDiaryEntry(employeeMember.scope, entry());
    const asEmployee = makeScope({ ...owner.scope, employeeId: employee.id });
    expect((await listDiaryEntries(asEmployee, 1)).total).toBe(0);
    await expect(getDiaryEntry(asEmployee, id)).rejects.toThrow("notFound");
    await deleteDiaryEntry(employeeMember.scope, id);
  });

  test("outlives its encounter and does not hold on to it", async () => {
    const { scope, attribution, employeeMember, manager } = small;
    const encounter = await createEncounter(scope, attribution);
    const { id } = await createDiaryEntry(employeeMember.scope, entry({ encounterId: encounter.id }));
    expect(await getDiaryEntry(employeeMember.scope, id)).toMatchObject({ encounter: { id: encounter.id } });
    await deleteEncounter(manager.scope, encounter.id);
    expect(await getDiaryEntry(employeeMember.scope, id)).toMatchObject({ encounter: null });
    await deleteDiaryEntry(employeeMember.scope, id);
  });

  test("is of a day that has been, and says something", async () => {
    const tomorrow = new Date(Date.now() + 2 * 24 * 3600_000).toISOString().slice(0, 10);
    await expect(
      createDiaryEntry(small.employeeMember.scope, entry({ happenedOn: tomorrow })),
    ).rejects.toMatchObject({ fields: { happenedOn: "dayInFuture" } });
    expect(diaryEntryInput.safeParse(entry({ whatIDid: "  " })).error?.issues[0]?.message).toBe("diaryEmpty");
    expect(diaryEntryInput.safeParse(entry({ whatIDid: "", ownFeelingAtEnd: "calm" })).success).toBe(true);
    await expect(createDiaryEntry(small.owner.scope, entry())).rejects.toThrow("employeesOnly");
  });

  test("leaves nothing in the audit trail", async () => {
    const events = await withScope(small.scope, (tx) =>
      tx.activityEvent.findMany({
        where: { organizationId: small.scope.organizationId },
        select: { action: true },
      }),
    );
    expect(events.map(({ action }) => action)).toEqual(["encounter.deleted"]);
  });
});

test("patterns count one's own entries of the period", async () => {
  const { employeeMember } = small;
  const scope = makeScope({ ...employeeMember.scope, now: new Date("2026-06-30T12:00:00Z") });
  const write = (day: string, feelings: Partial<DiaryEntryInput>) =>
    createDiaryEntry(scope, entry({ happenedOn: day, ...feelings }));
  await write("2026-06-10", {
    ownFeelingAtStart: "worried",
    ownFeelingAtEnd: "calm",
    customerFeelingAtStart: "irritated",
    customerFeelingAtEnd: "content",
  });
  await write("2026-06-12", {
    ownFeelingAtStart: "calm",
    ownFeelingAtEnd: "glad",
    customerFeelingAtStart: "disappointed",
    customerFeelingAtEnd: "disappointed",
  });
  await write("2026-05-31", { ownFeelingAtStart: "neutral", ownFeelingAtEnd: "tired" });
  await write("2025-12-24", { customerFeelingAtEnd: "glad" });

  const patterns = await getDiaryPatterns(scope, "90");
  // Counted by hand from the three entries of the last 90 days.
  expect(patterns).toMatchObject({
    entries: 3,
    changes: { own: { better: 1, same: 1, worse: 1 }, customer: { better: 1, same: 1, worse: 0 } },
    afterUnpleasantStart: {
      entries: 2,
      own: { pleasant: 2, neutral: 0, unpleasant: 0 },
      customer: { pleasant: 1, neutral: 0, unpleasant: 1 },
    },
    months: [
      { month: "2026-06", entries: 2, own: { pleasant: 2, neutral: 0, unpleasant: 0 } },
      { month: "2026-05", entries: 1, own: { pleasant: 0, neutral: 0, unpleasant: 1 } },
    ],
  });
  expect(patterns.feelings).toContainEqual({ moment: "ownFeelingAtEnd", feeling: "glad", count: 1 });
  expect((await getDiaryPatterns(scope, "all")).entries).toBe(4);
  expect(
    (await getDiaryPatterns(makeScope({ ...scope, memberId: small.owner.memberId }), "all")).entries,
  ).toBe(0);
});
