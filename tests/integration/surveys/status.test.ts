import { beforeEach, describe, expect, it } from "vitest";
import { changeSurveyStatus } from "@/features/surveys/commands/change-survey-status";
import { createSurvey } from "@/features/surveys/commands/create-survey";
import { publishSurvey } from "@/features/surveys/commands/publish-survey";
import { saveDraft } from "@/features/surveys/commands/save-draft";
import { getSurvey, listSurveys } from "@/features/surveys/queries";
import { ForbiddenError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { querySql, setUpTestDatabase } from "../../database";
import { createAnsweredEncounter } from "../../factories/encounters";
import { createSmallOrganization } from "../../factories/small-organization";

const database = setUpTestDatabase();

let cast: Awaited<ReturnType<typeof createSmallOrganization>>;
let owner: Scope;
let surveyId: string;
beforeEach(async () => {
  cast = await createSmallOrganization();
  owner = cast.owner.scope;
  surveyId = cast.survey.id;
});

type Change = Parameters<typeof changeSurveyStatus>[1]["change"];
const change = (name: Change, scope = owner) => changeSurveyStatus(scope, { surveyId, change: name });
const status = async () => (await getSurvey(owner, surveyId)).status;
const names = async (isArchived: boolean) =>
  (await listSurveys(owner, { q: "", page: 1, isArchived })).rows.map((row) => row.id);

it("the list counts what was sent and answered, for a manager limited to locations only there", async () => {
  const elsewhere = {
    ...cast.attribution,
    employeeId: cast.otherEmployee.id,
    locationId: cast.otherLocation.id,
    teamId: null,
  };
  for (const attribution of [cast.attribution, elsewhere, elsewhere]) {
    await createAnsweredEncounter(cast.scope, attribution, cast.survey, { score: 9 });
  }
  const counts = async (scope: Scope) => {
    const [row] = (await listSurveys(scope, { q: "", page: 1, isArchived: false })).rows;
    return [row?.sentIn30Days, row?.answeredIn30Days];
  };
  expect(await counts(owner)).toEqual([3, 3]);
  expect(await counts(cast.localManager.scope)).toEqual([1, 1]);
});

describe("a published survey", () => {
  it("is paused and resumed, and each is written into the audit trail", async () => {
    await change("pause");
    expect(await status()).toBe("paused");
    await change("resume");
    expect(await status()).toBe("published");
    const activity = await querySql(
      database.superuserUrl,
      "select action, user_id from activity_events where subject_id = $1 order by id",
      [surveyId],
    );
    expect(activity).toEqual([
      { action: "survey.paused", user_id: cast.owner.userId },
      { action: "survey.resumed", user_id: cast.owner.userId },
    ]);
  });

  it("keeps its version and bindings through archive and restore, and comes back paused", async () => {
    const before = await getSurvey(owner, surveyId);
    await change("archive");
    expect(await status()).toBe("archived");
    expect([await names(false), await names(true)]).toEqual([[], [surveyId]]);
    await change("restore");
    expect(await getSurvey(owner, surveyId)).toEqual({
      ...before,
      status: "paused",
      revision: expect.any(String),
    });
    expect([await names(false), await names(true)]).toEqual([[surveyId], []]);
  });

  it("cannot be changed or published in the archive", async () => {
    const { revision } = await change("archive");
    const { definition, settings } = await getSurvey(owner, surveyId);
    await expect(saveDraft(owner, { surveyId, revision, definition, settings })).rejects.toThrow(
      "surveyArchived",
    );
    await expect(publishSurvey(owner, { surveyId, revision })).rejects.toThrow("surveyArchived");
  });

  it("gives the revision that the next save needs", async () => {
    const { definition, settings } = await getSurvey(owner, surveyId);
    const { revision } = await change("pause");
    await saveDraft(owner, { surveyId, revision, definition, settings: { ...settings, name: "Renamed" } });
    expect(await getSurvey(owner, surveyId)).toMatchObject({
      status: "paused",
      settings: { name: "Renamed" },
    });
  });

  it("is sent again when it is published while paused", async () => {
    const { revision } = await change("pause");
    await publishSurvey(owner, { surveyId, revision });
    expect(await status()).toBe("published");
  });
});

describe("a draft that was never published", () => {
  beforeEach(async () => {
    surveyId = await createSurvey(owner, { template: "csat", name: "Draft" });
  });

  it("comes back from the archive as a draft", async () => {
    await change("archive");
    await change("restore");
    expect(await status()).toBe("draft");
  });

  it.each(["pause", "resume", "restore"] as const)("cannot be taken through %s", async (name) => {
    await expect(change(name)).rejects.toThrow("surveyStateChanged");
    expect(await status()).toBe("draft");
  });
});

it("two people pausing at once pause it once, and the slower one is told", async () => {
  const results = await Promise.allSettled([change("pause"), change("pause", cast.manager.scope)]);
  expect(results.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await status()).toBe("paused");
});

it("managers limited to locations change no state, and a foreign survey is not found", async () => {
  const foreign = await createSmallOrganization();
  for (const name of ["pause", "archive"] as const) {
    await expect(change(name, cast.localManager.scope)).rejects.toThrow(ForbiddenError);
    await expect(change(name, foreign.owner.scope)).rejects.toThrow(NotFoundError);
  }
  const { revision } = await getSurvey(owner, surveyId);
  await expect(publishSurvey(cast.localManager.scope, { surveyId, revision })).rejects.toThrow(
    ForbiddenError,
  );
  await expect(publishSurvey(foreign.owner.scope, { surveyId, revision })).rejects.toThrow(NotFoundError);
  expect(await status()).toBe("published");
});
