import { beforeAll, describe, expect, it } from "vitest";
import { changeEvaluationFrameworkStatus } from "@/features/evaluation-frameworks/commands/change-evaluation-framework-status";
import { createEvaluationFramework } from "@/features/evaluation-frameworks/commands/create-evaluation-framework";
import { publishEvaluationFramework } from "@/features/evaluation-frameworks/commands/publish-evaluation-framework";
import { saveEvaluationFrameworkDraft } from "@/features/evaluation-frameworks/commands/save-evaluation-framework-draft";
import { getCurrentFrameworkVersion } from "@/features/evaluation-frameworks/queries/get-current-framework-version";
import { getEvaluationFramework } from "@/features/evaluation-frameworks/queries/get-evaluation-framework";
import { getEvaluationFrameworkVersion } from "@/features/evaluation-frameworks/queries/get-evaluation-framework-version";
import { listEvaluationFrameworkRows } from "@/features/evaluation-frameworks/queries/list-evaluation-framework-rows";
import { listEvaluationFrameworkVersions } from "@/features/evaluation-frameworks/queries/list-evaluation-framework-versions";
import { listEvaluationFrameworks } from "@/features/evaluation-frameworks/queries/list-evaluation-frameworks";
import { READY_FRAMEWORKS } from "@/features/evaluation-frameworks/ready-frameworks/ready-frameworks";
import type {
  EvaluationFrameworkDefinition,
  EvaluationFrameworkDetails,
} from "@/features/evaluation-frameworks/schema";
import { ForbiddenError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { querySql, setUpTestDatabase } from "../../database";
import { createBehaviour } from "../../factories/audit-forms";
import { createCycle, smallFrameworkDefinition } from "../../factories/evaluations";
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

const inputOf = ({ id, revision, definition, settings }: EvaluationFrameworkDetails) => ({
  frameworkId: id,
  revision,
  definition,
  settings,
});
async function createDraft(
  name = "Encounters",
  definition: EvaluationFrameworkDefinition = smallFrameworkDefinition(),
): Promise<EvaluationFrameworkDetails> {
  const { id } = await createEvaluationFramework(owner, { readyKey: null, name });
  const draft = await getEvaluationFramework(owner, id);
  await saveEvaluationFrameworkDraft(owner, { ...inputOf(draft), definition });
  return getEvaluationFramework(owner, id);
}
const publish = ({ id, revision }: { id: string; revision: string }) =>
  publishEvaluationFramework(owner, { frameworkId: id, revision });
const actsOn = async (id: string) => {
  const rows = await querySql(
    database.superuserUrl,
    "select action from activity_events where subject_id = $1 order by id",
    [id],
  );
  return rows.map(({ action }) => action);
};

describe("a new framework", () => {
  it("is a copy of the ready one, fit to be published at once, with its behaviours in the service standard", async () => {
    const [ready] = READY_FRAMEWORKS;
    if (!ready) throw new Error("there are no ready frameworks");
    const made = await createEvaluationFramework(owner, { readyKey: ready.key });
    const rows = await querySql(
      database.superuserUrl,
      "select id, key from behaviours where organization_id = $1",
      [owner.organizationId],
    );
    const ids = Object.fromEntries(rows.map(({ id, key }) => [key, id]));
    expect(Object.keys(ids).sort()).toEqual([...ready.behaviourKeys].sort());
    expect((await getEvaluationFramework(owner, made.id)).definition).toEqual(ready.build(ids));

    const { versionId } = await publish(made);
    const version = await getEvaluationFrameworkVersion(owner, versionId);
    const keys = version.definition.competencies.flatMap(({ items }) => items.map(({ key }) => key));
    expect(Object.keys(version.itemIds).sort()).toEqual(
      [...keys, ...version.definition.questions.map(({ key }) => key)].sort(),
    );
    const items = await querySql(
      database.superuserUrl,
      "select key, kind, competency_key, behaviour_id from evaluation_items where version_id = $1 order by position",
      [versionId],
    );
    expect(items.map(({ key }) => key)).toEqual([...keys, "go-on", "do-more", "do-differently"]);
    expect(items[0]).toEqual({
      key: "notices-at-once",
      kind: "scale",
      competency_key: "presence",
      behaviour_id: ids.greeting,
    });
    expect(items.at(-1)).toMatchObject({ kind: "open", competency_key: null, behaviour_id: null });
  });

  it("needs a name when it is empty, and a ready framework that there is", async () => {
    await expect(createEvaluationFramework(owner, { readyKey: null, name: " " })).rejects.toMatchObject({
      fields: { name: "required" },
    });
    await expect(createEvaluationFramework(owner, { readyKey: "nothing" })).rejects.toMatchObject({
      fields: { readyKey: "chooseOne" },
    });
  });

  it("is the whole organization's: not made by a manager of some locations", async () => {
    await expect(
      createEvaluationFramework(cast.localManager.scope, { readyKey: null, name: "Mine" }),
    ).rejects.toThrow(ForbiddenError);
  });
});

describe("a draft", () => {
  it("is one entry of the audit trail however often one person saves it within half an hour", async () => {
    let draft = await createDraft();
    for (const name of ["A", "B"]) {
      await saveEvaluationFrameworkDraft(owner, { ...inputOf(draft), settings: { name } });
      draft = await getEvaluationFramework(owner, draft.id);
    }
    expect(draft.settings.name).toBe("B");
    expect(await actsOn(draft.id)).toEqual(["evaluationFramework.created", "evaluationFramework.updated"]);
  });

  it("that somebody else saved meanwhile is not overwritten", async () => {
    const draft = await createDraft();
    const results = await Promise.allSettled(
      ["one", "two", "three"].map((name) =>
        saveEvaluationFrameworkDraft(owner, { ...inputOf(draft), settings: { name } }),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(saveEvaluationFrameworkDraft(owner, inputOf(draft))).rejects.toThrow(
      "evaluationFrameworkChangedElsewhere",
    );
  });

  it("cannot point to another organization's behaviours", async () => {
    const draft = await createDraft();
    const definition = smallFrameworkDefinition();
    const item = definition.competencies[1]?.items[0];
    if (item) item.behaviourId = (await createBehaviour(foreign.scope)).id;
    await expect(
      saveEvaluationFrameworkDraft(owner, { ...inputOf(draft), definition }),
    ).rejects.toMatchObject({ fields: { "definition.competencies.1.items.0.behaviourId": "chooseOne" } });
    expect(await getEvaluationFramework(owner, draft.id)).toEqual(draft);
  });
});

describe("publishing", () => {
  it("freezes the draft: later edits and versions leave it and what is held with it as they were", async () => {
    const draft = await createDraft("Frozen");
    await expect(getCurrentFrameworkVersion(owner, draft.id)).rejects.toThrow(
      "evaluationFrameworkUnpublished",
    );
    const first = await publish(draft);
    const before = await getEvaluationFrameworkVersion(owner, first.versionId);
    await createCycle(cast.scope, {
      framework: {
        id: draft.id,
        versionId: before.id,
        definition: before.definition,
        itemIds: before.itemIds,
      },
    });

    const changed = smallFrameworkDefinition();
    changed.competencies[0]?.items.pop();
    const saved = await saveEvaluationFrameworkDraft(owner, {
      ...inputOf(draft),
      revision: first.revision,
      definition: changed,
    });
    const second = await publish({ id: draft.id, ...saved });
    expect([first.versionNumber, second.versionNumber]).toEqual([1, 2]);
    expect((await getCurrentFrameworkVersion(owner, draft.id)).id).toBe(second.versionId);
    expect(await getEvaluationFrameworkVersion(owner, first.versionId)).toEqual(before);
    const versions = await listEvaluationFrameworkVersions(owner, draft.id);
    expect(versions.map(({ number, cycles }) => [number, cycles])).toEqual([
      [2, 0],
      [1, 1],
    ]);
    await expect(
      querySql(
        database.superuserUrl,
        "update evaluation_framework_versions set number = 9 where organization_id = $1 and id = $2 returning id",
        [owner.organizationId, first.versionId],
      ),
    ).rejects.toThrow();
  });

  it("makes no new version of a draft that says the same", async () => {
    const draft = await createDraft();
    const first = await publish(draft);
    const again = await publish({ id: draft.id, revision: first.revision });
    expect(again.versionId).toBe(first.versionId);
  });

  it("refuses a draft that is not fit, and one that was saved since it was looked at", async () => {
    const empty = await createDraft("Empty", { ...smallFrameworkDefinition(), competencies: [] });
    await expect(publish(empty)).rejects.toThrow("evaluationFrameworkNotReady");
    const draft = await createDraft();
    await saveEvaluationFrameworkDraft(owner, inputOf(draft));
    await expect(publish(draft)).rejects.toThrow("evaluationFrameworkChangedElsewhere");
  });
});

describe("the archive", () => {
  it("keeps a framework from being changed and chosen until it is restored", async () => {
    const draft = await createDraft("Old encounters");
    const { revision } = await publish(draft);
    const chosen = async () => (await listEvaluationFrameworks(owner)).some(({ id }) => id === draft.id);
    const listed = async (isArchived: boolean) =>
      (await listEvaluationFrameworkRows(owner, { q: "old ENC", page: 1, isArchived })).rows.map(
        ({ id, competencies, items, questions }) => [id, competencies, items, questions],
      );
    const row = [draft.id, 2, 4, 1];
    expect([await chosen(), await listed(false), await listed(true)]).toEqual([true, [row], []]);

    const put = (change: "archive" | "restore") =>
      changeEvaluationFrameworkStatus(owner, { frameworkId: draft.id, change });
    const archived = await put("archive");
    expect([await chosen(), await listed(false), await listed(true)]).toEqual([false, [], [row]]);
    await expect(
      saveEvaluationFrameworkDraft(owner, { ...inputOf(draft), revision: archived.revision }),
    ).rejects.toThrow("evaluationFrameworkArchived");
    await expect(getCurrentFrameworkVersion(owner, draft.id)).rejects.toThrow("evaluationFrameworkArchived");
    await expect(publish({ id: draft.id, revision })).rejects.toThrow("evaluationFrameworkArchived");
    await expect(put("archive")).rejects.toThrow("evaluationFrameworkStateChanged");
    await put("restore");
    expect((await getEvaluationFramework(owner, draft.id)).status).toBe("published");
  });

  it("names the cycles that are being prepared with a framework", async () => {
    const draft = await createDraft();
    const { versionId } = await publish(draft);
    const { definition, itemIds } = await getEvaluationFrameworkVersion(owner, versionId);
    const framework = { id: draft.id, versionId, definition, itemIds };
    await createCycle(cast.scope, { framework, name: "Autumn", status: "draft" });
    await createCycle(cast.scope, { framework, name: "Spring" });
    expect((await getEvaluationFramework(owner, draft.id)).cycles).toEqual(["Autumn"]);
  });
});
