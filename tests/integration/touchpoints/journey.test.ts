import { expect, it } from "vitest";
import { archiveTouchpoint } from "@/features/touchpoints/commands/archive-touchpoint";
import { createJourneyFromTemplate } from "@/features/touchpoints/commands/create-journey-from-template";
import { createTouchpoint } from "@/features/touchpoints/commands/create-touchpoint";
import { deleteTouchpoint } from "@/features/touchpoints/commands/delete-touchpoint";
import { moveTouchpoint } from "@/features/touchpoints/commands/move-touchpoint";
import { restoreTouchpoint } from "@/features/touchpoints/commands/restore-touchpoint";
import { updateTouchpoint } from "@/features/touchpoints/commands/update-touchpoint";
import { listJourney } from "@/features/touchpoints/queries/list-journey";
import { listTouchpointOptions } from "@/features/touchpoints/queries/list-touchpoint-options";
import type { TouchpointInput } from "@/features/touchpoints/schema";
import { withScope } from "@/server/database";
import { ConflictError, ForbiddenError, InvalidInputError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createEncounter } from "../../factories/encounters";
import { createMember, createOrganization } from "../../factories/organization";
import { createSmallOrganization } from "../../factories/small-organization";

setUpTestDatabase();

const input = (overrides: Partial<TouchpointInput> = {}): TouchpointInput => ({
  name: "Palvelutiski",
  publicNameFi: "Palvelutiski",
  publicNameSv: null,
  publicNameEn: "Service desk",
  stage: "during",
  channel: "in_person",
  isCritical: true,
  ...overrides,
});

async function createOwner(): Promise<Scope> {
  return (await createMember(await createOrganization(), "owner")).scope;
}

async function namesByStage(scope: Scope) {
  const options = await listTouchpointOptions(scope);
  return Object.fromEntries(
    (["before", "during", "after"] as const).map((stage) => [
      stage,
      options.filter((option) => option.stage === stage).map((option) => option.name),
    ]),
  );
}

it("keeps what was written and puts a new touchpoint last in its stage", async () => {
  const owner = await createOwner();
  await createTouchpoint(owner, input({ name: "A" }));
  await createTouchpoint(owner, input({ name: "B", stage: "before", channel: "web", isCritical: false }));
  await createTouchpoint(owner, input({ name: "C" }));
  expect(await namesByStage(owner)).toEqual({ before: ["B"], during: ["A", "C"], after: [] });
  const [, first] = await listJourney(owner);
  expect(first).toMatchObject({
    name: "A",
    publicNames: { fi: "Palvelutiski", en: "Service desk" },
    stage: "during",
    channel: "in_person",
    isCritical: true,
    isArchived: false,
    isUsed: false,
  });
});

it("moves within a stage and to another one, and each move can be taken back", async () => {
  const owner = await createOwner();
  const ids: Record<string, string> = {};
  for (const name of ["A", "B", "C"]) ids[name] = (await createTouchpoint(owner, input({ name }))).id;
  const id = (name: string) => ids[name] as string;

  const back = await moveTouchpoint(owner, { id: id("C"), stage: "during", beforeId: id("A") });
  expect((await namesByStage(owner)).during).toEqual(["C", "A", "B"]);
  await moveTouchpoint(owner, back);
  expect((await namesByStage(owner)).during).toEqual(["A", "B", "C"]);

  const backFromAfter = await moveTouchpoint(owner, { id: id("B"), stage: "after", beforeId: null });
  expect(await namesByStage(owner)).toEqual({ before: [], during: ["A", "C"], after: ["B"] });
  expect(backFromAfter).toEqual({ id: id("B"), stage: "during", beforeId: id("C") });
  await moveTouchpoint(owner, backFromAfter);
  expect((await namesByStage(owner)).during).toEqual(["A", "B", "C"]);
});

it("keeps every touchpoint at a place of its own when many people move at once", async () => {
  const owner = await createOwner();
  const ids: string[] = [];
  for (const name of ["A", "B", "C", "D", "E", "F"])
    ids.push((await createTouchpoint(owner, input({ name }))).id);
  await Promise.all(
    ids.flatMap((id, index) => [
      moveTouchpoint(owner, { id, stage: "during", beforeId: ids[(index + 3) % 6] as string }),
      moveTouchpoint(owner, { id, stage: index % 2 === 0 ? "after" : "during", beforeId: null }),
    ]),
  );
  const rows = await withScope(owner, (tx) =>
    tx.touchpoint.findMany({
      where: { organizationId: owner.organizationId },
      select: { id: true, stage: true, position: true },
    }),
  );
  expect(rows.map((row) => row.id).sort()).toEqual([...ids].sort());
  expect(new Set(rows.map((row) => `${row.stage} ${row.position}`)).size).toBe(6);
});

