import { expect } from "vitest";
import { rollUp } from "@/features/dashboards/commands/roll-up";
import { findDataState } from "@/features/dashboards/queries/find-data-state";
import { getDashboardSettings } from "@/features/dashboards/queries/get-dashboard-settings";
import { getOrganizationDistribution } from "@/features/dashboards/queries/get-organization-distribution";
import { getSurveyQuestions } from "@/features/dashboards/queries/get-survey-questions";
import { listAnsweredMetrics } from "@/features/dashboards/queries/list-answered-metrics";
import { listChoiceCounts } from "@/features/dashboards/queries/list-choice-counts";
import { listComments } from "@/features/dashboards/queries/list-comments";
import {
  findDashboardEmployee,
  hasMoreEmployeesThan,
  listDashboardEmployees,
  listEmployeesHere,
} from "@/features/dashboards/queries/list-dashboard-employees";
import { listDistributions } from "@/features/dashboards/queries/list-distributions";
import { listGroupDistributions } from "@/features/dashboards/queries/list-group-distributions";
import { listGroupMetrics } from "@/features/dashboards/queries/list-group-metrics";
import { listGroupOutcomes } from "@/features/dashboards/queries/list-group-outcomes";
import { listMetricDistributions } from "@/features/dashboards/queries/list-metric-distributions";
import { listMixDistributions } from "@/features/dashboards/queries/list-mix-distributions";
import { listOutcomes } from "@/features/dashboards/queries/list-outcomes";
import { listQuestionDistributions } from "@/features/dashboards/queries/list-question-distributions";
import { listSurveyedMetrics } from "@/features/dashboards/queries/list-surveyed-metrics";
import { listTrendDistributions } from "@/features/dashboards/queries/list-trend-distributions";
import { DIMENSIONS, type DimensionFilters, type Slice } from "@/features/dashboards/schema";
import { SURVEY_TEMPLATES } from "@/features/surveys/templates";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { createAnsweredEncounter } from "../../../factories/encounters";
import { createOrganization } from "../../../factories/organization";
import { createPublishedSurvey } from "../../../factories/surveys";
import { type Cast, NORTH } from "../cast";
import { type AnyLine, action, type Lines, line, type Observed } from "../line";
import type { Place } from "../makers";

const DAY = 24 * 3600_000;

function slice(filters: DimensionFilters): Slice {
  const to = new Date(Date.now() + DAY);
  return { from: new Date(to.getTime() - 30 * DAY), to, previousFrom: null, filters };
}

/** Somebody's answer to a question with options, of a survey of its own. */
async function newChoice(of: Cast, place: Place): Promise<{ surveyId: string }> {
  const option = (key: string) => ({ key, text: { en: `${of.mark} ${key}` } });
  const question = {
    kind: "choice" as const,
    key: "next",
    text: { en: of.mark },
    isMultiple: false,
    options: [option("yes"), option("no")],
  };
  const survey = await createPublishedSurvey(of.scope, {
    name: `${of.mark} choices`,
    status: "paused",
    encounterTypeIds: [of.encounterTypeId],
    definition: { ...SURVEY_TEMPLATES.nps, questions: [question] },
  });
  const { response } = await createAnsweredEncounter(of.scope, of.attributionOf(place), survey, {
    score: of.score,
  });
  await withScope(of.scope, (tx) =>
    tx.chosenOption.createMany({
      data: {
        organizationId: of.scope.organizationId,
        responseId: response.id,
        questionId: survey.questionIds.next as string,
        optionKey: "yes",
      },
    }),
  );
  return { surveyId: survey.id };
}

const filtersOf = ({ locationId, employeeId }: Place): DimensionFilters => ({
  location: locationId,
  employee: employeeId,
});

/** Every answer counted has the caller's score, and there is one. */
function onlyOwnScores({ result, error }: Observed): void {
  if (error) throw error;
  const scores = new Set<number>();
  JSON.stringify(result, (name, value) => {
    if (name !== "counts") return value instanceof Map ? [...value] : value;
    (value as number[]).forEach((count, score) => {
      if (count > 0) scores.add(score);
    });
    return undefined;
  });
  expect([...scores]).toEqual([NORTH.score]);
}

function something({ result, error, changed }: Observed): void {
  if (error) throw error;
  expect(result instanceof Map ? [...result] : result).not.toHaveLength(0);
  expect(changed).toEqual([]);
}

/**
 * One query over a slice, without filters and with each filter of a place: with another organization's place, with a
 * location the manager does not see or with a colleague there is nothing, whatever the address says.
 */
