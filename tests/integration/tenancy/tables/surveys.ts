import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";
import { changeSurveyStatus } from "@/features/surveys/commands/change-survey-status";
import { createSurvey } from "@/features/surveys/commands/create-survey";
import { publishSurvey } from "@/features/surveys/commands/publish-survey";
import { saveDraft } from "@/features/surveys/commands/save-draft";
import {
  findPreviewTouchpoint,
  getPublishedSurveyVersion,
  getSurvey,
  getSurveyOrganization,
  getSurveyVersion,
  listOtherBindings,
  listSurveys,
  listSurveyVersions,
  lockSurvey,
  readSurveyDetails,
} from "@/features/surveys/queries";
import { SURVEY_TEMPLATES } from "@/features/surveys/templates";
import { withScope } from "@/server/database";
import { key } from "@/server/scope";
import { type Cast, NORTH } from "../cast";
import { action, type Lines, line } from "../line";
import { unique } from "../makers";

/** A survey with what a save or a publishing has to name: the revision somebody looked at. */
const survey = async (of: Cast) => {
  const name = `${of.mark} survey ${unique()}`;
  const made = await of.newSurvey({ name });
  const { updatedAt } = await withScope(of.scope, (tx) =>
    tx.survey.findUniqueOrThrow({ where: key(of.scope, made.id), select: { updatedAt: true } }),
  );
  return { ...made, name, revision: updatedAt.toISOString() };
};
type Given = Awaited<ReturnType<typeof survey>>;

/** The caller's own survey, bound to one thing that may be somebody else's. */
const mineBoundTo =
  (bound: (of: Cast) => { encounterTypeIds?: string[]; touchpointIds?: string[] }) =>
  async (of: Cast, _place: unknown, caller: Cast) => ({ mine: await survey(caller), bound: bound(of) });

const draftOf = (
  { id, revision }: Given,
  caller: Cast,
  bound: { encounterTypeIds?: string[]; touchpointIds?: string[] } = {},
) => ({
  surveyId: id,
  revision,
  definition: SURVEY_TEMPLATES.nps,
  settings: {
    name: `Renamed ${unique()}`,
    encounterTypeIds: [caller.encounterTypeId],
    touchpointIds: [],
    delayMinutes: 60,
    reminderCount: 1,
    reminderAfterDays: 3,
    expiryDays: 14,
    quarantineDays: null,
    isAnonymous: false,
    ...bound,
  },
});

/** Surveys are the whole organization's: a manager limited to a location reads them and changes nothing. */
const forbiddenToLocal = { own: "changes", foreign: "not found", limited: "forbidden" } as const;
const found = { own: "shows", foreign: "not found" } as const;
const bindings = [
  mineBoundTo((of) => ({ encounterTypeIds: [of.encounterTypeId] })),
  mineBoundTo((of) => ({ touchpointIds: [of.touchpointId] })),
];

export const surveys: Lines = {
  lockSurvey: line({
    given: survey,
    call: (scope, { id }) => withScope(scope, (tx) => lockSurvey(tx, scope, id)),
    own: ({ result }, { name }) => expect(result).toMatchObject({ name }),
    foreign: "not found",
  }),
  getSurvey: line({ given: survey, call: (scope, { id }) => getSurvey(scope, id), ...found }),
  readSurveyDetails: line({
    given: survey,
    call: (scope, { id }) => withScope(scope, (tx) => readSurveyDetails(tx, scope, id)),
    ...found,
  }),
  getPublishedSurveyVersion: line({
    given: survey,
    call: (scope, { versionId }) => withScope(scope, (tx) => getPublishedSurveyVersion(tx, scope, versionId)),
    ...found,
  }),
  getSurveyVersion: line({
    given: survey,
    call: (scope, { id }) => getSurveyVersion(scope, id, 1),
    own: ({ result }, { name }) => expect(result).toMatchObject({ surveyName: name }),
    foreign: "not found",
  }),
  listSurveyVersions: line({
    given: survey,
    call: (scope, { id }) => listSurveyVersions(scope, id),
    own: ({ result }) => expect(result).toHaveLength(1),
    foreign: "nothing",
  }),
  listSurveys: line({
    given: survey,
    call: (scope, { name }) => listSurveys(scope, { q: name, page: 1, isArchived: false }),
    own: "shows",
    foreign: "nothing",
  }),
  listOtherBindings: line({
    given: survey,
    call: (scope) => listOtherBindings(scope, uuidv7()),
    own: ({ result }, { name }) => expect(result).toContainEqual(expect.objectContaining({ name })),
    foreign: "runs",
  }),
  getSurveyOrganization: line({
    call: (scope) => getSurveyOrganization(scope),
    own: ({ result }) => expect(result).toMatchObject({ language: NORTH.language }),
    foreign: "takes nothing",
  }),
  findPreviewTouchpoint: line({
    given: (of) => of.newTouchpoint(),
    call: (scope, { id }) => findPreviewTouchpoint(scope, [id]),
    own: ({ result }, { name }) => expect(result).toMatchObject({ name }),
    foreign: "nothing",
  }),

  createSurvey: line({
    call: (scope) => createSurvey(scope, { template: "nps", name: unique() }),
    own: "changes",
    foreign: "takes nothing",
    limited: "forbidden",
  }),
  saveDraft: [
    line({
      given: survey,
      call: (scope, given, caller) => saveDraft(scope, draftOf(given, caller)),
      ...forbiddenToLocal,
    }),
    ...bindings.map((given) =>
      line({
        given,
        call: (scope, { mine, bound }, caller) => saveDraft(scope, draftOf(mine, caller, bound)),
        own: "changes",
        foreign: "invalid",
      }),
    ),
  ],
  publishSurvey: line({
    given: survey,
    call: (scope, { id, revision }) => publishSurvey(scope, { surveyId: id, revision }),
    ...forbiddenToLocal,
  }),
  changeSurveyStatus: line({
    given: survey,
    call: (scope, { id }) => changeSurveyStatus(scope, { surveyId: id, change: "pause" }),
    ...forbiddenToLocal,
  }),

  createSurveyAction: action({
    permission: "surveys.manage",
    input: () => ({ template: "ces", name: unique() }),
    foreign: "takes nothing",
  }),
  saveDraftAction: [
    action({ permission: "surveys.manage", given: survey, input: draftOf, foreign: "not found" }),
    ...bindings.map((given) =>
      action({
        permission: "surveys.manage",
        given,
        input: ({ mine, bound }, caller) => draftOf(mine, caller, bound),
        foreign: "invalid",
      }),
    ),
  ],
  readSurveyAction: action({
    permission: "surveys.manage",
    given: survey,
    input: ({ id }) => ({ surveyId: id }),
    own: "shows",
    foreign: "not found",
  }),
  publishSurveyAction: action({
    permission: "surveys.manage",
    given: survey,
    input: ({ id, revision }) => ({ surveyId: id, revision }),
    foreign: "not found",
  }),
  changeSurveyStatusAction: action({
    permission: "surveys.manage",
    given: survey,
    input: ({ id }) => ({ surveyId: id, change: "archive" }),
    foreign: "not found",
  }),
};
