import { beforeAll, describe, expect, it } from "vitest";
import { createSurvey } from "@/features/surveys/commands/create-survey";
import { saveDraft } from "@/features/surveys/commands/save-draft";
import { withText } from "@/features/surveys/definition-texts";
import {
  findPreviewTouchpoint,
  getSurvey,
  getSurveyOrganization,
  listOtherBindings,
  listSurveys,
} from "@/features/surveys/queries";
import { type SurveyDetails, saveDraftInput } from "@/features/surveys/schema";
import { SURVEY_TEMPLATES } from "@/features/surveys/templates";
import { withScope } from "@/server/database";
import { ForbiddenError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createEncounterType, createTouchpoint } from "../../factories/journey";
import { createSmallOrganization } from "../../factories/small-organization";
import { createPublishedSurvey } from "../../factories/surveys";

setUpTestDatabase();

let cast: Awaited<ReturnType<typeof createSmallOrganization>>;
let foreign: Awaited<ReturnType<typeof createSmallOrganization>>;
let owner: Scope;
beforeAll(async () => {
  cast = await createSmallOrganization();
  foreign = await createSmallOrganization();
  owner = cast.owner.scope;
});

async function createDraft(): Promise<SurveyDetails> {
  return getSurvey(owner, await createSurvey(owner, { template: "ces", name: "Ease" }));
}
const inputOf = ({ id, revision, definition, settings }: SurveyDetails) => ({
  surveyId: id,
  revision,
  definition,
  settings,
});