function sliced(
  query: (scope: Scope, slice: Slice) => Promise<unknown>,
  name: string,
  own: (observed: Observed) => void = something,
): AnyLine[] {
  const filters = {
    location: (_of: Cast, place: Place) => place.locationId,
    employee: (_of: Cast, place: Place) => place.employeeId,
    touchpoint: (of: Cast) => of.touchpointId,
    encounterType: (of: Cast) => of.encounterTypeId,
  };
  const named = (call: (scope: Scope, given: DimensionFilters) => unknown) =>
    Object.assign(call, { toString: () => name });
  const call = named((scope, given) => query(scope, slice(given)));
  const everything = line<DimensionFilters>({ given: () => ({}), call, own, foreign: own });
  return [
    everything,
    ...(["location", "employee", "touchpoint", "encounterType"] as const).map((filter) => {
      const isOfPlace = filter === "location" || filter === "employee";
      return line<DimensionFilters>({
        given: (of, place) => ({ [filter]: filters[filter](of, place) }),
        call,
        own,
        foreign: "nothing",
        ...(isOfPlace ? { limited: "nothing" as const, employee: "nothing" as const } : {}),
      });
    }),
  ];
}

/** The scope of the caller's organization, or one of an organization where there is nothing yet, beside two full ones. */
const orEmpty = async (of: Cast, _place: Place, caller: Cast) =>
  of === caller ? caller.scope : (await createOrganization({ name: "Empty" })).scope;

