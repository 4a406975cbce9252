import { beforeAll, describe, expect, it } from "vitest";
import { changeAuditFormStatus } from "@/features/audit-forms/commands/change-audit-form-status";
import { createAuditForm } from "@/features/audit-forms/commands/create-audit-form";
import { publishAuditForm } from "@/features/audit-forms/commands/publish-audit-form";
import { saveAuditFormDraft } from "@/features/audit-forms/commands/save-audit-form-draft";
import { getAuditForm } from "@/features/audit-forms/queries/get-audit-form";
import { getAuditFormVersion } from "@/features/audit-forms/queries/get-audit-form-version";
import { getAuditFormVersionByNumber } from "@/features/audit-forms/queries/get-audit-form-version-by-number";
import { listAuditFormRows } from "@/features/audit-forms/queries/list-audit-form-rows";
import { listAuditFormVersions } from "@/features/audit-forms/queries/list-audit-form-versions";
import { listAuditForms } from "@/features/audit-forms/queries/list-audit-forms";
import { READY_FORMS } from "@/features/audit-forms/ready-forms/ready-forms";
import type { AuditFormDefinition } from "@/features/audit-forms/schema";
import { ConflictError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { querySql, setUpTestDatabase } from "../../database";
import { smallFormDefinition, yesNoItem } from "../../factories/audit-forms";
import { createAudit } from "../../factories/audits";
import { createSmallOrganization } from "../../factories/small-organization";

const database = setUpTestDatabase();

let cast: Awaited<ReturnType<typeof createSmallOrganization>>;
let owner: Scope;
beforeAll(async () => {
  cast = await createSmallOrganization();
  owner = cast.owner.scope;
});

async function save(
  formId: string,
  definition: AuditFormDefinition,
): Promise<{ formId: string; revision: string }> {
  const { revision, settings } = await getAuditForm(owner, formId);
  const saved = await saveAuditFormDraft(owner, { formId, revision, definition, settings });
  return { formId, revision: saved.revision };
}

async function createReadyDraft(definition = smallFormDefinition()) {
  const { id } = await createAuditForm(owner, { readyFormKey: null, name: "Visit" });
  return save(id, definition);
}

const itemsOf = (versionId: string) =>
  querySql(
    database.superuserUrl,
    `select id, key, section_key, position, kind, weight, is_critical, is_bonus
       from audit_items where form_version_id = $1 order by position`,
    [versionId],
  );

describe("publishing", () => {
  it("freezes the draft and its items as version 1, by whom and when", async () => {
    const draft = await createReadyDraft();
    const published = await publishAuditForm(owner, draft);
    const form = await getAuditForm(owner, draft.formId);
    expect(form).toMatchObject({
      status: "published",
      revision: published.revision,
      currentVersion: { id: published.versionId, number: 1, definition: smallFormDefinition() },
    });
    expect(await getAuditFormVersion(owner, published.versionId)).toEqual({
      id: published.versionId,
      formId: draft.formId,
      formName: "Visit",
      number: 1,
      definition: smallFormDefinition(),
    });
    const rows = await itemsOf(published.versionId);
    expect(rows.map(({ key, section_key, position }) => [key, section_key, position])).toEqual([
      ["greeted", "greeting", 0],
      ["smiled", "greeting", 1],
      ["honest", "service", 2],
      ["listened", "service", 3],
    ]);
    expect(rows.filter((row) => row.is_critical).map(({ key }) => key)).toEqual(["honest"]);
    expect(await listAuditFormVersions(owner, draft.formId)).toEqual([
      { number: 1, publishedAt: owner.now, publishedBy: "The owner", audits: 0 },
    ]);
    expect(await listAuditForms(owner)).toContainEqual(
      expect.objectContaining({
        id: draft.formId,
        status: "published",
        currentVersion: { id: published.versionId, number: 1 },
      }),
    );
  });

  it("every ready form as it is", async () => {
    for (const { key } of READY_FORMS) {
      const { id, revision } = await createAuditForm(owner, { readyFormKey: key });
      expect(await publishAuditForm(owner, { formId: id, revision })).toMatchObject({ versionNumber: 1 });
    }
  });

  it("makes no new version of a draft that says the same", async () => {
    const draft = await createReadyDraft();
    const first = await publishAuditForm(owner, draft);
    const again = await publishAuditForm(owner, { ...draft, revision: first.revision });
    expect(again).toMatchObject({ versionId: first.versionId, versionNumber: 1 });
    expect(await listAuditFormVersions(owner, draft.formId)).toHaveLength(1);
  });

  it("a changed draft leaves old audits with the words and points they were made with", async () => {
    const draft = await createReadyDraft();
    const first = await publishAuditForm(owner, draft);
    const oldItems = await itemsOf(first.versionId);
    const audit = await createAudit(cast.scope, {
      form: {
        id: draft.formId,
        versionId: first.versionId,
        definition: smallFormDefinition(),
        itemIds: Object.fromEntries(oldItems.map(({ key, id }) => [key, id])),
      },
      auditorMemberId: cast.consultant.memberId,
      locationId: cast.location.id,
      touchpointId: cast.touchpoint.id,
      answers: { greeted: true, smiled: false, honest: true, listened: "p2" },
    });

    const changed = smallFormDefinition();
    changed.sections[0]?.items.shift();
    changed.sections[0]?.items.push(yesNoItem("thanked", { weight: 5 }));
    const second = await publishAuditForm(owner, await save(draft.formId, changed));
    expect(second.versionNumber).toBe(2);

    expect((await getAuditFormVersionByNumber(owner, draft.formId, 1)).definition).toEqual(
      smallFormDefinition(),
    );
    expect((await getAuditFormVersionByNumber(owner, draft.formId, 2)).definition).toEqual(changed);
    expect(await itemsOf(first.versionId)).toEqual(oldItems);
    const [kept] = await querySql(
      database.superuserUrl,
      `select a.form_version_id, a.score::float8 as score, count(w.*)::int as answers
         from audits a join audit_answers w on w.audit_id = a.id
         join audit_items i on i.id = w.item_id and i.form_version_id = a.form_version_id
        where a.id = $1 group by 1, 2`,
      [audit.id],
    );
    expect(kept).toEqual({ form_version_id: first.versionId, score: audit.score, answers: 4 });
    expect((await listAuditFormVersions(owner, draft.formId)).map((version) => version.audits)).toEqual([
      0, 1,
    ]);
    expect((await getAuditForm(owner, draft.formId)).programmes).toHaveLength(1);
    expect((await listAuditFormRows(owner, { q: "", page: 1, isArchived: false })).rows).toContainEqual(
      expect.objectContaining({
        id: draft.formId,
        version: { number: 2, publishedAt: owner.now },
        sections: 2,
        items: 4,
        programmes: 1,
      }),
    );
  });

  it("is refused while something must be corrected first, and when somebody saved meanwhile", async () => {
    const unfit = smallFormDefinition();
    for (const item of unfit.sections[0]?.items ?? []) Object.assign(item, { isBonus: true });
    const draft = await createReadyDraft(unfit);
    await expect(publishAuditForm(owner, draft)).rejects.toMatchObject({
      message: "auditFormNotReady",
      values: { count: 1 },
    });
    const fit = await save(draft.formId, smallFormDefinition());
    await expect(publishAuditForm(owner, draft)).rejects.toThrow("auditFormChangedElsewhere");
    await expect(publishAuditForm(owner, fit)).resolves.toMatchObject({ versionNumber: 1 });
  });

  it("is refused to an archived form; restored, it is in use again", async () => {
    const draft = await createReadyDraft();
    await publishAuditForm(owner, draft);
    const { revision } = await changeAuditFormStatus(owner, { formId: draft.formId, change: "archive" });
    await expect(publishAuditForm(owner, { ...draft, revision })).rejects.toThrow(ConflictError);
    await changeAuditFormStatus(owner, { formId: draft.formId, change: "restore" });
    expect(await getAuditForm(owner, draft.formId)).toMatchObject({
      status: "published",
      currentVersion: { number: 1 },
    });
  });

  it("twice at once makes one version", async () => {
    const draft = await createReadyDraft();
    const results = await Promise.allSettled([
      publishAuditForm(owner, draft),
      publishAuditForm(owner, draft),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await listAuditFormVersions(owner, draft.formId)).toHaveLength(1);
  });
});

describe("a published version", () => {
  it("never changes, whoever asks", async () => {
    const { versionId } = await publishAuditForm(owner, await createReadyDraft());
    for (const statement of [
      "update audit_form_versions set number = 9 where id = $1",
      "delete from audit_form_versions where id = $1",
      "update audit_items set weight = 9 where form_version_id = $1",
      "delete from audit_items where form_version_id = $1",
    ]) {
      await expect(querySql(database.superuserUrl, statement, [versionId])).rejects.toThrow(/never change/);
    }
  });

  it("that there is not is not found", async () => {
    const { formId } = await createReadyDraft();
    await expect(getAuditFormVersionByNumber(owner, formId, 1)).rejects.toThrow(NotFoundError);
  });
});