describe("a draft", () => {
  it("starts as a copy of its template, bound to nothing", async () => {
    const draft = await createDraft();
    expect(draft).toMatchObject({
      status: "draft",
      definition: SURVEY_TEMPLATES.ces,
      currentVersion: null,
      settings: { name: "Ease", encounterTypeIds: [], touchpointIds: [], isAnonymous: false },
    });
  });

  it("is saved as a whole: texts, settings and exactly the chosen bindings", async () => {
    const draft = await createDraft();
    const other = await createEncounterType(cast.scope);
    const bound = {
      ...draft.settings,
      name: "Easier",
      encounterTypeIds: [cast.encounterType.id, other.id],
      touchpointIds: [cast.touchpoint.id],
      delayMinutes: 1440,
      reminderCount: 2,
      reminderAfterDays: 5,
      expiryDays: 30,
      quarantineDays: 0,
      isAnonymous: true,
    };
    const definition = withText(draft.definition, "main.text", "sv", "Det var lätt.");
    const saved = await saveDraft(owner, { ...inputOf(draft), definition, settings: bound });
    const stored = await getSurvey(owner, draft.id);
    expect(stored).toMatchObject({ definition, revision: saved.revision });
    expect(stored.settings).toEqual({
      ...bound,
      encounterTypeIds: expect.toSatisfy(
        (ids: string[]) => ids.toSorted().join() === bound.encounterTypeIds.toSorted().join(),
      ),
    });

    const fewer = { ...bound, encounterTypeIds: [other.id], touchpointIds: [], quarantineDays: null };
    await saveDraft(owner, { ...inputOf(stored), settings: fewer });
    expect((await getSurvey(owner, draft.id)).settings).toEqual(fewer);
  });

  it("that somebody else saved meanwhile is not overwritten", async () => {
    const draft = await createDraft();
    const theirs = withText(draft.definition, "main.text", "fi", "Heidän");
    await saveDraft(cast.manager.scope, { ...inputOf(draft), definition: theirs });
    const mine = withText(draft.definition, "main.text", "fi", "Minun");
    await expect(saveDraft(owner, { ...inputOf(draft), definition: mine })).rejects.toThrow(
      "surveyChangedElsewhere",
    );
    expect((await getSurvey(owner, draft.id)).definition.main.text.fi).toBe("Heidän");
  });

  it("saved by two at once keeps one of them whole and tells the other", async () => {
    const draft = await createDraft();
    const saveAs = (scope: Scope, name: string) =>
      saveDraft(scope, { ...inputOf(draft), settings: { ...draft.settings, name } });
    const results = await Promise.allSettled([
      saveAs(owner, "one"),
      saveAs(cast.manager.scope, "two"),
      saveAs(owner, "three"),
    ]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const winner = ["one", "two", "three"][results.findIndex((result) => result.status === "fulfilled")];
    expect((await getSurvey(owner, draft.id)).settings.name).toBe(winner);
  });

  it("cannot be bound to another organization's encounter types or touchpoints", async () => {
    const draft = await createDraft();
    const bind = (settings: Partial<SurveyDetails["settings"]>) =>
      saveDraft(owner, { ...inputOf(draft), settings: { ...draft.settings, ...settings } });
    await expect(bind({ encounterTypeIds: [foreign.encounterType.id] })).rejects.toMatchObject({
      fields: { "settings.encounterTypeIds": "chooseOne" },
    });
    await expect(bind({ touchpointIds: [cast.touchpoint.id, foreign.touchpoint.id] })).rejects.toMatchObject({
      fields: { "settings.touchpointIds": "chooseOne" },
    });
    expect(await getSurvey(owner, draft.id)).toEqual(draft);
  });

  it("of a survey that is being sent keeps an encounter type", async () => {
    const survey = await getSurvey(owner, cast.survey.id);
    const settings = { ...survey.settings, encounterTypeIds: [] };
    await expect(saveDraft(owner, { ...inputOf(survey), settings })).rejects.toMatchObject({
      fields: { "settings.encounterTypeIds": "chooseOne" },
    });
    expect((await getSurvey(owner, survey.id)).settings.encounterTypeIds).toEqual([cast.encounterType.id]);
  });
});

describe("settings of a survey that is being sent", () => {
  it("are written into the audit trail when they change, once per person and half hour", async () => {
    const { owner, manager, scope, survey } = await createSmallOrganization();
    const edit = async (by: Scope, changes: Partial<SurveyDetails["settings"]>, text?: string) => {
      const current = await getSurvey(by, survey.id);
      const definition = withText(current.definition, "main.text", "fi", text ?? "Kysymys");
      await saveDraft(by, { ...inputOf(current), definition, settings: { ...current.settings, ...changes } });
    };
    const recorded = () =>
      withScope(scope, (tx) =>
        tx.activityEvent.findMany({
          where: { organizationId: scope.organizationId, action: "survey.updated" },
          select: { userId: true, subjectId: true, detail: true },
          orderBy: { id: "asc" },
        }),
      );
    await edit(owner.scope, {}, "Vain teksti");
    expect(await recorded()).toEqual([]);
    await edit(owner.scope, { expiryDays: 20 });
    await edit(owner.scope, { expiryDays: 21, name: "Later" });
    await edit(manager.scope, { isAnonymous: true });
    expect(await recorded()).toEqual([
      { userId: owner.userId, subjectId: survey.id, detail: { name: "Survey nps" } },
      { userId: manager.userId, subjectId: survey.id, detail: { name: "Later" } },
    ]);
    const later = { ...owner.scope, now: new Date(owner.scope.now.getTime() + 31 * 60_000) } as Scope;
    await edit(later, { isAnonymous: false });
    expect(await recorded()).toHaveLength(3);
  });

  it("of a draft are nobody's business yet", async () => {
    const draft = await createDraft();
    await saveDraft(owner, { ...inputOf(draft), settings: { ...draft.settings, expiryDays: 3 } });
    const events = await withScope(cast.scope, (tx) =>
      tx.activityEvent.findMany({ where: { subjectId: draft.id }, select: { action: true } }),
    );
    expect(events).toEqual([{ action: "survey.created" }]);
  });
});

describe("what the builder sends", () => {
  it("names each wrong field by its place", async () => {
    const input = inputOf(await createDraft());
    const result = saveDraftInput.safeParse({
      ...input,
      definition: withText(input.definition, "thanks.low", "fi", "x".repeat(2001)),
      settings: { ...input.settings, name: " ", expiryDays: Number.NaN, reminderCount: 3 },
    });
    expect(result.error?.issues.map((issue) => issue.path.join(".")).toSorted()).toEqual([
      "definition.thanks.low.fi",
      "settings.expiryDays",
      "settings.name",
      "settings.reminderCount",
    ]);
  });
});

describe("foreign and missing surveys", () => {
  const missing = "0190a5a5-0000-7000-8000-00000000ffff";

  it("are not found", async () => {
    const draft = await createDraft();
    for (const surveyId of [foreign.survey.id, missing]) {
      await expect(getSurvey(owner, surveyId)).rejects.toThrow(NotFoundError);
      await expect(saveDraft(owner, { ...inputOf(draft), surveyId })).rejects.toThrow(NotFoundError);
    }
    expect((await listSurveys(owner, { q: "", page: 1, isArchived: false })).rows).not.toContainEqual(
      expect.objectContaining({ id: foreign.survey.id }),
    );
  });
});

describe("managers limited to locations", () => {
  it("read surveys but neither make nor change them", async () => {
    const { scope } = cast.localManager;
    const survey = await getSurvey(scope, cast.survey.id);
    await expect(createSurvey(scope, { template: "nps", name: "x" })).rejects.toThrow(ForbiddenError);
    await expect(saveDraft(scope, inputOf(survey))).rejects.toThrow("wholeOrganizationOnly");
    expect(await getSurvey(owner, cast.survey.id)).toEqual(survey);
  });
});

describe("what surrounds a draft", () => {
  it("the other published surveys, with what they are bound to", async () => {
    const { scope, encounterType, touchpoint, owner } = await createSmallOrganization();
    const bindings = {
      name: "Everywhere",
      encounterTypeIds: [encounterType.id],
      touchpointIds: [touchpoint.id],
    };
    const other = await createPublishedSurvey(scope, bindings);
    await createPublishedSurvey(scope, { ...bindings, name: "Resting", status: "paused" });
    const ofFirst = await listOtherBindings(owner.scope, other.id);
    expect(ofFirst).toEqual([
      { name: "Survey nps", encounterTypeIds: [encounterType.id], touchpointIds: [] },
    ]);
    const own = (await listSurveys(owner.scope, { q: "Survey nps", page: 1, isArchived: false })).rows[0];
    expect(await listOtherBindings(owner.scope, own?.id ?? "")).toEqual([bindings]);
    expect(await listOtherBindings(foreign.owner.scope, other.id)).toHaveLength(1);
  });

  it("the organization's languages and pause between surveys", async () => {
    const { owner } = await createSmallOrganization({ quarantineDays: 45, language: "sv", name: "Bolaget" });
    expect(await getSurveyOrganization(owner.scope)).toEqual({
      name: "Bolaget",
      language: "sv",
      languages: ["fi", "sv", "en"],
      quarantineDays: 45,
    });
  });

  it("a touchpoint to show it with: the first of the journey it is bound to, never a foreign one", async () => {
    const { scope, touchpoint, otherTouchpoint, owner } = await createSmallOrganization();
    await createTouchpoint(scope, { stage: "before", name: "Verkkokauppa" });
    expect(await findPreviewTouchpoint(owner.scope, [])).toMatchObject({ name: "Verkkokauppa" });
    expect(await findPreviewTouchpoint(owner.scope, [otherTouchpoint.id])).toMatchObject({
      channel: "phone",
    });
    expect(await findPreviewTouchpoint(foreign.owner.scope, [touchpoint.id])).toBeNull();
  });
});