export const dashboards: Lines = {
  rollUp: line({
    as: "job",
    given: (of, place) => of.newAnswer(place),
    call: (scope) => rollUp(scope),
    own: "changes",
    foreign: "takes nothing",
  }),
  getDashboardSettings: line({
    call: (scope) => getDashboardSettings(scope),
    own: ({ result }) => expect(result).toMatchObject({ minimumN: NORTH.minimumN }),
    foreign: "takes nothing",
  }),
  findDataState: line({
    given: orEmpty,
    call: (_scope, given) => findDataState(given),
    own: ({ result }) =>
      expect(result).toEqual({ hasEncounters: true, hasPublishedSurvey: true, hasAnswers: true }),
    foreign: ({ result }) =>
      expect(result).toEqual({ hasEncounters: false, hasPublishedSurvey: false, hasAnswers: false }),
  }),
  listSurveyedMetrics: line({
    given: orEmpty,
    call: (_scope, given) => listSurveyedMetrics(given),
    own: ({ result }) => expect(result).toEqual(["nps"]),
    foreign: "nothing",
  }),
  getOrganizationDistribution: [
    line({
      as: "employee",
      call: (scope) => getOrganizationDistribution(scope, slice({}), "nps"),
      own: onlyOwnScores,
      foreign: "takes nothing",
    }),
    line({
      // Managers have queries that know their limits.
      call: (scope) => getOrganizationDistribution(scope, slice({}), "nps"),
      own: "forbidden",
      foreign: "takes nothing",
      limited: "forbidden",
    }),
  ],
  getSurveyQuestions: line({
    given: (of) => of.survey,
    call: (scope, { id }) => getSurveyQuestions(scope, id),
    own: "shows",
    foreign: "not found",
  }),
  listQuestionDistributions: line({
    given: (of, place) => ({ id: of.survey.id, filters: filtersOf(place) }),
    call: (scope, { id, filters }) => listQuestionDistributions(scope, slice(filters), id),
    own: onlyOwnScores,
    foreign: "nothing",
    limited: "nothing",
    employee: "nothing",
  }),
  listChoiceCounts: line({
    given: async (of, place) => ({ id: (await newChoice(of, place)).surveyId, filters: filtersOf(place) }),
    call: (scope, { id, filters }) => listChoiceCounts(scope, slice(filters), id),
    own: something,
    foreign: "nothing",
    limited: "nothing",
    employee: "nothing",
  }),
  listDashboardEmployees: [
    line({
      given: (_of, place) => ({ id: place.employeeId }),
      call: (scope, { id }) => listDashboardEmployees(scope, { ids: [id] }),
      own: "shows",
      foreign: "nothing",
      limited: "nothing",
      employee: "nothing",
    }),
    line({
      given: (_of, place) => ({ id: place.employeeId }),
      call: (scope) => listDashboardEmployees(scope),
      own: "shows",
      foreign: "hides",
      limited: "hides",
      employee: "hides",
    }),
    line({
      // Works elsewhere now, met a customer here.
      given: async (of) => {
        const employee = await of.newEmployee(of.elsewhere);
        await of.newEncounter({ ...of.here, employeeId: employee.id });
        return employee;
      },
      as: "localManager",
      call: (scope, { id }) => listDashboardEmployees(scope, { ids: [id] }),
      own: "shows",
      foreign: "nothing",
    }),
  ],
  listEmployeesHere: line({
    given: (_of, place) => ({ id: place.employeeId }),
    call: (scope) => listEmployeesHere(scope),
    own: "shows",
    foreign: "hides",
    limited: "hides",
    employee: "hides",
  }),
  findDashboardEmployee: line({
    given: (_of, place) => ({ id: place.employeeId }),
    call: (scope, { id }) => findDashboardEmployee(scope, id),
    own: "shows",
    foreign: "nothing",
    limited: "nothing",
    employee: "nothing",
  }),
  hasMoreEmployeesThan: line({
    given: orEmpty,
    call: (_scope, given) => hasMoreEmployeesThan(given, 0),
    own: ({ result }) => expect(result).toBe(true),
    foreign: ({ result }) => expect(result).toBe(false),
  }),
  searchDashboardEmployeesAction: action({
    permission: "dashboards.read",
    given: (of) => of.newEmployee(of.here),
    input: ({ name }) => ({ query: name }),
    own: "shows",
    foreign: "hides",
  }),
  listAnsweredMetrics: sliced(listAnsweredMetrics, "listAnsweredMetrics"),
  listMetricDistributions: sliced(listMetricDistributions, "listMetricDistributions", onlyOwnScores),
  listDistributions: [
    ...sliced(
      (scope, given) =>
        listDistributions(scope, given, { metric: "nps", groupBy: "employee", interval: "week" }),
      "listDistributions",
      onlyOwnScores,
    ),
    ...DIMENSIONS.map((groupBy) =>
      line({
        given: (_of: Cast, place: Place) => ({
          id: groupBy === "location" ? place.locationId : place.employeeId,
        }),
        call: (scope) => listDistributions(scope, slice({}), { metric: "nps", groupBy, interval: null }),
        own: onlyOwnScores,
        foreign: onlyOwnScores,
        limited: "hides",
        employee: "hides",
      }),
    ),
  ],
  listGroupDistributions: [
    ...sliced(
      (scope, given) => listGroupDistributions(scope, given, "nps", "touchpoint"),
      "listGroupDistributions",
      onlyOwnScores,
    ),
    ...DIMENSIONS.map((dimension) =>
      line({
        given: (_of: Cast, place: Place) => ({
          id: dimension === "location" ? place.locationId : place.employeeId,
        }),
        call: (scope) => listGroupDistributions(scope, slice({}), "nps", dimension),
        own: onlyOwnScores,
        foreign: onlyOwnScores,
        limited: "hides",
        employee: "hides",
      }),
    ),
  ],
  listGroupMetrics: sliced((scope, given) => listGroupMetrics(scope, given, "employee"), "listGroupMetrics"),
  listGroupOutcomes: sliced(
    (scope, given) => listGroupOutcomes(scope, given, "employee"),
    "listGroupOutcomes",
  ),
  listOutcomes: sliced(async (scope, given) => (await listOutcomes(scope, given)).current, "listOutcomes"),
  listMixDistributions: sliced(
    async (scope, given) => {
      const { byEmployee, everybody } = await listMixDistributions(scope, given, "nps");
      return [...byEmployee, ...everybody];
    },
    "listMixDistributions",
    onlyOwnScores,
  ),
  listTrendDistributions: sliced(
    (scope, given) => listTrendDistributions(scope, given, "nps", "week"),
    "listTrendDistributions",
    onlyOwnScores,
  ),
  listComments: [
    ...sliced(
      async (scope, given) =>
        (await listComments(scope, given, { query: "", metric: null, band: null, score: null }, 1)).rows,
      "listComments",
    ),
    line({
      given: async (of, place) => ({ comment: (await of.newAnswer(place)).response.comment ?? "" }),
      call: async (scope, { comment }) => {
        const words = comment.split(" ").at(-1) ?? "";
        const filters = { query: `"${words}"`, metric: null, band: null, score: null };
        return (await listComments(scope, slice({}), filters, 1)).rows;
      },
      own: ({ result }) => expect(result).toHaveLength(1),
      foreign: "nothing",
      limited: "nothing",
      employee: "nothing",
    }),
  ],
};
