import { beforeAll, describe, expect, it } from "vitest";
import { changeAuditFormStatus } from "@/features/audit-forms/commands/change-audit-form-status";
import { createAuditForm } from "@/features/audit-forms/commands/create-audit-form";
import { saveAuditFormDraft } from "@/features/audit-forms/commands/save-audit-form-draft";
import { getAuditForm } from "@/features/audit-forms/queries/get-audit-form";
import { listAuditFormRows } from "@/features/audit-forms/queries/list-audit-form-rows";
import { listAuditForms } from "@/features/audit-forms/queries/list-audit-forms";
import { READY_FORMS } from "@/features/audit-forms/ready-forms/ready-forms";
import type { AuditFormDetails } from "@/features/audit-forms/schema";
import { ForbiddenError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { querySql, setUpTestDatabase } from "../../database";
import { createBehaviour, smallFormDefinition, yesNoItem } from "../../factories/audit-forms";
import { createSmallOrganization } from "../../factories/small-organization";

const database = setUpTestDatabase();

let cast: Awaited<ReturnType<typeof createSmallOrganization>>;
let foreign: Awaited<ReturnType<typeof createSmallOrganization>>;
let owner: Scope;
beforeAll(async () => {
  cast = await createSmallOrganization();
  foreign = await createSmallOrganization();
  owner = cast.owner.scope;
});

async function createDraft(name = "Visit"): Promise<AuditFormDetails> {
  const { id } = await createAuditForm(owner, { readyFormKey: null, name });
  return getAuditForm(owner, id);
}
const inputOf = ({ id, revision, definition, settings }: AuditFormDetails) => ({
  formId: id,
  revision,
  definition,
  settings,
});
const actsOn = async (formId: string) => {
  const rows = await querySql(
    database.superuserUrl,
    "select action from activity_events where subject_id = $1 order by id",
    [formId],
  );
  return rows.map(({ action }) => action);
};

describe("a new form", () => {
  it("is empty, or a copy of a ready form whose behaviours come into the service standard", async () => {
    expect(await createDraft()).toMatchObject({
      status: "draft",
      currentVersion: null,
      programmes: [],
      definition: { sections: [] },
      settings: { name: "Visit", touchpointIds: [], encounterTypeIds: [] },
    });
    const [ready] = READY_FORMS;
    if (!ready) throw new Error("there are no ready forms");
    const { id, revision } = await createAuditForm(owner, { readyFormKey: ready.key });
    const form = await getAuditForm(owner, id);
    expect([form.revision, form.settings.name]).toEqual([revision, expect.stringMatching(/./)]);
    const rows = await querySql(
      database.superuserUrl,
      "select id, key from behaviours where organization_id = $1",
      [owner.organizationId],
    );
    const ids = Object.fromEntries(rows.map(({ id: behaviourId, key }) => [key, behaviourId]));
    expect(form.definition).toEqual(ready.build(ids));
    expect(Object.keys(ids).sort()).toEqual([...ready.behaviourKeys].sort());
    expect(await actsOn(id)).toEqual(["auditForm.created"]);
  });

  it("needs a name when it is empty, and a ready form that there is", async () => {
    await expect(createAuditForm(owner, { readyFormKey: null, name: " " })).rejects.toMatchObject({
      fields: { name: "required" },
    });
    await expect(createAuditForm(owner, { readyFormKey: "nothing" })).rejects.toMatchObject({
      fields: { readyFormKey: "chooseOne" },
    });
  });

  it("is the whole organization's: not made by a manager of some locations", async () => {
    await expect(
      createAuditForm(cast.localManager.scope, { readyFormKey: null, name: "Mine" }),
    ).rejects.toThrow(ForbiddenError);
  });
});

describe("a draft", () => {
  it("is saved as a whole: texts, scoring, name and exactly the chosen bindings", async () => {
    const draft = await createDraft();
    const behaviour = await createBehaviour(cast.scope);
    const definition = smallFormDefinition();
    definition.sections[0]?.items.push(yesNoItem("smile", { behaviourId: behaviour.id, weight: 2.5 }));
    const settings = {
      name: "Shop visit",
      touchpointIds: [cast.touchpoint.id, cast.otherTouchpoint.id].sort(),
      encounterTypeIds: [cast.encounterType.id],
    };
    const { revision } = await saveAuditFormDraft(owner, { ...inputOf(draft), definition, settings });
    const saved = await getAuditForm(owner, draft.id);
    expect({
      ...saved,
      settings: { ...saved.settings, touchpointIds: saved.settings.touchpointIds.toSorted() },
    }).toEqual({ ...draft, definition, settings, revision });

    const fewer = { ...settings, touchpointIds: [cast.touchpoint.id], encounterTypeIds: [] };
    await saveAuditFormDraft(owner, { ...inputOf(saved), settings: fewer });
    expect((await getAuditForm(owner, draft.id)).settings).toEqual(fewer);
  });

  it("is one entry of the audit trail however often one person saves it within half an hour", async () => {
    let draft = await createDraft();
    for (const name of ["A", "B", "C"]) {
      await saveAuditFormDraft(owner, { ...inputOf(draft), settings: { ...draft.settings, name } });
      draft = await getAuditForm(owner, draft.id);
    }
    await saveAuditFormDraft(cast.manager.scope, inputOf(draft));
    expect(await actsOn(draft.id)).toEqual(["auditForm.created", "auditForm.updated", "auditForm.updated"]);
  });

  it("that somebody else saved meanwhile is not overwritten", async () => {
    const draft = await createDraft();
    const theirs = { ...draft.settings, name: "Theirs" };
    await saveAuditFormDraft(cast.manager.scope, { ...inputOf(draft), settings: theirs });
    await expect(saveAuditFormDraft(owner, inputOf(draft))).rejects.toThrow("auditFormChangedElsewhere");
    expect((await getAuditForm(owner, draft.id)).settings.name).toBe("Theirs");
  });

  it("saved by two at once keeps one of them whole and tells the other", async () => {
    const draft = await createDraft();
    const saveAs = (scope: Scope, name: string) =>
      saveAuditFormDraft(scope, { ...inputOf(draft), settings: { ...draft.settings, name } });
    const results = await Promise.allSettled([
      saveAs(owner, "one"),
      saveAs(cast.manager.scope, "two"),
      saveAs(owner, "three"),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const winner = ["one", "two", "three"][results.findIndex(({ status }) => status === "fulfilled")];
    expect((await getAuditForm(owner, draft.id)).settings.name).toBe(winner);
  });

  it("cannot point to another organization's touchpoints, encounter types or behaviours", async () => {
    const draft = await createDraft();
    const save = (changes: object) => saveAuditFormDraft(owner, { ...inputOf(draft), ...changes });
    const bind = (settings: object) => save({ settings: { ...draft.settings, ...settings } });
    await expect(bind({ touchpointIds: [cast.touchpoint.id, foreign.touchpoint.id] })).rejects.toMatchObject({
      fields: { "settings.touchpointIds": "chooseOne" },
    });
    await expect(bind({ encounterTypeIds: [foreign.encounterType.id] })).rejects.toMatchObject({
      fields: { "settings.encounterTypeIds": "chooseOne" },
    });
    const definition = smallFormDefinition();
    const { id: behaviourId } = await createBehaviour(foreign.scope);
    definition.sections[1]?.items.push(yesNoItem("theirs", { behaviourId }));
    await expect(save({ definition })).rejects.toMatchObject({
      fields: { "definition.sections.1.items.2.behaviourId": "chooseOne" },
    });
    expect(await getAuditForm(owner, draft.id)).toEqual(draft);
  });
});

describe("the archive", () => {
  it("keeps a form from being changed and chosen until it is restored", async () => {
    const draft = await createDraft("Old visit");
    const chosen = async () => (await listAuditForms(owner)).some(({ id }) => id === draft.id);
    const listed = async (isArchived: boolean) =>
      (await listAuditFormRows(owner, { q: "old VISIT", page: 1, isArchived })).rows.map(({ id }) => id);
    expect([await chosen(), await listed(false), await listed(true)]).toEqual([true, [draft.id], []]);

    const { revision } = await changeAuditFormStatus(owner, { formId: draft.id, change: "archive" });
    expect([await chosen(), await listed(false), await listed(true)]).toEqual([false, [], [draft.id]]);
    expect((await listAuditForms(owner, { includeArchived: true })).map(({ id }) => id)).toContain(draft.id);
    await expect(saveAuditFormDraft(owner, { ...inputOf(draft), revision })).rejects.toThrow(
      "auditFormArchived",
    );
    await expect(changeAuditFormStatus(owner, { formId: draft.id, change: "archive" })).rejects.toThrow(
      "auditFormStateChanged",
    );
    await changeAuditFormStatus(owner, { formId: draft.id, change: "restore" });
    expect((await getAuditForm(owner, draft.id)).status).toBe("draft");
    expect(await actsOn(draft.id)).toEqual(["auditForm.created", "auditForm.archived", "auditForm.restored"]);
  });
});
