import { expect, it } from "vitest";
import { addReadyBehaviours } from "@/features/behaviours/commands/add-ready-behaviours";
import { archiveBehaviour } from "@/features/behaviours/commands/archive-behaviour";
import { createBehaviour } from "@/features/behaviours/commands/create-behaviour";
import { ensureReadyBehaviours } from "@/features/behaviours/commands/ensure-ready-behaviours";
import { moveBehaviour } from "@/features/behaviours/commands/move-behaviour";
import { restoreBehaviour } from "@/features/behaviours/commands/restore-behaviour";
import { updateBehaviour } from "@/features/behaviours/commands/update-behaviour";
import { listBehaviourUses } from "@/features/behaviours/queries/list-behaviour-uses";
import { listBehaviours } from "@/features/behaviours/queries/list-behaviours";
import { READY_BEHAVIOUR_KEYS } from "@/features/behaviours/ready-behaviours";
import { type BehaviourInput, behaviourInput } from "@/features/behaviours/schema";
import { withScope } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createAuditForm, smallFormDefinition } from "../../factories/audit-forms";
import { createFramework, smallFrameworkDefinition } from "../../factories/evaluations";
import { createMember, createOrganization } from "../../factories/organization";

setUpTestDatabase();

const input = (values: Partial<BehaviourInput>): BehaviourInput => behaviourInput.parse(values);
const newOwner = async () =>
  (await createMember(await createOrganization({ language: "fi" }), "owner")).scope;
const inOrder = async (scope: Scope) =>
  (await listBehaviours(scope)).map(({ name }) => name.fi ?? name.en ?? name.sv);

it("needs a name in one language, and keeps the languages that were written", async () => {
  expect(behaviourInput.safeParse({ descriptionFi: "Kuvaus" }).error?.issues).toMatchObject([
    { path: ["nameFi"], message: "required" },
  ]);
  const owner = await newOwner();
  const { id } = await createBehaviour(owner, input({ nameSv: " Lugn ", descriptionEn: "Calm in a rush" }));
  expect(await listBehaviours(owner)).toEqual([
    { id, key: null, name: { sv: "Lugn" }, description: { en: "Calm in a rush" }, isArchived: false },
  ]);
  await updateBehaviour(owner, { ...input({ nameFi: "Rauhallisuus", nameSv: "Lugn" }), id });
  expect(await listBehaviours(owner)).toMatchObject([
    { name: { fi: "Rauhallisuus", sv: "Lugn" }, description: {} },
  ]);
});

it("has a name once among those in use, in each language by itself", async () => {
  const owner = await newOwner();
  const first = await createBehaviour(owner, input({ nameFi: "Kuuntelu", nameEn: "Listening" }));
  await expect(createBehaviour(owner, input({ nameEn: "LISTENING" }))).rejects.toMatchObject({
    fields: { nameEn: "nameTaken" },
  });
  // The same word in another language is another word.
  const second = await createBehaviour(owner, input({ nameSv: "Listening" }));
  await expect(
    updateBehaviour(owner, { ...input({ nameFi: "kuuntelu" }), id: second.id }),
  ).rejects.toMatchObject({ fields: { nameFi: "nameTaken" } });
  await archiveBehaviour(owner, first.id);
  await createBehaviour(owner, input({ nameFi: "Kuuntelu" }));
  await expect(restoreBehaviour(owner, first.id)).rejects.toThrow(ConflictError);
});

it("is put in order, archived out of it and restored to about its place", async () => {
  const owner = await newOwner();
  const ids: string[] = [];
  for (const nameFi of ["A", "B", "C", "D"]) ids.push((await createBehaviour(owner, input({ nameFi }))).id);
  const [a = "", b = "", , d = ""] = ids;
  const back = await moveBehaviour(owner, { id: d, beforeId: a });
  expect(await inOrder(owner)).toEqual(["D", "A", "B", "C"]);
  expect(back).toEqual({ id: d, beforeId: null });
  await moveBehaviour(owner, back);
  expect(await inOrder(owner)).toEqual(["A", "B", "C", "D"]);
  await archiveBehaviour(owner, b);
  await archiveBehaviour(owner, b);
  expect(await inOrder(owner)).toEqual(["A", "C", "D"]);
  expect(
    (await listBehaviours(owner, { includeArchived: true })).map(({ isArchived }) => isArchived),
  ).toEqual([false, false, false, true]);
  await expect(moveBehaviour(owner, { id: b, beforeId: null })).rejects.toThrow(ConflictError);
  await restoreBehaviour(owner, b);
  expect(await inOrder(owner)).toEqual(["A", "B", "C", "D"]);
  await expect(archiveBehaviour(owner, crypto.randomUUID())).rejects.toThrow(NotFoundError);
});

it("brings in the ready list once, and leaves what the organization has made of it", async () => {
  const owner = await newOwner();
  const own = await createBehaviour(owner, input({ nameFi: "Läsnäolo", descriptionFi: "Meidän tapamme" }));
  await addReadyBehaviours(owner);
  const listed = await listBehaviours(owner);
  expect(listed.map(({ key }) => key).sort()).toEqual([...READY_BEHAVIOUR_KEYS].sort());
  // Its own of the same name is taken for the ready one.
  expect(listed[0]).toMatchObject({ id: own.id, key: "presence", description: { fi: "Meidän tapamme" } });

  const listening = listed.find(({ key }) => key === "listening")?.id ?? "";
  const empathy = listed.find(({ key }) => key === "empathy")?.id ?? "";
  await updateBehaviour(owner, { ...input({ nameFi: "Korvat auki" }), id: listening });
  await archiveBehaviour(owner, empathy);
  await addReadyBehaviours(owner);
  expect(await listBehaviours(owner, { includeArchived: true })).toHaveLength(READY_BEHAVIOUR_KEYS.length);
  const ids = await withScope(owner, (tx) => ensureReadyBehaviours(tx, owner, ["listening", "empathy"]));
  expect(ids).toEqual({ listening, empathy });
});

it("adds ready behaviours once when two forms ask for them at the same time", async () => {
  const owner = await newOwner();
  await Promise.all([addReadyBehaviours(owner), addReadyBehaviours(owner)]);
  expect(await listBehaviours(owner)).toHaveLength(READY_BEHAVIOUR_KEYS.length);
});

it("says what asks about it now", async () => {
  const owner = await newOwner();
  const { id } = await createBehaviour(owner, input({ nameFi: "Tervehtiminen" }));
  const { id: unused } = await createBehaviour(owner, input({ nameFi: "Muu" }));
  const definition = smallFormDefinition();
  for (const item of definition.sections[0]?.items ?? []) item.behaviourId = id;
  await createAuditForm(owner, { definition });
  await createAuditForm(owner, { definition });
  await createAuditForm(owner);
  const framework = smallFrameworkDefinition();
  for (const item of framework.competencies[0]?.items ?? []) item.behaviourId = id;
  await createFramework(owner, { definition: framework });
  const uses = await listBehaviourUses(owner);
  expect(uses.get(id)).toEqual({ surveys: 0, auditForms: 2, frameworks: 1 });
  expect(uses.has(unused)).toBe(false);
});
