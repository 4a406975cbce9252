import { expect, it } from "vitest";
import { archiveEncounterType } from "@/features/touchpoints/commands/archive-encounter-type";
import { createEncounterType } from "@/features/touchpoints/commands/create-encounter-type";
import { deleteEncounterType } from "@/features/touchpoints/commands/delete-encounter-type";
import { restoreEncounterType } from "@/features/touchpoints/commands/restore-encounter-type";
import { updateEncounterType } from "@/features/touchpoints/commands/update-encounter-type";
import { listEncounterTypeOptions } from "@/features/touchpoints/queries/list-encounter-type-options";
import { listEncounterTypes } from "@/features/touchpoints/queries/list-encounter-types";
import { encounterTypeListInput } from "@/features/touchpoints/schema";
import { ConflictError, ForbiddenError, NotFoundError } from "@/server/errors";
import { setUpTestDatabase } from "../../database";
import { createEncounter } from "../../factories/encounters";
import { createMember, createOrganization } from "../../factories/organization";
import { createSmallOrganization } from "../../factories/small-organization";

setUpTestDatabase();
const list = (values: Record<string, string> = {}) => encounterTypeListInput.parse(values);

it("lists by name as Finns sort, searched, filtered and paged", async () => {
  const owner = (await createMember(await createOrganization(), "owner")).scope;
  for (const name of ["Öljynvaihto", "Zoomaus", "Ärtymys", "Asiakaspalaveri", "Åbo"]) {
    await createEncounterType(owner, { name, description: name === "Åbo" ? "100 % etänä" : null });
  }
  const names = async (values: Record<string, string> = {}) =>
    (await listEncounterTypes(owner, list(values))).rows.map((row) => row.name);
  expect(await names()).toEqual(["Asiakaspalaveri", "Zoomaus", "Åbo", "Ärtymys", "Öljynvaihto"]);
  expect(await names({ q: "palav" })).toEqual(["Asiakaspalaveri"]);
  // A percent sign is searched for, it does not stand for anything.
  expect(await names({ q: "100 %" })).toEqual(["Åbo"]);
  expect(await names({ q: "%" })).toEqual(["Åbo"]);
  const [first] = (await listEncounterTypes(owner, list())).rows;
  await archiveEncounterType(owner, first?.id as string);
  expect(await names()).not.toContain("Asiakaspalaveri");
  expect(await names({ archived: "yes" })).toEqual(["Asiakaspalaveri"]);
  expect(await names({ archived: "all" })).toHaveLength(5);
  expect(await listEncounterTypes(owner, list({ page: "7" }))).toMatchObject({ total: 4, page: 1 });
  expect((await listEncounterTypeOptions(owner)).map((option) => option.name)).not.toContain(
    "Asiakaspalaveri",
  );
  expect(await listEncounterTypeOptions(owner, { includeArchived: true })).toHaveLength(5);
});

it("finds types without a description", async () => {
  const owner = (await createMember(await createOrganization(), "owner")).scope;
  await createEncounterType(owner, { name: "Puhelu", description: null });
  expect((await listEncounterTypes(owner, list({ q: "puh" }))).total).toBe(1);
});

it("has one of each name in use, and is deleted only while unused", async () => {
  const { owner, scope, encounterType, attribution } = await createSmallOrganization();
  await createEncounter(scope, attribution);
  await expect(
    createEncounterType(owner.scope, { name: encounterType.name.toUpperCase(), description: null }),
  ).rejects.toMatchObject({ fields: { name: "nameTaken" } });
  await expect(deleteEncounterType(owner.scope, encounterType.id)).rejects.toThrow(ConflictError);
  const other = await createEncounterType(owner.scope, { name: "Muu", description: null });
  await archiveEncounterType(owner.scope, other.id);
  await restoreEncounterType(owner.scope, other.id);
  await deleteEncounterType(owner.scope, other.id);
  const { rows } = await listEncounterTypes(owner.scope, list());
  expect(rows).toMatchObject([{ id: encounterType.id, encounterCount: 1, isUsed: true }]);
});

it("counts for a manager limited to locations only what was recorded there", async () => {
  const { owner, localManager, scope, attribution, otherEmployee, otherLocation } =
    await createSmallOrganization();
  await createEncounter(scope, attribution);
  await createEncounter(scope, {
    ...attribution,
    employeeId: otherEmployee.id,
    locationId: otherLocation.id,
    teamId: null,
  });
  expect((await listEncounterTypes(owner.scope, list())).rows[0]?.encounterCount).toBe(2);
  expect((await listEncounterTypes(localManager.scope, list())).rows[0]?.encounterCount).toBe(1);
});

it("is of one organization alone, and changed by those who see all of it", async () => {
  const here = await createSmallOrganization();
  const there = await createSmallOrganization();
  const foreign = there.encounterType.id;
  const changed = { id: foreign, name: "Minun", description: null };
  await expect(updateEncounterType(here.owner.scope, changed)).rejects.toThrow(NotFoundError);
  await expect(archiveEncounterType(here.owner.scope, foreign)).rejects.toThrow(NotFoundError);
  await expect(restoreEncounterType(here.owner.scope, foreign)).rejects.toThrow(NotFoundError);
  await expect(deleteEncounterType(here.owner.scope, foreign)).rejects.toThrow(NotFoundError);
  expect((await listEncounterTypes(here.owner.scope, list())).rows.map((row) => row.id)).toEqual([
    here.encounterType.id,
  ]);
  await expect(archiveEncounterType(here.localManager.scope, here.encounterType.id)).rejects.toThrow(
    ForbiddenError,
  );
  expect((await listEncounterTypes(here.localManager.scope, list())).total).toBe(1);
});
