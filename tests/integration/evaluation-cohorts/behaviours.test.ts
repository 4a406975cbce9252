import { expect, it } from "vitest";
import { listBehaviourComparisons } from "@/features/evaluation-reports/cohort/queries/list-behaviour-comparisons";
import { listCustomerBehaviours } from "@/features/evaluation-reports/cohort/queries/list-customer-behaviours";
import { SURVEY_TEMPLATES } from "@/features/surveys/templates";
import { setUpTestDatabase } from "../../database";
import { createBehaviour } from "../../factories/audit-forms";
import { createAnsweredEncounter } from "../../factories/encounters";
import { createSmallOrganization } from "../../factories/small-organization";
import { createPublishedSurvey } from "../../factories/surveys";

setUpTestDatabase();

const DAY = 24 * 3600_000;

async function createAnswers() {
  const cast = await createSmallOrganization();
  const { scope, encounterType, attribution } = cast;
  const [listening, empathy] = [await createBehaviour(scope), await createBehaviour(scope)];
  for (const [metric, behaviourId, scores] of [
    ["nps", listening.id, [10, 5, 0]],
    ["csat", listening.id, [5]],
    ["ces", empathy.id, [4]],
  ] as const) {
    const template = SURVEY_TEMPLATES[metric];
    const survey = await createPublishedSurvey(scope, {
      metric,
      encounterTypeIds: [encounterType.id],
      definition: { ...template, main: { ...template.main, behaviourId } },
    });
    for (const score of scores) await createAnsweredEncounter(scope, attribution, survey, { score });
  }
  return { ...cast, listening, empathy };
}

it("customers' answers about a behaviour are put on one scale, of the time asked for", async () => {
  const { manager, listening, empathy } = await createAnswers();
  const { now } = manager.scope;
  const answers = await listCustomerBehaviours(manager.scope, {
    from: new Date(now.getTime() - DAY),
    to: new Date(now.getTime() + DAY),
  });
  // 100, 50 and 0 of the first, 100 of the second.
  expect(answers.get(listening.id)).toMatchObject({ value: 62.5, n: 4, interval: { low: 0, high: 100 } });
  expect(answers.get(empathy.id)).toEqual({ value: 50, n: 1, interval: null });
  const before = { from: new Date(now.getTime() - 9 * DAY), to: new Date(now.getTime() - 8 * DAY) };
  expect((await listCustomerBehaviours(manager.scope, before)).size).toBe(0);
});

it("behaviours are compared in the standard's order, those of the framework alone", async () => {
  const { manager, listening, empathy } = await createAnswers();
  const cycle = { id: "", name: "", closesOn: manager.scope.now };
  const evaluated = (behaviourId: string) => ({
    behaviourId,
    value: 80,
    n: 6,
    interval: { low: 70, high: 90 },
  });
  const compared = await listBehaviourComparisons(manager.scope, {
    cycle,
    behaviours: [evaluated(empathy.id)],
  });
  expect(compared).toMatchObject([
    {
      id: empathy.id,
      figures: { evaluation: { value: 80, n: 6 }, audit: { value: null, n: 0 }, customer: { n: 1 } },
    },
  ]);
  const both = [evaluated(empathy.id), evaluated(listening.id)];
  expect(
    (await listBehaviourComparisons(manager.scope, { cycle, behaviours: both })).map(({ id }) => id),
  ).toEqual([listening.id, empathy.id]);
  expect(await listBehaviourComparisons(manager.scope, { cycle, behaviours: [] })).toEqual([]);
});