it("goes to the end of the stage when the one to stand before was archived meanwhile", async () => {
  const owner = await createOwner();
  const a = await createTouchpoint(owner, input({ name: "A" }));
  const b = await createTouchpoint(owner, input({ name: "B" }));
  const c = await createTouchpoint(owner, input({ name: "C" }));
  await archiveTouchpoint(owner, b.id);
  await moveTouchpoint(owner, { id: a.id, stage: "during", beforeId: b.id });
  expect((await namesByStage(owner)).during).toEqual(["C", "A"]);
  await expect(moveTouchpoint(owner, { id: b.id, stage: "after", beforeId: null })).rejects.toThrow(
    ConflictError,
  );
  await restoreTouchpoint(owner, b.id);
  expect((await namesByStage(owner)).during).toContain("B");
  expect(c.id).toBeTruthy();
});

it("refuses a name that another touchpoint in use has, at the field", async () => {
  const owner = await createOwner();
  const first = await createTouchpoint(owner, input({ name: "Kassa" }));
  const second = await createTouchpoint(owner, input({ name: "Nouto" }));
  const taken = { fields: { name: "nameTaken" } };
  await expect(createTouchpoint(owner, input({ name: "KASSA" }))).rejects.toMatchObject(taken);
  await expect(updateTouchpoint(owner, { id: second.id, ...input({ name: "kassa" }) })).rejects.toMatchObject(
    taken,
  );
  await updateTouchpoint(owner, { id: first.id, ...input({ name: "Kassa", isCritical: false }) });
  await archiveTouchpoint(owner, first.id);
  await createTouchpoint(owner, input({ name: "Kassa" }));
  await expect(restoreTouchpoint(owner, first.id)).rejects.toThrow(ConflictError);
});

it("lets only one of two people take a name at the same moment", async () => {
  const owner = await createOwner();
  const results = await Promise.allSettled([
    createTouchpoint(owner, input({ name: "Kassa" })),
    createTouchpoint(owner, input({ name: "Kassa" })),
  ]);
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find((result) => result.status === "rejected")?.reason).toBeInstanceOf(InvalidInputError);
});

it("deletes only while nothing points to it", async () => {
  const { owner, scope, touchpoint, otherTouchpoint, attribution } = await createSmallOrganization();
  await createEncounter(scope, attribution);
  const journey = await listJourney(owner.scope);
  expect(journey.find((one) => one.id === touchpoint.id)?.isUsed).toBe(true);
  expect(journey.find((one) => one.id === otherTouchpoint.id)?.isUsed).toBe(false);
  await expect(deleteTouchpoint(owner.scope, touchpoint.id)).rejects.toThrow(ConflictError);
  await deleteTouchpoint(owner.scope, otherTouchpoint.id);
  expect((await listJourney(owner.scope)).map((one) => one.id)).toEqual([touchpoint.id]);
});

it("is read by managers limited to locations and changed by those who see everything", async () => {
  const { localManager, manager, touchpoint } = await createSmallOrganization();
  expect((await listJourney(localManager.scope)).map((one) => one.id)).toContain(touchpoint.id);
  const move = { id: touchpoint.id, stage: "after" as const, beforeId: null };
  await expect(moveTouchpoint(localManager.scope, move)).rejects.toThrow(ForbiddenError);
  await expect(createTouchpoint(localManager.scope, input())).rejects.toThrow(ForbiddenError);
  await expect(archiveTouchpoint(localManager.scope, touchpoint.id)).rejects.toThrow(ForbiddenError);
  await moveTouchpoint(manager.scope, move);
});

it("is of one organization alone", async () => {
  const here = await createSmallOrganization();
  const there = await createSmallOrganization();
  const { scope } = here.owner;
  const foreign = there.touchpoint.id;
  await expect(moveTouchpoint(scope, { id: foreign, stage: "after", beforeId: null })).rejects.toThrow(
    NotFoundError,
  );
  await expect(
    moveTouchpoint(scope, { id: here.touchpoint.id, stage: "after", beforeId: foreign }),
  ).rejects.toThrow(NotFoundError);
  await expect(updateTouchpoint(scope, { id: foreign, ...input() })).rejects.toThrow(NotFoundError);
  await expect(archiveTouchpoint(scope, foreign)).rejects.toThrow(NotFoundError);
  await expect(restoreTouchpoint(scope, foreign)).rejects.toThrow(NotFoundError);
  await expect(deleteTouchpoint(scope, foreign)).rejects.toThrow(NotFoundError);
  expect((await listJourney(scope)).map((one) => one.id)).not.toContain(foreign);
  // The same name is free in another organization.
  await createTouchpoint(scope, input({ name: there.touchpoint.name }));
});

it("starts from a ready journey in the organization's language, once", async () => {
  const organization = await createOrganization({ language: "sv" });
  const owner = (await createMember(organization, "owner")).scope;
  await createTouchpoint(owner, input({ name: "Lånediskussion", stage: "before" }));
  const { created } = await createJourneyFromTemplate(owner, "bank_branch");
  expect(created).toBe(9);
  const stages = await namesByStage(owner);
  expect(stages.before?.[0]).toBe("Lånediskussion");
  expect(stages.during).toContain("Servicedisk");
  const desk = (await listJourney(owner)).find((one) => one.name === "Servicedisk");
  expect(desk?.publicNames).toEqual({ fi: "Palvelutiski", sv: "Servicedisk", en: "Service desk" });
  expect(await createJourneyFromTemplate(owner, "bank_branch")).toEqual({ created: 0 });
});
